import type { BillbeeOrder, BillbeeOrderItem } from '../billbee/order-schema.js';
import { orderMessages } from '../messages/core/order-messages.js';
import { type Decimal, printMoney, printNumber, unitPrice, ZERO } from './decimal.js';
import type { OrderLine, OrderLineKind } from './erp-order.js';
import type { TaxedAmount } from './map-totals.js';
import { firstText, readDecimal, readFlag, readId, readInteger, readText } from './read-values.js';

/** Billbee's product type for a set. */
const BOM_TYPE = 2;

/**
 * One position. A set stays one line; a coupon or discount keeps the sign it arrived with.
 *
 * @param amount the position's total with its tax
 * @throws {HoldError} `quantity-zero` when there is a price but nothing it belongs to
 */
export function mapLine(
  item: BillbeeOrderItem,
  index: number,
  amount: TaxedAmount,
  orderId: string,
): OrderLine {
  const total = amount.gross;
  const quantity = readDecimal(item.Quantity) ?? ZERO;
  if (quantity.eq(ZERO) && !total.eq(ZERO)) {
    const field = `OrderItems[${index}].Quantity`;
    throw orderMessages.hold('quantity-zero', { orderId, field, amount: total.toFixed(2) }, { field });
  }
  const discount = readDecimal(item.Discount);
  return {
    lineId: readId(item.BillbeeId),
    kind: kindOf(item),
    isSet: readInteger(item.Product?.Type) === BOM_TYPE,
    sku: firstText(item.Product?.SKU, item.InvoiceSKU),
    ean: readText(item.Product?.EAN),
    title: readText(item.Product?.Title),
    quantity: printNumber(quantity),
    ...prices(amount, quantity),
    discountPercent: discount === null || discount.eq(ZERO) ? null : printNumber(discount),
    attributes: mapAttributes(item),
  };
}

/** A surcharge or deduction for the whole order, as a line of its own. */
export function mapAdjustment(order: BillbeeOrder, amount: TaxedAmount): OrderLine {
  return {
    lineId: null,
    kind: 'adjustment',
    isSet: false,
    sku: null,
    ean: null,
    title: readText(order.AdjustmentReason),
    quantity: '1',
    ...prices(amount, ONE),
    discountPercent: null,
    attributes: [],
  };
}

const ONE = ZERO.plus(1);

function prices({ gross: total, rate, tax }: TaxedAmount, quantity: Decimal) {
  const net = total.minus(tax);
  const free = quantity.eq(ZERO);
  const single = quantity.eq(ONE);
  const gross = printMoney(total);
  const totalNet = printMoney(net);
  return {
    unitPriceGross: free ? '0.00' : single ? gross : unitPrice(total, quantity),
    unitPriceNet: free ? '0.00' : single ? totalNet : unitPrice(net, quantity),
    totalGross: gross,
    totalNet,
    taxRate: printNumber(rate),
  };
}

function kindOf(item: BillbeeOrderItem): OrderLineKind {
  if (readFlag(item.IsCoupon)) return 'coupon';
  return readFlag(item.IsDiscount) ? 'discount' : 'article';
}

function mapAttributes(item: BillbeeOrderItem): OrderLine['attributes'] {
  const attributes: { name: string; value: string }[] = [];
  for (const attribute of item.Attributes ?? []) {
    const name = readText(attribute?.Name);
    const value = readText(attribute?.Value);
    if (name !== null || value !== null) attributes.push({ name: name ?? '', value: value ?? '' });
  }
  return attributes;
}
