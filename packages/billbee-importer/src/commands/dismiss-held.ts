import { dismissHeld } from 'importer-core';
import type { CommandContext, ExitCode } from '../context.js';
import { openDatabaseToRead, withStore } from '../session/open-database.js';
import { readAccount } from '../settings/credentials.js';

/** `held dismiss`: ends holds that nobody will mend. */
export async function dismissHeldOrders(
  context: CommandContext,
  ids: readonly string[],
  { note }: { readonly note?: string },
): Promise<ExitCode> {
  const { terminal, env, clock } = context;
  const account = readAccount(env, terminal);
  const dismissed = await withStore(openDatabaseToRead(context), (store) =>
    dismissHeld({ account, store, clock, ids, note }),
  );
  for (const id of ids) {
    if (dismissed.has(id)) terminal.print(terminal.say('held.dismissed', { id }));
    else terminal.complain(terminal.say('held.notHeld', { id }));
  }
  return ids.every((id) => dismissed.has(id)) ? 0 : 1;
}
