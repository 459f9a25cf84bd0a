import { Command, type CommanderError, Option } from 'commander';
import { describeAccounts } from './commands/accounts/describe.js';
import { describeReport } from './commands/describe-report.js';
import { describeShops } from './commands/shops/describe.js';
import type { ExitCode, Runner } from './context.js';
import type { Say } from './texts/index.js';

export interface ProgramOptions {
  readonly say: Say;
  readonly version: string;
  readonly run: Runner;
  /** Where help and complaints about arguments go. */
  readonly write: { out(text: string): void; err(text: string): void };
}

type Json = { json?: boolean };

/**
 * The command line. Each command loads its own code when it runs, so that `--help` and `check` never wait for
 * a database.
 */
export function buildProgram({ say, version, run, write }: ProgramOptions): Command {
  const program = new Command('billbee-importer');
  // Subcommands copy these when they are made.
  program
    .exitOverride()
    .configureOutput({ writeOut: write.out, writeErr: write.err })
    .configureHelp({ styleTitle: (title) => titleIn(say, title), sortSubcommands: false })
    .helpOption('-h, --help', say('help.help'))
    .helpCommand(false)
    .description(say('about'))
    .version(version, '-V, --version', say('help.version'))
    .addHelpText('after', `\n${say('help.settings')}`)
    .showHelpAfterError(false);
  const json = (): Option => new Option('--json', say('help.json'));

  program
    .command('check')
    .description(say('help.check'))
    .action(() =>
      run(false, async (context) => (await import('./commands/check.js')).check(context), 'here'),
    );

  program
    .command('statuses')
    .description(say('help.statuses'))
    .addOption(json())
    .action((options: Json) =>
      run(
        options.json ?? false,
        async (context) => (await import('./commands/statuses.js')).statuses(context, options),
        'here',
      ),
    );

  program
    .command('import')
    .description(say('help.import'))
    .option('--status <ids>', say('help.import.status'))
    .option('--since <time>', say('help.import.since'))
    .option('--dry-run', say('help.import.dryRun'))
    .option('--out <file>', say('help.import.out'))
    .option('--target <name>', say('help.import.target'))
    .option('--limit <number>', say('help.import.limit'))
    .addOption(json())
    .action((options: Json) =>
      run(options.json ?? false, async (context) =>
        (await import('./commands/import.js')).importOrders(context, options),
      ),
    );

  program
    .command('orders')
    .description(say('help.orders'))
    .option('--since <time>', say('help.orders.since'))
    .addOption(json())
    .action((options: Json & { since?: string }) =>
      run(options.json ?? false, async (context) =>
        (await import('./commands/orders.js')).orders(context, options),
      ),
    );

  const held = program.command('held').description(say('help.held')).helpCommand(false);
  held
    .command('dismiss')
    .description(say('help.held.dismiss'))
    .argument('<ids...>', say('help.held.dismiss.ids'))
    .option('--note <text>', say('help.held.dismiss.note'))
    .action((ids: string[], options: { note?: string }) =>
      run(false, async (context) =>
        (await import('./commands/dismiss-held.js')).dismissHeldOrders(context, ids, options),
      ),
    );
  held
    .addOption(json())
    .action((options: Json) =>
      run(options.json ?? false, async (context) =>
        (await import('./commands/held.js')).held(context, options),
      ),
    );

  program
    .command('forget-buyer')
    .description(say('help.forgetBuyer'))
    .argument('<email>', say('help.forgetBuyer.email'))
    .option('--account <user>', say('help.forgetBuyer.account'))
    .addOption(json())
    .action((email: string, options: Json & { account?: string }) =>
      run(options.json ?? false, async (context) =>
        (await import('./commands/forget-buyer.js')).forgetOneBuyer(context, email, options),
      ),
    );

  program
    .command('retry-held')
    .description(say('help.retryHeld'))
    .argument('[ids...]', say('help.retryHeld.ids'))
    .addOption(json())
    .action((ids: string[], options: Json) =>
      run(options.json ?? false, async (context) =>
        (await import('./commands/retry-held.js')).retryHeldOrders(context, ids, options),
      ),
    );

  describeReport(program, say, run);

  program
    .command('feedback')
    .description(say('help.feedback'))
    .addOption(json())
    .action((options: Json) =>
      run(options.json ?? false, async (context) =>
        (await import('./commands/feedback.js')).feedback(context, options),
      ),
    );

  program
    .command('mapping')
    .description(say('help.mapping'))
    .helpCommand(false)
    .command('check')
    .description(say('help.mapping.check'))
    .option('--days <number>', say('help.mapping.days'))
    .addOption(json())
    .action((options: Json & { days?: string }) =>
      run(options.json ?? false, async (context) =>
        (await import('./commands/mapping-check.js')).mappingCheck(context, options),
      ),
    );

  program
    .command('outbox')
    .description(say('help.outbox'))
    .addOption(json())
    .action((options: Json) =>
      run(options.json ?? false, async (context) =>
        (await import('./commands/outbox.js')).outbox(context, options),
      ),
    );

  program
    .command('retry-outbox')
    .description(say('help.retryOutbox'))
    .argument('[ids...]', say('help.retryOutbox.ids'))
    .addOption(json())
    .action((ids: string[], options: Json) =>
      run(options.json ?? false, async (context) =>
        (await import('./commands/retry-outbox.js')).retryOutbox(context, ids, options),
      ),
    );

  program
    .command('move-database')
    .description(say('help.move'))
    .requiredOption('--to <url>', say('help.move.to'))
    .action((options: { to: string }) =>
      run(
        false,
        async (context) => (await import('./commands/move-database.js')).moveDatabase(context, options),
        'here',
      ),
    );

  program
    .command('serve')
    .description(say('help.serve'))
    .option('--port <number>', say('help.serve.port'))
    .option('--host <address>', say('help.serve.host'))
    .option('--public-url <url>', say('help.serve.publicUrl'))
    .option('--status <ids>', say('help.import.status'))
    .option('--out <file>', say('help.import.out'))
    .option('--target <name>', say('help.import.target'))
    .action((options: Record<string, string>) =>
      run(false, async (context) => (await import('./commands/serve.js')).serve(context, options), 'here'),
    );

  program
    .command('work')
    .description(say('help.work'))
    .option('--port <number>', say('help.work.port'))
    .option('--host <address>', say('help.serve.host'))
    .option('--public-url <url>', say('help.serve.publicUrl'))
    .action((options: Record<string, string>) =>
      run(false, async (context) => (await import('./commands/work.js')).work(context, options), 'here'),
    );

  describeAccounts(program, say, run);
  describeShops(program, say, run);
  return program;
}

/** Commander's headings in the language of the rest. */
function titleIn(say: Say, title: string): string {
  const keys = {
    'Usage:': 'help.usage',
    'Options:': 'help.options',
    'Arguments:': 'help.arguments',
    'Commands:': 'help.commands',
  } as const;
  return title in keys ? say(keys[title as keyof typeof keys]) : title;
}

/** Exit code of commander's own endings: help and version are no failures. */
export function exitCodeOf(error: CommanderError): ExitCode {
  return error.exitCode === 0 ? 0 : 1;
}
