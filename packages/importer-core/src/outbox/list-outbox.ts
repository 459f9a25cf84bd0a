import type { Clock } from '../ports.js';
import type { Store } from '../store/store.js';
import { entryOf } from './entry.js';
import type { OutboxEntry } from './write-back.js';

/**
 * The account's write-backs, oldest first.
 *
 * @example (await listOutbox(store, account)).filter((entry) => entry.state === 'dead')
 */
export async function listOutbox(store: Store, account: string): Promise<OutboxEntry[]> {
  const rows = await store.db
    .selectFrom('outbox')
    .selectAll()
    .where('account', '=', account)
    .orderBy('id')
    .execute();
  return rows.map(entryOf);
}

/**
 * Lets dead entries wait again; they are due at once.
 *
 * @param ids entries as {@link listOutbox} names them; absent: all dead ones
 * @returns how many
 */
export async function retryDead(
  store: Store,
  account: string,
  clock: Clock,
  ids?: readonly string[],
): Promise<number> {
  const now = Math.floor(clock.now());
  let dead = store.db
    .updateTable('outbox')
    .set({ state: 'waiting', attempts: 0, due_at: now, updated_at: new Date(now).toISOString() })
    .where('account', '=', account)
    .where('state', '=', 'dead');
  if (ids) dead = dead.where('id', 'in', ids.filter((id) => /^\d{1,18}$/.test(id)).concat('0'));
  const result = await dead.executeTakeFirst();
  return Number(result.numUpdatedRows);
}
