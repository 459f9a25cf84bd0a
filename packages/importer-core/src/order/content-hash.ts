import type { ErpOrder, OrderAddress, OrderLine } from './erp-order.js';
import { fnv1a64 } from './fnv1a.js';

/** Raised when the mapping or what is hashed changes: hashes of different versions say nothing about each other. */
const VERSION = 'c2';

/** What is hashed, value by value in this sequence, so that the sequence of keys in an order does not count. */
function hashedValues(order: ErpOrder): readonly unknown[] {
  const { source, totals, shipping, payment, customer, notes } = order;
  return [
    [source.orderId, source.externalId, source.orderNumber, source.shopId],
    [source.parentOrderId, source.cancelsExternalId, order.orderedAt, order.paidAt],
    [order.currency, order.vatMode, order.shipsFrom, totals.gross, totals.net, totals.tax, totals.paid],
    order.lines.map(lineValues),
    [shipping.gross, shipping.net, shipping.taxRate],
    [shipping.providerName, shipping.productName, shipping.profileName],
    [payment.typeId, payment.transactionId],
    [customer.customerId, customer.number, customer.email, customer.phone, customer.vatId, customer.language],
    addressValues(order.billingAddress),
    addressValues(order.deliveryAddress),
    [notes.customer, notes.internal, notes.invoice],
  ];
}

function lineValues(line: OrderLine): readonly unknown[] {
  return [
    [line.lineId, line.kind, line.isSet, line.sku, line.ean, line.title, line.quantity],
    [line.unitPriceGross, line.unitPriceNet, line.totalGross, line.totalNet, line.taxRate],
    [line.discountPercent, line.attributes.map((attribute) => [attribute.name, attribute.value])],
  ];
}

function addressValues(address: OrderAddress | null): readonly unknown[] | null {
  if (address === null) return null;
  return [
    [address.company, address.firstName, address.lastName, address.nameAddition, address.street],
    [address.houseNumber, address.addressAddition, address.zip, address.city, address.state],
    [address.countryCode, address.email, address.phone],
  ];
}

/**
 * A short text that changes when something changes that an ERP cares about: items, amounts, addresses, payment,
 * shipping, customer, notes.
 *
 * Left out are status, modification, confirmation and shipping time and tags: they change by the write-back itself and
 * with every step an order takes in Billbee.
 *
 * It is FNV-1a over canonical JSON rather than WebCrypto's SHA-256, which is asynchronous: two versions of one and
 * the same order are compared, and 64 bits are plenty for that.
 *
 * @returns a version, a hyphen and 16 hex digits, e.g. `c2-af63dc4c8601ec8c`
 */
export function contentHash(order: ErpOrder): string {
  return `${VERSION}-${fnv1a64(JSON.stringify(hashedValues(order)))}`;
}
