import { sql } from 'kysely';
import type { Store } from '../store/store.js';
import type { Delivery, DeliveryOutcome, Target } from './target.js';

/** The store itself as the destination (id `store`): used when no other target is named. */
export function storeTarget(store: Store, account: string): Target {
  async function write(orders: readonly Delivery[]): Promise<DeliveryOutcome[]> {
    // The orders travel as JSON inside a JSON text: `json` keeps every character a shop can send, `jsonb` would not.
    const rows = orders.map(({ key, order }) => ({
      key,
      orderId: order.source.orderId,
      mapped: JSON.stringify(order),
    }));
    await sql`
      insert into stored_order (account, key, order_id, mapped)
      select ${account}, r.key, r."orderId", r.mapped::json
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(key text, "orderId" text, mapped text)
      on conflict (account, key) do update set mapped = excluded.mapped
    `.execute(store.db);
    return orders.map(() => ({ outcome: 'delivered' }));
  }
  return {
    id: 'store',
    deliver: write,
    update: write,
    async findDelivered(keys) {
      const { rows } = await sql<{ key: string }>`
        select key from stored_order
        where account = ${account} and key = any(array(select jsonb_array_elements_text(${JSON.stringify(keys)}::jsonb)))
      `.execute(store.db);
      return new Set(rows.map((row) => row.key));
    },
    async close() {},
  };
}
