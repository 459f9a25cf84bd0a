import { sql } from 'kysely';
import type { Clock } from '../ports.js';
import { noteEvents } from '../store/order-events.js';
import { sqlText } from '../store/sql-text.js';
import type { Store } from '../store/store.js';
import { deliveryKeys } from '../target/delivery-key.js';
import { type PrepareOrder, prepareOrder } from './prepare-order.js';

export interface DismissHeldOptions {
  readonly account: string;
  readonly store: Store;
  readonly clock: Clock;
  /** Ids as {@link listHeld} gives them. */
  readonly ids: readonly string[];
  /** Why, for those who look later. */
  readonly note?: string | undefined;
  /** As for the import: reads what a changed order has become. */
  readonly prepare?: PrepareOrder | undefined;
}

/**
 * Ends holds that nobody will mend. The orders count as decided: they are neither imported nor held again, whatever happens to
 * them in Billbee; their raw payload is deleted. One that was delivered and had changed since stays delivered, and its change counts
 * as seen.
 *
 * @returns the ids that were held, others are unknown
 * @example await dismissHeld({ account, store, clock, ids: ['300000180937794'], note: 'test order' })
 */
export async function dismissHeld(options: DismissHeldOptions): Promise<ReadonlySet<string>> {
  const { account, store, clock, ids, note, prepare = prepareOrder() } = options;
  if (ids.length === 0) return new Set();
  const keyOf = await deliveryKeys(account);
  const now = new Date(clock.now()).toISOString();
  return store.db.transaction().execute(async (db) => {
    const held = await db
      .deleteFrom('hold')
      .where('account', '=', account)
      .where('hold_id', 'in', [...ids])
      .returning(['hold_id as id', 'target', 'payload'])
      .execute();
    for (const { id, target, payload } of held) {
      const { contentHash, statusId = 0 } = await prepare(JSON.parse(payload));
      const noted = note === undefined ? null : sqlText(note);
      await sql`
        insert into delivery (account, target, order_id, key, state, content_hash, status_id, note, updated_at)
        values (${account}, ${target}, ${id}, ${keyOf(id)}, 'dismissed', '', ${statusId}, ${noted}, ${now})
        on conflict (account, target, order_id) do update set
          state = case when delivery.state = 'delivered' then 'delivered' else 'dismissed' end,
          content_hash = ${contentHash}, status_id = ${statusId}, note = ${noted}, updated_at = ${now}
      `.execute(db);
      await noteEvents(db, { account, target }, [{ orderId: id, event: 'dismissed' }], now);
    }
    return new Set(held.map(({ id }) => id));
  });
}
