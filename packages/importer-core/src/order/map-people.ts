import type { BillbeeOrder } from '../billbee/order-schema.js';
import type { OrderCustomer, OrderNotes, OrderOrigin } from './erp-order.js';
import type { TimeReader } from './read-time.js';
import { firstText, readFlag, readId, readInteger, readText } from './read-values.js';

/**
 * Where the order comes from. The shop is the one in `Seller`, which Billbee's filter compares; an order without a
 * seller has the shop connection's account instead.
 */
export function mapOrigin(order: BillbeeOrder, orderId: string): OrderOrigin {
  return {
    system: 'billbee',
    orderId,
    externalId: readText(order.Id),
    orderNumber: readText(order.OrderNumber),
    shopId: readId(order.Seller?.BillbeeShopId) ?? readId(order.ApiAccountId),
    shopName: firstText(order.Seller?.BillbeeShopName, order.ApiAccountName),
    platform: readText(order.Seller?.Platform),
    statusId: readInteger(order.State),
    parentOrderId: readId(order.BillBeeParentOrderId),
    cancelsExternalId: readText(order.IsCancelationFor),
  };
}

/** Who ordered: the customer record first, then what the order itself says. */
export function mapCustomer(order: BillbeeOrder): OrderCustomer {
  const { Customer: customer, InvoiceAddress: billing, Buyer: buyer } = order;
  return {
    customerId: readId(customer?.Id),
    number: firstText(order.CustomerNumber, customer?.Number),
    email: firstText(customer?.Email, billing?.Email, buyer?.Email),
    phone: firstText(customer?.Tel1, billing?.Phone),
    vatId: firstText(order.CustomerVatId, order.VatId, customer?.VatId),
    language: readLanguage(order),
  };
}

/** `DE` and `de-AT` as `de`. */
function readLanguage(order: BillbeeOrder): string | null {
  const text = readText(order.LanguageCode);
  return text === null ? null : (/^([a-z]{2})(?:[-_]|$)/i.exec(text)?.[1]?.toLowerCase() ?? null);
}

/** What was written about the order; the customer's messages oldest first, those without a date first of all. */
export function mapNotes(order: BillbeeOrder, time: TimeReader): OrderNotes {
  const messages: { readonly text: string; readonly at: number }[] = [];
  for (const comment of order.Comments ?? []) {
    const text = readText(comment?.Text);
    if (text === null || !readFlag(comment?.FromCustomer)) continue;
    const at = time(comment?.Created);
    messages.push({ text, at: at === null ? 0 : Date.parse(at) });
  }
  messages.sort((a, b) => a.at - b.at);
  return {
    customer: messages.map((message) => message.text),
    internal: readText(order.SellerComment),
    invoice: readText(order.CustomInvoiceNote),
  };
}

/** Tags as they are written, each once; Billbee does not tell upper from lower case. */
export function mapTags(order: BillbeeOrder): readonly string[] {
  const tags = new Map<string, string>();
  for (const value of order.Tags ?? []) {
    const tag = readText(value);
    if (tag !== null && !tags.has(tag.toLowerCase())) tags.set(tag.toLowerCase(), tag);
  }
  return [...tags.values()];
}

/** The transaction of the newest payment; the order's own field is Billbee's older way to say it. */
export function readTransactionId(order: BillbeeOrder, time: TimeReader): string | null {
  let newest: { readonly id: string; readonly at: number } | undefined;
  for (const payment of order.Payments ?? []) {
    const id = readText(payment?.TransactionId);
    if (id === null) continue;
    const paidAt = time(payment?.PayDate);
    const at = paidAt === null ? 0 : Date.parse(paidAt);
    if (newest === undefined || at > newest.at) newest = { id, at };
  }
  return newest?.id ?? readText(order.PaymentTransactionId);
}
