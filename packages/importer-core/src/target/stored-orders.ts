import type { ErpOrder } from '../order/erp-order.js';
import type { Store } from '../store/store.js';

/** An order that the store itself was the target of. */
export interface StoredOrder {
  readonly key: string;
  readonly order: ErpOrder;
  /** ISO 8601 with `Z`: when it was delivered or changed last. */
  readonly deliveredAt: string;
}

const batchSize = 500;

/**
 * The orders that imports without another target have left in the store, oldest first.
 *
 * @param since ISO 8601 with `Z`: only those delivered or changed at or after it
 * @example for await (const { order } of storedOrders(store, account)) console.log(order.source.orderNumber);
 */
export async function* storedOrders(
  store: Store,
  account: string,
  since = '',
): AsyncGenerator<StoredOrder, void, undefined> {
  let after = { deliveredAt: '', orderId: '' };
  for (;;) {
    const rows = await store.db
      .selectFrom('delivery')
      .innerJoin('stored_order', (join) =>
        join
          .onRef('stored_order.account', '=', 'delivery.account')
          .onRef('stored_order.key', '=', 'delivery.key'),
      )
      .select([
        'delivery.key as key',
        'delivery.order_id as orderId',
        'delivery.updated_at as deliveredAt',
        'stored_order.mapped as order',
      ])
      .where('delivery.account', '=', account)
      .where('delivery.target', '=', 'store')
      .where('delivery.updated_at', '>=', since)
      .where(({ eb, refTuple, tuple }) =>
        eb(
          refTuple('delivery.updated_at', 'delivery.order_id'),
          '>',
          tuple(after.deliveredAt, after.orderId),
        ),
      )
      .orderBy('delivery.updated_at')
      .orderBy('delivery.order_id')
      .limit(batchSize)
      .execute();
    for (const { key, order, deliveredAt } of rows) yield { key, order: order as ErpOrder, deliveredAt };
    const last = rows.at(-1);
    if (!last) return;
    after = last;
  }
}
