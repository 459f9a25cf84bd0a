import type { ErpOrder } from 'importer-core';
import { StopError } from 'importer-core';
import { importScope, withRunSession, writeHolds } from 'importer-core/store';
import { tablesOf } from '../store/tables.js';
import { type Refusal, type StagedOrdersOptions, stagingTargetId } from './staging-target.js';
import { withdrawStaged } from './withdraw-staged.js';

/** What became of an order that was to be held: `gone` does not wait as it was; `busy`: an import is under way, try later. */
export type HeldBack = 'held' | 'gone' | 'busy';

/**
 * Withdraws an order that waits and keeps it as held, in one transaction; never beside an import, which could be about to
 * confirm it.
 */
export async function holdStaged(
  { store, account, queue, clock }: StagedOrdersOptions,
  order: ErpOrder,
  { reason, field, values, message }: Refusal,
): Promise<HeldBack> {
  const target = stagingTargetId(queue);
  const { orderId, orderNumber } = order.source;
  const hold = {
    holdId: orderId,
    origin: 'target' as const,
    reason,
    field,
    values,
    message,
    // The queue has no payload; a retry reads the order from Billbee. No payload has an empty hash: any that comes is tried.
    payload: JSON.stringify({ BillBeeOrderId: orderId, OrderNumber: orderNumber }),
    payloadHash: '',
  };
  try {
    return await withRunSession(
      store,
      importScope(account, { id: target }),
      { activity: 'withdrawing', target },
      (session) =>
        session.transaction(async (db): Promise<HeldBack> => {
          const row = await tablesOf(db)
            .selectFrom('staged_order')
            .select('mapped')
            .where('account', '=', account)
            .where('queue', '=', queue)
            .where('order_id', '=', orderId)
            .executeTakeFirst();
          if (!row || JSON.stringify(row.mapped) !== JSON.stringify(order)) return 'gone';
          const withdrawn = await withdrawStaged(db, { account, queue, target }, [orderId]);
          if (!withdrawn.has(orderId)) return 'gone';
          await writeHolds(db, { account, target }, [hold], new Date(clock.now()).toISOString());
          return 'held';
        }),
    );
  } catch (error) {
    if (error instanceof StopError && error.code === 'already-running') return 'busy';
    throw error;
  }
}
