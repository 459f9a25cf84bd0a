import { z } from 'zod';
import type { StockOutcome } from '../outbox/write-back-sink.js';
import { unwrap } from './envelope.js';

const shipment = z.object({ ShippingId: z.union([z.string(), z.number()]).nullish() }).nullish();
const order = z.object({ ShippingIds: z.array(shipment.catch(undefined)).nullish() });

/**
 * Tracking numbers on an order. Source: `Billbee API: Order.ShippingIds[].ShippingId`.
 *
 * @param value an order as it arrived
 */
export function trackingNumbers(value: unknown): readonly string[] {
  const parsed = order.safeParse(value);
  const shipments = (parsed.success && parsed.data.ShippingIds) || [];
  return shipments.map((entry) => String(entry?.ShippingId ?? '').trim()).filter((number) => number !== '');
}

const longestMessage = 300;

/**
 * What became of each stock level: Billbee answers with a list in the same sequence, each in an envelope.
 *
 * Source: `Billbee API: POST /products/updatestockmultiple`. An empty answer is a success, as with all writes.
 *
 * @param clean takes credentials out of a text
 * @returns undefined when the answer does not have one result per level
 */
export function stockOutcomes(
  data: unknown,
  levels: number,
  clean: (text: string) => string,
): readonly StockOutcome[] | undefined {
  if (data === undefined || data === null) return Array<StockOutcome>(levels).fill(undefined);
  if (!Array.isArray(data) || data.length !== levels) return undefined;
  return data.map((result: unknown) => {
    const { failure, words } = unwrap(result);
    if (failure === undefined) return undefined;
    const said = clean(words).slice(0, longestMessage);
    return [failure === '' ? '' : `ErrorCode ${failure}`, said].filter(Boolean).join(': ') || 'refused';
  });
}
