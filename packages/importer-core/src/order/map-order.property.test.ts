import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HoldError } from '../errors.js';
import { mapOrder } from './map-order.js';
import { parseOrder } from './parse-order.js';
import { sampleItem, sampleOrder } from './sample-orders.test.data.js';

/** Cents of a printed amount, in whole numbers: the test does no decimal arithmetic of its own. */
const cents = (money: string): bigint => {
  expect(money).toMatch(/^-?\d+\.\d\d$/);
  return BigInt(money.replace('.', ''));
};
const add = (amounts: readonly string[]): bigint => amounts.reduce((sum, money) => sum + cents(money), 0n);

/** Rounds quantity x price to cents, half away from zero, in whole numbers. */
const timesRounded = (quantity: string, price: string): bigint => {
  const parse = (text: string): [bigint, number] => [
    BigInt(text.replace('.', '')),
    text.includes('.') ? text.length - text.indexOf('.') - 1 : 0,
  ];
  const [q, qDigits] = parse(quantity);
  const [p, pDigits] = parse(price);
  const scale = 10n ** BigInt(Math.max(0, qDigits + pDigits - 2));
  const product = q * p * (qDigits + pDigits < 2 ? 10n ** BigInt(2 - qDigits - pDigits) : 1n);
  const sign = product < 0n ? -1n : 1n;
  return sign * ((2n * sign * product + scale) / (2n * scale));
};

const line = fc.record({
  cents: fc.integer({ min: 0, max: 5_000_000 }),
  thousandths: fc.integer({ min: 1, max: 2_000_000 }),
  index: fc.constantFrom(1, 2, null),
  coupon: fc.boolean(),
});
const orders = fc.record({
  lines: fc.array(line, { minLength: 1, maxLength: 8 }),
  shipping: fc.integer({ min: 0, max: 20_000 }),
  adjustment: fc.integer({ min: 0, max: 500 }),
  inside: fc.boolean(),
  mode: fc.constantFrom(0, 0, 0, 1, 2, 3, 4, null),
  rates: fc.constantFrom([19, 7], [20, 10], [8.1, 2.6], [25, 0], [5.5, 5.5]),
  asText: fc.boolean(),
  rule: fc.constantFrom('highest' as const, 'main' as const),
});

type Generated = typeof orders extends fc.Arbitrary<infer T> ? T : never;

function build(generated: Generated, offBy = 0): Record<string, unknown> {
  const number = (units: number): unknown => (generated.asText ? (units / 100).toFixed(2) : units / 100);
  const adjustment = generated.inside ? generated.adjustment : 0;
  let total = generated.shipping + adjustment + offBy;
  const OrderItems = generated.lines.map(({ cents: amount, thousandths, index, coupon }) => {
    total += amount;
    return sampleItem({
      Quantity: thousandths / 1000,
      TotalPrice: number(amount),
      TaxIndex: index,
      TaxAmount: null,
      IsCoupon: coupon,
    });
  });
  return sampleOrder({
    OrderItems,
    TotalCost: number(total),
    ShippingCost: number(generated.shipping),
    AdjustmentCost: number(generated.adjustment),
    VatMode: generated.mode,
    TaxRate1: generated.rates[0],
    TaxRate2: generated.rates[1],
  });
}

test('an order whose total adds up becomes lines that add up, gross, net and tax, to the cent', () => {
  fc.assert(
    fc.property(orders, (generated) => {
      const order = mapOrder(parseOrder(build(generated)).order, { shippingTax: generated.rule });
      const { totals, lines, shipping } = order;
      expect(add([...lines.map((entry) => entry.totalGross), shipping.gross])).toBe(cents(totals.gross));
      expect(add([...lines.map((entry) => entry.totalNet), shipping.net])).toBe(cents(totals.net));
      expect(cents(totals.net) + cents(totals.tax)).toBe(cents(totals.gross));
      for (const key of ['gross', 'net', 'tax'] as const) {
        expect(add(totals.taxes.map((share) => share[key]))).toBe(cents(totals[key]));
      }
      const priced = lines.filter((entry) => entry.kind !== 'adjustment');
      expect(priced.map((entry) => cents(entry.totalGross))).toEqual(
        generated.lines.map((entry) => BigInt(entry.cents)),
      );
      for (const entry of lines) {
        expect(timesRounded(entry.quantity, entry.unitPriceGross)).toBe(cents(entry.totalGross));
        expect(timesRounded(entry.quantity, entry.unitPriceNet)).toBe(cents(entry.totalNet));
        if (entry.kind === 'coupon' || (generated.mode ?? 0) > 0) expect(entry.taxRate).toBe('0');
      }
      expect(lines.some((entry) => entry.kind === 'adjustment')).toBe(
        generated.inside && generated.adjustment > 0,
      );
    }),
    { numRuns: 500 },
  );
});

test('an order whose total is off by a cent is held', () => {
  fc.assert(
    fc.property(orders, fc.constantFrom(-1, 1), (generated, offBy) => {
      // One cent off must not be explained by the adjustment either.
      const raw = build({ ...generated, adjustment: 0 }, offBy);
      expect(() => mapOrder(parseOrder(raw).order)).toThrow(HoldError);
    }),
    { numRuns: 200 },
  );
});
