import type { Command } from 'commander';
import type { Runner } from '../context.js';
import type { Say } from '../texts/index.js';

/** The commands of `report`. */
export function describeReport(program: Command, say: Say, run: Runner): void {
  const parts = async () => {
    const [{ report }, reports] = await Promise.all([
      import('./report.js'),
      import('../settings/report-arguments.js'),
    ]);
    return { report, ...reports };
  };
  const command = program.command('report').description(say('help.report')).helpCommand(false);

  command
    .command('status')
    .description(say('help.report.status'))
    .argument('<order>', say('help.report.order'))
    .argument('<status>', say('help.report.statusId'))
    .action((order: string, status: string) =>
      run(false, async (context) => {
        const { report, statusReport } = await parts();
        return report(context, statusReport(context.terminal, order, status));
      }),
    );

  command
    .command('shipment')
    .description(say('help.report.shipment'))
    .argument('<order>', say('help.report.order'))
    .argument('<tracking>', say('help.report.tracking'))
    .option('--carrier <name>', say('help.report.carrier'))
    .option('--provider-id <id>', say('help.report.provider'))
    .option('--provider-product-id <id>', say('help.report.product'))
    .action((order: string, tracking: string, options: Record<string, string>) =>
      run(false, async (context) => {
        const { report, shipmentReport } = await parts();
        return report(context, shipmentReport(context.terminal, order, tracking, options));
      }),
    );

  command
    .command('stock')
    .description(say('help.report.stock'))
    .argument('<sku>', say('help.report.sku'))
    .argument('<quantity>', say('help.report.quantity'))
    .action((sku: string, quantity: string) =>
      run(false, async (context) => {
        const { report, stockReport } = await parts();
        return report(context, stockReport(context.terminal, sku, quantity));
      }),
    );
}
