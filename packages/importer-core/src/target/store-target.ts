import { sql } from 'kysely';
import type { Store } from '../store/store.js';
import type { Delivery, DeliveryOutcome, Target } from './target.js';

/** The store itself as the destination (id `store`): used when no other target is named. */
export function createStoreTarget(store: Store, account: string): Target {
  async function write(orders: readonly Delivery[]): Promise<DeliveryOutcome[]> {
    // Orders travel as lines of one text: JSON has no line break of its own, and nothing between here and the column has
    // to read it. `json` keeps every character a shop can send, `jsonb` would not.
    const lines = (of: (delivery: Delivery) => string): string => orders.map(of).join('\n');
    const column = (text: string) => sql`string_to_array(${text}, chr(10))`;
    await sql`
      insert into stored_order (account, key, order_id, mapped)
      select ${account}, r.key, r.order_id, r.mapped::json
      from unnest(
        ${column(lines(({ key }) => key))},
        ${column(lines(({ order }) => order.source.orderId))},
        ${column(lines(({ order }) => JSON.stringify(order)))}) as r(key, order_id, mapped)
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
        where account = ${account} and key = any(array(select json_array_elements_text(${JSON.stringify(keys)}::json)))
      `.execute(store.db);
      return new Set(rows.map((row) => row.key));
    },
    async close() {},
  };
}
