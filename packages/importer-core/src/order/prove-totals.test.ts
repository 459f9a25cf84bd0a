import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HoldError } from '../errors.js';
import { Decimal, sum } from './decimal.js';
import { proveTotals } from './prove-totals.js';

const prove = (lines: readonly (string | number)[], shipping: string, total: string, adjustment = '0') =>
  proveTotals(
    {
      lines: lines.map((line) => new Decimal(line)),
      shipping: new Decimal(shipping),
      adjustment: new Decimal(adjustment),
      total: new Decimal(total),
    },
    '17',
    'EUR',
  );

test('the recorded totals contain shipping', () => {
  expect(prove(['3498.60'], '114.24', '3612.84').total.toFixed(2)).toBe('3612.84');
  expect(prove(['158.76'], '12.00', '170.76').lines[0]?.toFixed(2)).toBe('158.76');
});

test('binary noise is no difference', () => {
  expect(prove([0.1 + 0.2], '0', '0.3').lines[0]?.toFixed(2)).toBe('0.30');
});

describe('an adjustment', () => {
  test('outside of the total is ignored', () => {
    expect(prove(['10'], '5', '15', '2.50').adjustment).toBeNull();
  });
  test('inside of the total is proved with the rest', () => {
    expect(prove(['10'], '5', '17.5', '2.50').adjustment?.toFixed(2)).toBe('2.50');
    expect(prove(['10'], '5', '12.5', '-2.50').adjustment?.toFixed(2)).toBe('-2.50');
  });
});

test('fractions of a cent are carried, so that the lines still add up', () => {
  const proved = prove(['33.333', '33.333', '33.334'], '0', '100');
  expect(proved.lines.map((line) => line.toFixed(2))).toEqual(['33.33', '33.34', '33.33']);
});

test('a cent too much or too little holds the order and shows the difference', () => {
  expect.assertions(3);
  try {
    prove(['10', '-2'], '5', '12.99', '1');
  } catch (error) {
    expect(error).toBeInstanceOf(HoldError);
    expect(error).toMatchObject({ code: 'total-mismatch', field: 'TotalCost' });
    expect((error as HoldError).message).toContain(
      'the total is 12.99 EUR, but positions and shipping add up to 13.00 EUR, with the adjustment 14.00 EUR (difference -0.01 EUR)',
    );
  }
});

test('amounts of any fineness that add up are proved; a different total never is', () => {
  const amount = fc.integer({ min: -1e10, max: 1e10 }).map((value) => new Decimal(value).div(1e5));
  fc.assert(
    fc.property(
      fc.array(amount, { maxLength: 12 }),
      amount,
      fc.integer({ min: -3, max: 3 }),
      (lines, shipping, off) => {
        const exact = sum([...lines, shipping]).round(2);
        const total = exact.plus(new Decimal(off).div(100));
        const run = () => proveTotals({ lines, shipping, adjustment: new Decimal(0), total }, '17', 'EUR');
        // Rounding each line on its own may add up to a neighbouring cent: that total is proved as well.
        const separately = sum([...lines, shipping].map((value) => value.round(2)));
        if (off !== 0 && !separately.eq(total)) {
          expect(run).toThrow(HoldError);
          return;
        }
        const proved = run();
        expect(sum([...proved.lines, proved.shipping]).eq(total)).toBe(true);
        proved.lines.forEach((line, index) => {
          expect(
            line
              .minus(lines[index] ?? 0)
              .abs()
              .lte('0.01'),
          ).toBe(true);
        });
      },
    ),
  );
});
