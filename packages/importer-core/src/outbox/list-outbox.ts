import { sql } from 'kysely';
import { outboxMessages } from '../messages/core/outbox-messages.js';
import type { Clock } from '../ports.js';
import type { Store } from '../store/store.js';
import { entryOf, isDue, isNext, lockOutbox, saying } from './entry.js';
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
 * A stock level or status that a newer one of the same SKU or order has replaced would take Billbee back to what was: it is not
 * sent any more, and says so. A dead status before another dead one is no exception to the sequence: both wait again.
 *
 * @param ids entries as {@link listOutbox} names them; absent: all dead ones
 * @returns how many wait again
 */
export async function retryDead(
  store: Store,
  account: string,
  clock: Clock,
  ids?: readonly string[],
): Promise<number> {
  const now = Math.floor(clock.now());
  const updatedAt = new Date(now).toISOString();
  return store.db.transaction().execute(async (db) => {
    // Nothing newer is put in between the question and its answer.
    await lockOutbox(db, account);
    const dead = db
      .updateTable('outbox')
      .where('account', '=', account)
      .where('state', '=', 'dead')
      .$if(ids !== undefined, (some) =>
        some.where('id', 'in', (ids ?? []).filter((id) => /^\d{1,18}$/.test(id)).concat('0')),
      );
    for (const kind of ['stock', 'status'] as const) {
      await dead
        .set({
          state: 'sent',
          ...saying(outboxMessages.problem('write-back-replaced', { kind })),
          updated_at: updatedAt,
        })
        .where('kind', '=', kind)
        .where(
          sql<boolean>`exists (
            select 1 from outbox newer
            where newer.account = outbox.account and newer.subject = outbox.subject and newer.kind = outbox.kind
              and newer.id > outbox.id and (newer.kind = 'stock' or newer.state <> 'dead'))`,
        )
        .execute();
    }
    const { numUpdatedRows } = await dead
      .set({ state: 'waiting', attempts: 0, due_at: now, updated_at: updatedAt })
      .executeTakeFirst();
    return Number(numUpdatedRows);
  });
}

/**
 * Whether a write-back can be sent now. One that waits behind another of its order is due only after that.
 *
 * @param now milliseconds since 1970
 * @example if (await hasDueReports(store, account, clock.now())) await sendDue({ store, account, sink, clock });
 */
export async function hasDueReports(store: Store, account: string, now: number): Promise<boolean> {
  const row = await store.db
    .selectFrom('outbox as o')
    .select('o.id')
    .where('o.account', '=', account)
    .where(isDue(sql`${Math.floor(now)}::bigint`))
    .where(isNext())
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
