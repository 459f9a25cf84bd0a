import { z } from 'zod';

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
