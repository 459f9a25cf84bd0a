import { outboxMessages } from '../messages/core/outbox-messages.js';
import type { Problem } from '../messages/problem.js';
import { readOrderFacts } from '../order/read-order-facts.js';
import type { OutboxRow } from './entry.js';
import type { Shipment, StockLevel, WriteBackSink } from './write-back-sink.js';

/**
 * Asks Billbee whether what a write-back was decided for is still so: people cancel and ship meanwhile.
 *
 * @returns why it is not sent any more; null: it may be
 * @throws whatever the sink throws
 */
export async function whyOutdated(
  { order_id: orderId, payload }: OutboxRow,
  sink: WriteBackSink,
  signal: AbortSignal | undefined,
): Promise<Problem | null> {
  const { whileIn, statusId } = payload as { whileIn?: readonly number[]; statusId?: number };
  if (!whileIn || orderId === null) return null;
  const order = await sink.readOrder(orderId, signal);
  const now = order === undefined ? undefined : readOrderFacts(order).statusId;
  if (now !== undefined && whileIn.includes(now)) return null;
  if (now !== undefined && now === statusId) return outboxMessages.problem('write-back-arrived', {});
  return outboxMessages.problem('write-back-outdated', {
    orderId,
    ...(now !== undefined && { statusId: String(now) }),
  });
}

/**
 * Makes the call of one write-back.
 *
 * A shipment is not safe to repeat: when an earlier try may have arrived, the order's tracking numbers are
 * looked at first.
 *
 * @returns what to note about it
 * @throws whatever the sink throws
 */
export async function sendOne(
  row: OutboxRow,
  sink: WriteBackSink,
  signal: AbortSignal | undefined,
): Promise<Problem | null> {
  const orderId = row.order_id ?? '';
  // People act between two tries as well.
  const once = (row.payload as { whileIn?: unknown }).whileIn !== undefined;
  switch (row.kind) {
    case 'status':
      await sink.setOrderStatus(orderId, (row.payload as { statusId: number }).statusId, signal, { once });
      return null;
    case 'tags':
      await sink.addTags(orderId, (row.payload as { tags: string[] }).tags, signal, { once });
      return null;
    case 'shipment': {
      const shipment = row.payload as Shipment;
      if (row.unclear) {
        const there = await sink.readTrackingNumbers(orderId, signal);
        if (there.includes(shipment.trackingNumber)) return outboxMessages.problem('write-back-arrived', {});
      }
      await sink.addShipment(orderId, shipment, signal);
      return null;
    }
    default:
      throw outboxMessages.hold('write-back-unknown', { kind: row.kind });
  }
}

/** Sends stock levels in one call; per level: undefined when taken, else what to tell. */
export async function sendStock(
  rows: readonly OutboxRow[],
  sink: WriteBackSink,
  signal: AbortSignal | undefined,
): Promise<readonly (Problem | undefined)[]> {
  const levels = rows.map((row) => row.payload as StockLevel);
  const outcomes = await sink.updateStock(levels, signal);
  return levels.map(({ sku }, index) => {
    if (index >= outcomes.length) return outboxMessages.problem('stock-unclear', { sku });
    const words = outcomes[index];
    return words === undefined ? undefined : outboxMessages.problem('stock-refused', { sku, words });
  });
}
