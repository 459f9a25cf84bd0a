import type { BillbeeOrder, BillbeeOrderItem } from '../billbee/order-schema.js';
import { orderMessages } from '../messages/core/order-messages.js';
import { Decimal, HUNDRED, taxWithin, ZERO } from './decimal.js';
import type { MapOrderOptions } from './map-options.js';
import { readDecimal, readFlag, readInteger } from './read-values.js';

/** The tax rates of one order. */
export interface TaxRates {
  /** Percent, one per position. */
  readonly ofItems: readonly Decimal[];
  /** Percent for shipping when no article decides it. */
  readonly fallback: Decimal;
}

/**
 * The tax rate of every position.
 *
 * | VatMode | rate |
 * | --- | --- |
 * | 0 or none | `TaxIndex` 1: `TaxRate1`, 2: `TaxRate2`, anything else: 0; coupons: 0 |
 * | 1 to 4 (no VAT shown) | 0 |
 * | any other | as 0 where `TaxAmount` agrees, 0 percent where every `TaxAmount` is 0, else held |
 *
 * Billbee's own `TaxAmount` is the witness, a coupon's too: one that contradicts the rate holds the order.
 *
 * @throws {HoldError} `tax-rate-unreadable`, `tax-mismatch`, `vat-mode-unknown`
 */
export function readTaxRates(order: BillbeeOrder, orderId: string, options: MapOrderOptions): TaxRates {
  const items = order.OrderItems ?? [];
  const mode = readInteger(order.VatMode) ?? 0;
  const untaxed: TaxRates = { ofItems: items.map(() => ZERO), fallback: ZERO };
  if (mode >= 1 && mode <= 4) return untaxed;

  const rate1 = readRate(order, 'TaxRate1', orderId);
  const rate2 = readRate(order, 'TaxRate2', orderId);
  const taxed: TaxRates = { ofItems: items.map((item) => rateOf(item, rate1, rate2)), fallback: rate1 };
  const known = mode === 0;
  if (known && options.allowTaxMismatch) return taxed;
  const doubtful = items.findIndex((item, index) => contradicts(item, taxed.ofItems[index] ?? ZERO, known));
  if (doubtful < 0) return taxed;
  if (!known && items.every((item) => readDecimal(item.TaxAmount)?.eq(ZERO) ?? true)) return untaxed;

  const field = `OrderItems[${doubtful}].TaxAmount`;
  const billbee = readDecimal(items[doubtful]?.TaxAmount)?.toFixed(2) ?? '';
  const expected = expectedTax(items[doubtful], taxed.ofItems[doubtful] ?? ZERO).toFixed(2);
  if (!known) {
    const values = { orderId, mode, field, billbee, expected };
    throw orderMessages.hold('vat-mode-unknown', values, { field: 'VatMode' });
  }
  const rate = (taxed.ofItems[doubtful] ?? ZERO).toFixed();
  throw orderMessages.hold('tax-mismatch', { orderId, field, billbee, rate, expected }, { field });
}

function readRate(order: BillbeeOrder, field: 'TaxRate1' | 'TaxRate2', orderId: string): Decimal {
  const rate = readDecimal(order[field]) ?? ZERO;
  if (rate.gte(ZERO) && rate.lte(HUNDRED)) return rate;
  throw orderMessages.hold('tax-rate-unreadable', { orderId, field, rate: rate.toFixed() }, { field });
}

function rateOf(item: BillbeeOrderItem, rate1: Decimal, rate2: Decimal): Decimal {
  if (readFlag(item.IsCoupon)) return ZERO;
  const index = readInteger(item.TaxIndex);
  return index === 1 ? rate1 : index === 2 ? rate2 : ZERO;
}

function expectedTax(item: BillbeeOrderItem | undefined, rate: Decimal): Decimal {
  return taxWithin(readDecimal(item?.TotalPrice) ?? ZERO, rate);
}

/**
 * Whether Billbee's tax and ours differ by more than rounding explains: half a cent per unit for shops that round
 * each unit, and a cent for the line. In a known mode a tax of 0 counts as not filled in.
 */
function contradicts(item: BillbeeOrderItem, rate: Decimal, zeroIsMissing: boolean): boolean {
  const billbees = readDecimal(item.TaxAmount);
  if (billbees === null || (zeroIsMissing && billbees.eq(ZERO))) return false;
  const units = (readDecimal(item.Quantity) ?? ZERO).abs();
  const rounding = units.times(PER_UNIT).plus(PER_LINE);
  const total = readDecimal(item.TotalPrice) ?? ZERO;
  const whole = rate.plus(HUNDRED);
  return billbees.times(whole).minus(total.times(rate)).abs().gt(rounding.times(whole));
}

const PER_UNIT = new Decimal('0.005');
const PER_LINE = new Decimal('0.01');
