import type { Store } from '../store/store.js';

/**
 * When the next waiting write-back is due, in milliseconds since 1970; undefined when none waits.
 *
 * @example const wait = (await nextDueAt(store, account)) - clock.now();
 */
export async function nextDueAt(store: Store, account: string): Promise<number | undefined> {
  const row = await store.db
    .selectFrom('outbox')
    .select(({ fn }) => fn.min('due_at').as('due'))
    .where('account', '=', account)
    .where('state', '=', 'waiting')
    .executeTakeFirst();
  return row?.due == null ? undefined : Number(row.due);
}
