import type { ErpOrder } from '../order/erp-order.js';
import { enqueueStatus } from '../outbox/enqueue.js';
import type { Clock } from '../ports.js';
import { sqlText } from '../store/sql-text.js';
import type { Store } from '../store/store.js';

export interface StagedOrdersOptions {
  readonly store: Store;
  readonly account: string;
  /** As for `stagingTarget`. */
  readonly queue: string;
  readonly clock: Clock;
}

/** What an ERP may fetch. */
export interface StagedQuery {
  readonly limit: number;
  /** Only orders changed at or after this time, ISO 8601 with `Z`. */
  readonly from?: string | undefined;
}

/** What became of an acknowledgement. `unknown`: this queue never held the order. */
export type Acknowledged = 'taken' | 'already-taken' | 'unknown';

/**
 * The orders that wait for one ERP. Fetching changes nothing: the same orders are handed out until they are
 * acknowledged, so a crash on either side loses and doubles nothing.
 *
 * @example
 * const orders = stagedOrders({ store, account, queue: 'shop-1', clock });
 * for (const order of await orders.waiting({ limit: 50 })) await orders.acknowledge(order.source.orderId, {});
 */
export function stagedOrders({ store, account, queue, clock }: StagedOrdersOptions) {
  const { db } = store;
  const rows = () => db.selectFrom('staged_order').where('account', '=', account).where('queue', '=', queue);
  const waitingRows = (from: string | undefined) => {
    const waiting = rows().where('state', '=', 'waiting');
    return from === undefined ? waiting : waiting.where('changed_at', '>=', from);
  };

  return {
    /** The next orders in the sequence in which they were staged. */
    async waiting({ limit, from }: StagedQuery): Promise<ErpOrder[]> {
      const found = await waitingRows(from).select('mapped').orderBy('sequence').limit(limit).execute();
      return found.map((row) => row.mapped as ErpOrder);
    },

    async count({ from }: Pick<StagedQuery, 'from'> = {}): Promise<number> {
      const { count } = await waitingRows(from)
        .select(({ fn }) => fn.countAll().as('count'))
        .executeTakeFirstOrThrow();
      return Number(count);
    },

    /** One order by BillBeeOrderId, order number or external id, also one that was taken; the newest where several match. */
    async find(number: string): Promise<ErpOrder | undefined> {
      const text = sqlText(number);
      const found = await rows()
        .select(['mapped', 'order_id'])
        .where((row) =>
          row.or([row('order_id', '=', text), row('order_number', '=', text), row('external_id', '=', text)]),
        )
        .orderBy('sequence', 'desc')
        .execute();
      const match = found.find((row) => row.order_id === text) ?? found[0];
      return match?.mapped as ErpOrder | undefined;
    },

    /** Whether this queue holds or held the order. */
    async has(orderId: string): Promise<boolean> {
      const found = await rows().select('order_id').where('order_id', '=', sqlText(orderId)).execute();
      return found.length > 0;
    },

    /**
     * The ERP has the order: it is not offered again. Safe to repeat. A status for Billbee is put into the outbox in the
     * same transaction, unless one was put in for the order before.
     */
    async acknowledge(
      orderId: string,
      { statusId }: { readonly statusId?: number | undefined },
    ): Promise<Acknowledged> {
      const now = clock.now();
      return db.transaction().execute(async (trx) => {
        const taken = await trx
          .updateTable('staged_order')
          .set({ state: 'taken', taken_at: new Date(now).toISOString() })
          .where('account', '=', account)
          .where('queue', '=', queue)
          .where('order_id', '=', sqlText(orderId))
          .where('state', '=', 'waiting')
          .returning('order_id')
          .executeTakeFirst();
        if (taken && statusId !== undefined) await enqueueStatus(trx, account, [orderId], statusId, now);
        if (taken) return 'taken';
        const known = await trx
          .selectFrom('staged_order')
          .select('order_id')
          .where('account', '=', account)
          .where('queue', '=', queue)
          .where('order_id', '=', sqlText(orderId))
          .executeTakeFirst();
        return known ? 'already-taken' : 'unknown';
      });
    },
  };
}

/** See {@link stagedOrders}. */
export type StagedOrders = ReturnType<typeof stagedOrders>;
