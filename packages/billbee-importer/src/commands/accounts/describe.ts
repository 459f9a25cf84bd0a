import { type Command, Option } from 'commander';
import type { Runner } from '../../context.js';
import type { Say } from '../../texts/index.js';
import type { AddSwitches } from './read-accounts.js';

/** Adds `accounts …` to the command line. */
export function describeAccounts(program: Command, say: Say, run: Runner): void {
  const command = program.command('accounts').description(say('help.accounts')).helpCommand(false);

  command
    .command('add')
    .description(say('help.accounts.add'))
    .option('--settings <file>', say('help.accounts.settings'))
    .option('--label <text>', say('help.accounts.label'))
    .option('--disabled', say('help.accounts.disabled'))
    .option('--stdin', say('help.accounts.stdin'))
    .option('--no-check', say('help.accounts.noCheck'))
    .action((options: AddSwitches) =>
      run(false, async (context) => (await import('./add-accounts.js')).addAccounts(context, options)),
    );

  command
    .command('list')
    .description(say('help.accounts.list'))
    .addOption(new Option('--json', say('help.json')))
    .action((options: { json?: boolean }) =>
      run(options.json ?? false, async (context) =>
        (await import('./list-accounts.js')).listAccounts(context, options),
      ),
    );

  for (const enabled of [true, false]) {
    const name = enabled ? 'enable' : 'disable';
    command
      .command(name)
      .description(say(`help.accounts.${name}`))
      .argument('<account>', say('help.accounts.account'))
      .action((account: string) =>
        run(false, async (context) =>
          (await import('./change-account.js')).setAccountEnabled(context, account, enabled),
        ),
      );
  }

  command
    .command('remove')
    .description(say('help.accounts.remove'))
    .argument('<account>', say('help.accounts.account'))
    .option('--data', say('help.accounts.data'))
    .action((account: string, options: { data?: boolean }) =>
      run(false, async (context) =>
        (await import('./remove-account.js')).removeAccount(context, account, options),
      ),
    );

  command
    .command('rotate-key')
    .description(say('help.accounts.rotateKey'))
    .action(() => run(false, async (context) => (await import('./rotate-key.js')).rotateKey(context)));
}
