import { orderViewUrl } from '../billbee/order-link.js';
import { readOrderId } from './read-order-facts.js';

/** What people know an order by, as far as its payload can be read. */
export interface OrderSummary {
  readonly orderNumber: string | undefined;
  readonly shop: string | undefined;
  /** Company or name. */
  readonly buyer: string | undefined;
  /** As it stands in the payload. */
  readonly total: string | undefined;
  readonly currency: string | undefined;
  /** As it stands in the payload. */
  readonly orderedAt: string | undefined;
  /** Opens the order in Billbee. */
  readonly url: string | undefined;
}

/**
 * What people know an order by, out of a payload that may be broken in any way. Never throws.
 *
 * @param raw parsed JSON
 * @example readOrderSummary(JSON.parse(hold.payload)).orderNumber // 'B-4711'
 */
export function readOrderSummary(raw: unknown): OrderSummary {
  const seller = inner(raw, 'Seller');
  const buyer = inner(raw, 'Buyer');
  const address = inner(raw, 'InvoiceAddress');
  const names = (person: unknown): string | undefined =>
    join(text(person, 'FirstName'), text(person, 'LastName')) ?? text(person, 'FullName');
  return {
    orderNumber: text(raw, 'OrderNumber') ?? text(raw, 'Id'),
    shop: text(seller, 'BillbeeShopName') ?? text(raw, 'ApiAccountName'),
    buyer: text(address, 'Company') ?? names(address) ?? names(buyer),
    total: text(raw, 'TotalCost'),
    currency: text(raw, 'Currency'),
    orderedAt: text(raw, 'CreatedAt'),
    url: orderViewUrl(readOrderId(raw), inner(raw, 'WebUrl')),
  };
}

function inner(raw: unknown, key: string): unknown {
  if (typeof raw !== 'object' || raw === null || !Object.hasOwn(raw, key)) return undefined;
  return (raw as Record<string, unknown>)[key];
}

/** A text or a number that is something. */
function text(raw: unknown, key: string): string | undefined {
  const value = inner(raw, key);
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  return String(value).trim().slice(0, 200) || undefined;
}

function join(...parts: readonly (string | undefined)[]): string | undefined {
  return parts.filter((part) => part !== undefined).join(' ') || undefined;
}
