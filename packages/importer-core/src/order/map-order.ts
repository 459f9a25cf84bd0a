import type { BillbeeOrder } from '../billbee/order-schema.js';
import { paymentTypeName } from '../billbee/payment-types.js';
import { orderMessages } from '../messages/core/order-messages.js';
import { printMoney, printNumber, ZERO } from './decimal.js';
import type { ErpOrder } from './erp-order.js';
import { mapAddress, readCountry } from './map-address.js';
import { mapAdjustment, mapLine } from './map-lines.js';
import type { MapOrderOptions } from './map-options.js';
import { mapCustomer, mapNotes, mapOrigin, mapTags, readTransactionId } from './map-people.js';
import { mapTotals, shippingRate, taxed } from './map-totals.js';
import { proveTotals } from './prove-totals.js';
import { readOrderId } from './read-order-facts.js';
import { timeReader } from './read-time.js';
import { describeValue, readDecimal, readId, readInteger, readText } from './read-values.js';

import { refuseCredit } from './refuse-credit.js';
import { readTaxRates } from './tax-rates.js';

/**
 * Maps a parsed order to the neutral order that every ERP target receives.
 *
 * Rules, with the reason codes of the orders they hold:
 *
 * - **Totals** TotalCost contains shipping. Positions + shipping (+ AdjustmentCost, if only that gives the sum)
 *   must be TotalCost to the cent, else `total-mismatch`.
 * - **Tax** VatMode 0: TaxIndex 1 and 2 choose TaxRate1 and TaxRate2. VatMode 1 to 4: no tax. Another mode: whichever of
 *   the two Billbee's TaxAmount confirms, else `vat-mode-unknown`. A TaxAmount against its rate: `tax-mismatch`.
 * - **Credits** a negative total, negative articles in sum, or IsCancelationFor: `credit-order`.
 * - **No positions** `order-empty`. **Quantity 0** passes at price 0, else `quantity-zero`.
 * - **Currency** missing: `currency-missing`; not three letters: `currency-unreadable`.
 * - **Sets** stay one line. **Delivery address** null means: same as the billing address.
 *
 * @param order from `parseOrder`
 * @throws {HoldError} with one of the codes above
 * @throws {SettingsError} `time-zone-unknown`, `currency-setting-unreadable`
 * @example mapOrder(parseOrder(raw).order).totals.gross // '3612.84'
 */
export function mapOrder(order: BillbeeOrder, options: MapOrderOptions = {}): ErpOrder {
  const orderId = readOrderId(order);
  if (orderId === undefined) {
    const found = describeValue(order.BillBeeOrderId);
    throw orderMessages.hold('order-id-unreadable', found, { field: 'BillBeeOrderId' });
  }
  const time = timeReader(options.timeZone);
  const orderedAt = time(order.CreatedAt);
  if (orderedAt === null) {
    const values = { orderId, field: 'CreatedAt', ...describeValue(order.CreatedAt) };
    throw orderMessages.hold(
      'order-date-unreadable',
      { ...values, expected: 'date' },
      { field: 'CreatedAt' },
    );
  }
  const items = order.OrderItems ?? [];
  const exact = {
    lines: items.map((item) => readDecimal(item.TotalPrice) ?? ZERO),
    shipping: readDecimal(order.ShippingCost) ?? ZERO,
    adjustment: readDecimal(order.AdjustmentCost) ?? ZERO,
    total: readDecimal(order.TotalCost) ?? ZERO,
  };
  refuseCredit(order, orderId, options);
  if (items.length === 0 && !options.allowEmptyOrders) {
    throw orderMessages.hold('order-empty', { orderId }, { field: 'OrderItems' });
  }
  const currency = readCurrency(order, orderId, options);
  const rates = readTaxRates(order, orderId, options);
  const proved = proveTotals(exact, orderId, currency);

  const amounts = proved.lines.map((gross, index) => taxed(gross, rates.ofItems[index] ?? ZERO));
  const lines = items.map((item, index) => mapLine(item, index, amounts[index] ?? NOTHING, orderId));
  const rate = shippingRate(lines, options.shippingTax ?? 'highest', rates.fallback);
  const shipping = taxed(proved.shipping, rate);
  if (!proved.shipping.eq(ZERO)) amounts.push(shipping);
  if (proved.adjustment) {
    const adjustment = taxed(proved.adjustment, rate);
    lines.push(mapAdjustment(order, adjustment));
    amounts.push(adjustment);
  }
  const typeId = readInteger(order.PaymentMethod);

  return {
    source: mapOrigin(order, orderId),
    orderedAt,
    paidAt: time(order.PayedAt),
    confirmedAt: time(order.ConfirmedAt),
    shippedAt: time(order.ShippedAt),
    modifiedAt: time(order.LastModifiedAt),
    currency,
    totals: mapTotals(amounts, proved.total, readDecimal(order.PaidAmount)),
    lines,
    shipping: {
      gross: printMoney(shipping.gross),
      net: printMoney(shipping.gross.minus(shipping.tax)),
      taxRate: printNumber(rate),
      providerId: readId(order.ShippingProviderId),
      providerName: readText(order.ShippingProviderName),
      productId: readId(order.ShippingProviderProductId),
      productName: readText(order.ShippingProviderProductName),
      profileId: readText(order.ShippingProfileId),
      profileName: readText(order.ShippingProfileName),
    },
    payment: {
      typeId,
      name: typeId === null ? null : paymentTypeName(typeId),
      transactionId: readTransactionId(order, time),
    },
    customer: mapCustomer(order),
    billingAddress: mapAddress(order.InvoiceAddress),
    deliveryAddress: mapAddress(order.ShippingAddress),
    shipsFrom: readCountry(order.DeliverySourceCountryCode),
    vatMode: readInteger(order.VatMode),
    notes: mapNotes(order, time),
    tags: mapTags(order),
  };
}

const NOTHING = taxed(ZERO, ZERO);

const CODE = /^[a-z]{3}$/i;

/**
 * The order's currency, upper case.
 *
 * @throws {HoldError} `currency-missing`, `currency-unreadable`
 * @throws {SettingsError} `currency-setting-unreadable`
 */
function readCurrency(order: BillbeeOrder, orderId: string, options: MapOrderOptions): string {
  const code = readText(order.Currency);
  if (code !== null && CODE.test(code)) return code.toUpperCase();
  if (code !== null) {
    const found = describeValue(code);
    throw orderMessages.hold('currency-unreadable', { orderId, ...found }, { field: 'Currency' });
  }
  const fallback = options.defaultCurrency;
  if (fallback === undefined) {
    throw orderMessages.hold('currency-missing', { orderId }, { field: 'Currency' });
  }
  if (CODE.test(fallback)) return fallback.toUpperCase();
  const given = JSON.stringify(fallback).slice(0, 20);
  throw orderMessages.settings('currency-setting-unreadable', { given }, ['defaultCurrency']);
}
