import type { BillbeeOrder } from '../billbee/order-schema.js';
import { sum, ZERO } from './decimal.js';
import { holdOrder } from './hold-order.js';
import type { MapOrderOptions } from './map-options.js';
import { readDecimal, readFlag, readText } from './read-values.js';

/**
 * Holds an order that takes money back. A cancellation in Billbee creates a new order, by default in status 1, which
 * would otherwise be imported as a sale.
 *
 * A credit is told by a negative total, by articles that are negative in sum, or by `IsCancelationFor`. A
 * cancellation with positive amounts and no such mark looks like a sale; its `parentOrderId` is delivered.
 *
 * @throws {HoldError} `credit-order`
 */
export function refuseCredit(order: BillbeeOrder, orderId: string, options: MapOrderOptions): void {
  if (options.allowCredits) return;
  const found = findCredit(order);
  if (!found) return;
  throw holdOrder(
    orderId,
    'credit-order',
    found.field,
    `this is a credit, not a sale: ${found.why}`,
    'Book the credit in the ERP by hand, or allow credits',
  );
}

function findCredit(order: BillbeeOrder): { readonly field: string; readonly why: string } | undefined {
  if (readText(order.IsCancelationFor) !== null) {
    return { field: 'IsCancelationFor', why: 'it cancels another order' };
  }
  const total = readDecimal(order.TotalCost);
  if (total?.lt(0)) return { field: 'TotalCost', why: `TotalCost is ${total.toFixed(2)}` };
  const articles = (order.OrderItems ?? []).filter(
    (item) => !readFlag(item.IsCoupon) && !readFlag(item.IsDiscount),
  );
  const value = sum(articles.map((item) => readDecimal(item.TotalPrice) ?? ZERO));
  if (value.lt(0)) return { field: 'OrderItems', why: `its articles add up to ${value.toFixed(2)}` };
  return undefined;
}
