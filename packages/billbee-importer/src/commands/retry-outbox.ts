import { listOutbox, type OutboxEntry, retryDead, SettingsError, sendDue } from 'importer-core';
import type { CommandContext, ExitCode } from '../context.js';
import { openMerchantSession } from '../session/account-session.js';
import { openDatabase, withStore } from '../session/open-database.js';
import { readCredentials } from '../settings/credentials.js';
import { worded } from '../texts/wording.js';
import { showOutbox } from './outbox.js';

/**
 * `retry-outbox`: lets dead write-backs wait again, those given or all, and sends what is due.
 *
 * @returns 0 when each of them was sent
 * @throws SettingsError `argument-invalid` when one of the ids is no dead write-back; nothing is tried then
 */
export async function retryOutbox(
  context: CommandContext,
  ids: readonly string[],
  options: { json?: boolean },
): Promise<ExitCode> {
  const { terminal, env, clock, stop } = context;
  const connection = readCredentials(env, terminal);
  return withStore(openDatabase(context), async (store) => {
    const { account, sink } = await openMerchantSession(context, store, { connection });
    const dead = (await listOutbox(store, account))
      .filter(({ state }) => state === 'dead')
      .map(({ id }) => id);
    const unknown = ids.filter((id) => !dead.includes(id));
    if (unknown.length > 0) {
      const message = terminal.say('retryOutbox.unknown', { ids: unknown.join(', ') });
      throw new SettingsError('argument-invalid', message, { settings: ['ID'] });
    }
    const wanted = ids.length > 0 ? ids : dead;
    await retryDead(store, account, clock, wanted);
    const { stoppedBy } =
      wanted.length > 0
        ? await sendDue({ store, account, sink, clock, signal: stop })
        : { stoppedBy: undefined };
    const entries: OutboxEntry[] = (await listOutbox(store, account)).filter(({ id }) => wanted.includes(id));
    if (options.json) terminal.json({ outbox: entries.map((entry) => worded(entry, terminal.language)) });
    else if (entries.length === 0) terminal.print(terminal.say('retryOutbox.none'));
    else showOutbox(terminal, entries);
    if (stoppedBy !== undefined) throw stoppedBy;
    return entries.every(({ state }) => state === 'sent') ? 0 : 1;
  });
}
