import type { ErpOrder } from 'importer-core';
import { enqueueStatus, sqlText } from 'importer-core/store';
import { tablesOf } from '../store/tables.js';
import { type HeldBack, holdStaged } from './hold-staged.js';
import { type Refusal, type StagedOrdersOptions, stagingTargetId } from './staging-target.js';
import { withdrawStaged } from './withdraw-staged.js';

/** Which of the waiting orders; times are ISO 8601 with `Z` and milliseconds. */
export interface StagedFilter {
  /** Only orders changed at or after this time. */
  readonly changedFrom?: string | undefined;
  /** Only orders placed at or after this time. */
  readonly orderedFrom?: string | undefined;
}

/** What became of an acknowledgement. `unknown`: this queue never held the order. */
export type Acknowledged = 'taken' | 'already-taken' | 'unknown';

/**
 * The orders that wait for one ERP. Fetching changes nothing: the same orders are handed out until they are
 * acknowledged, so a crash on either side loses and doubles nothing.
 *
 * @example
 * const orders = createStagedOrders({ store, account, queue: 'shop-1', clock });
 * for (const order of await orders.waiting(50)) await orders.acknowledge(order.source.orderId, {});
 */
export function createStagedOrders(options: StagedOrdersOptions) {
  const { store, account, queue, clock } = options;
  const db = tablesOf(store.db);
  const scope = { account, queue, target: stagingTargetId(queue) };
  const rows = () => db.selectFrom('staged_order').where('account', '=', account).where('queue', '=', queue);
  const waitingRows = ({ changedFrom = '', orderedFrom = '' }: StagedFilter) =>
    rows()
      .where('state', '=', 'waiting')
      .where('changed_at', '>=', changedFrom)
      .where('ordered_at', '>=', orderedFrom);

  return {
    /** The next orders in the sequence in which they were staged. */
    async waiting(limit: number, filter: StagedFilter = {}): Promise<ErpOrder[]> {
      const found = await waitingRows(filter).select('mapped').orderBy('sequence').limit(limit).execute();
      return found.map((row) => row.mapped as ErpOrder);
    },

    async count(filter: StagedFilter = {}): Promise<number> {
      const { count } = await waitingRows(filter)
        .select(({ fn }) => fn.countAll().as('count'))
        .executeTakeFirstOrThrow();
      return Number(count);
    },

    /** How many orders are held for this queue. */
    async held(): Promise<number> {
      const { count } = await store.db
        .selectFrom('hold')
        .select(({ fn }) => fn.countAll().as('count'))
        .where('account', '=', account)
        .where('target', '=', stagingTargetId(queue))
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
      // Null: what was taken long ago, and has been forgotten.
      return (match?.mapped ?? undefined) as ErpOrder | undefined;
    },

    /** Which of these waiting orders were staged before a time. */
    async stagedBefore(time: string, orderIds: readonly string[]): Promise<ReadonlySet<string>> {
      if (orderIds.length === 0) return new Set();
      const found = await waitingRows({})
        .select('order_id')
        .where('order_id', 'in', orderIds)
        .where('staged_at', '<', time)
        .execute();
      return new Set(found.map((row) => row.order_id));
    },

    /** The order was seen in Billbee just now, as it waits here. */
    async confirm(orderId: string): Promise<void> {
      await db
        .updateTable('staged_order')
        .set({ staged_at: new Date(clock.now()).toISOString() })
        .where('account', '=', account)
        .where('queue', '=', queue)
        .where('order_id', '=', orderId)
        .execute();
    },

    /**
     * Takes back an order that the ERP has not taken and is not to get (any more), e.g. one cancelled while it waited.
     * Should it come into a selected status again, it is new.
     */
    async withdraw(orderId: string): Promise<void> {
      await store.db.transaction().execute((trx) => withdrawStaged(trx, scope, [orderId]));
    },

    /**
     * Keeps aside an order that waits and that the ERP could not take after all, e.g. since its settings have changed. It
     * is tried again as any held order.
     */
    async hold(order: ErpOrder, refusal: Refusal): Promise<HeldBack> {
      return holdStaged(options, order, refusal);
    },

    /**
     * The ERP has the order: it is not offered again. Safe to repeat. A status for Billbee is put into the outbox in the
     * same transaction, unless one was put in for the order before.
     */
    async acknowledge(
      orderId: string,
      { statusId, whileIn }: { readonly statusId?: number | undefined; readonly whileIn?: readonly number[] },
    ): Promise<Acknowledged> {
      const now = clock.now();
      return store.db.transaction().execute(async (trx) => {
        const taken = await tablesOf(trx)
          .updateTable('staged_order')
          .set({ state: 'taken', taken_at: new Date(now).toISOString() })
          .where('account', '=', account)
          .where('queue', '=', queue)
          .where('order_id', '=', sqlText(orderId))
          .where('state', '=', 'waiting')
          .returning('order_id')
          .executeTakeFirst();
        if (taken && statusId !== undefined) {
          await enqueueStatus(trx, account, [orderId], statusId, now, whileIn);
        }
        if (taken) return 'taken';
        const known = await tablesOf(trx)
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
export type StagedOrders = ReturnType<typeof createStagedOrders>;
