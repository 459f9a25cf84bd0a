import { HoldError } from '../errors.js';
import type { OutboxRow } from './entry.js';
import type { Shipment, StockLevel, WriteBackSink } from './write-back-sink.js';

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
): Promise<string | null> {
  const orderId = row.order_id ?? '';
  switch (row.kind) {
    case 'status':
      await sink.setOrderStatus(orderId, (row.payload as { statusId: number }).statusId, signal);
      return null;
    case 'tags':
      await sink.addTags(orderId, (row.payload as { tags: string[] }).tags, signal);
      return null;
    case 'shipment': {
      const shipment = row.payload as Shipment;
      if (row.unclear) {
        const there = await sink.readTrackingNumbers(orderId, signal);
        if (there.includes(shipment.trackingNumber)) return 'An earlier try had arrived.';
      }
      await sink.addShipment(orderId, shipment, signal);
      return null;
    }
    default:
      throw new HoldError(
        'write-back-unknown',
        `This version cannot send a write-back of the kind ${row.kind}.`,
      );
  }
}

/** Sends stock levels in one call; per level: undefined when taken, else what to tell. */
export async function sendStock(
  rows: readonly OutboxRow[],
  sink: WriteBackSink,
  signal: AbortSignal | undefined,
): Promise<readonly (string | undefined)[]> {
  const levels = rows.map((row) => row.payload as StockLevel);
  const outcomes = await sink.updateStock(levels, signal);
  return levels.map((level, index) =>
    index < outcomes.length
      ? outcomes[index]
      : `Billbee did not say what became of the stock of ${level.sku}.`,
  );
}
