import { type Command, Option } from 'commander';
import type { Runner } from '../../context.js';
import type { Say } from '../../texts/index.js';

/** Adds `shops …` to the command line. */
export function describeShops(program: Command, say: Say, run: Runner): void {
  const command = program.command('shops').description(say('help.shops')).helpCommand(false);
  const json = (): Option => new Option('--json', say('help.json'));

  for (const name of ['add', 'rotate-token'] as const) {
    command
      .command(name)
      .description(say(name === 'add' ? 'help.shops.add' : 'help.shops.rotateToken'))
      .argument('<name>', say('help.shops.name'))
      .addOption(json())
      .action((shop: string, options: { json?: boolean }) =>
        run(options.json ?? false, async (context) => {
          const { addShop, rotateShopToken } = await import('./change-shops.js');
          return (name === 'add' ? addShop : rotateShopToken)(context, shop, options);
        }),
      );
  }

  command
    .command('list')
    .description(say('help.shops.list'))
    .addOption(json())
    .action((options: { json?: boolean }) =>
      run(options.json ?? false, async (context) =>
        (await import('./list-shops.js')).listShops(context, options),
      ),
    );

  command
    .command('remove')
    .description(say('help.shops.remove'))
    .argument('<name>', say('help.shops.name'))
    .action((shop: string) =>
      run(false, async (context) => (await import('./change-shops.js')).removeShop(context, shop)),
    );
}
