import type { BillbeeOrder } from '../billbee/order-schema.js';
import { orderMessages } from '../messages/core/order-messages.js';
import { sum, ZERO } from './decimal.js';
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
  const { field, ...why } = found;
  const code = readText(order.Currency)?.toUpperCase();
  const currency = code !== undefined && /^[A-Z]{3}$/.test(code) ? code : undefined;
  throw orderMessages.hold('credit-order', { orderId, currency, ...why }, { field });
}

interface Credit {
  readonly field: string;
  readonly why: 'cancels' | 'total' | 'articles';
  readonly amount?: string;
}

function findCredit(order: BillbeeOrder): Credit | undefined {
  if (readText(order.IsCancelationFor) !== null) {
    return { field: 'IsCancelationFor', why: 'cancels' };
  }
  const total = readDecimal(order.TotalCost);
  if (total?.lt(ZERO)) return { field: 'TotalCost', why: 'total', amount: total.toFixed(2) };
  const articles = (order.OrderItems ?? []).filter(
    (item) => !readFlag(item.IsCoupon) && !readFlag(item.IsDiscount),
  );
  const value = sum(articles.map((item) => readDecimal(item.TotalPrice) ?? ZERO));
  if (value.lt(ZERO)) return { field: 'OrderItems', why: 'articles', amount: value.toFixed(2) };
  return undefined;
}
