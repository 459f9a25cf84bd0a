import { text } from 'node:stream/consumers';
import { type BillbeeConnection, checkConnection } from 'importer-core';
import type { CommandContext, ExitCode } from '../../context.js';
import { withAccounts } from '../../session/open-accounts.js';
import { hideSecrets } from '../../settings/secrets.js';
import { wordingIn } from '../../texts/wording.js';
import { type AddSwitches, parseAccountLines, readAccount } from './read-accounts.js';

/** `accounts add`: one account, or with `--stdin` one per JSON line; credentials are tried at Billbee first. */
export async function addAccounts(context: CommandContext, switches: AddSwitches): Promise<ExitCode> {
  const { terminal } = context;
  const wanted = switches.stdin
    ? parseAccountLines(await text(context.stdin), context)
    : [await readAccount(context, switches)];
  return withAccounts(context, async (all) => {
    let refused = 0;
    for (const account of wanted) {
      context.stop.throwIfAborted();
      const { username, apiPassword, apiKey } = account.connection;
      const show = terminal.hide(
        hideSecrets({
          BILLBEE_USERNAME: username,
          BILLBEE_API_PASSWORD: apiPassword,
          BILLBEE_API_KEY: apiKey,
        }),
      );
      if (switches.check !== false && !(await works(context, account.connection))) {
        refused += 1;
      } else {
        const { key, added } = await all.put(account);
        terminal.print(terminal.say(added ? 'accounts.added' : 'accounts.changed', { account: key }));
      }
      // Of many thousands each line would else be looked through for the secrets of all before it.
      show();
    }
    return refused === 0 ? 0 : 1;
  });
}

async function works(
  { terminal, fetch, clock, stop }: CommandContext,
  connection: BillbeeConnection,
): Promise<boolean> {
  const result = await checkConnection({ connection, fetch, clock, signal: stop });
  if (result.ok) return true;
  terminal.complain(terminal.say('accounts.refused', { account: connection.username }));
  terminal.complain(wordingIn(terminal.language).say(result.problem));
  return false;
}
