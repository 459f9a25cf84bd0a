import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Decimal, printMoney, printNumber, sum, taxWithin, toCents, unitPrice } from './decimal.js';

const decimal = (value: string | number) => new Decimal(value);

/** Amounts, tax with its noise, quantities, and numbers that no double holds: units and the digits behind their point. */
const number = fc.tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.integer({ min: 0, max: 30 }));

describe('a sum', () => {
  test('is exact, and printed without an exponent or a sign of zero', () => {
    fc.assert(
      fc.property(fc.array(number, { maxLength: 8 }), (numbers) => {
        const exact = numbers.reduce(
          (total, [units, scale]) => total + units * 10n ** BigInt(30 - scale),
          0n,
        );
        const text = printNumber(sum(numbers.map(([units, scale]) => decimal(`${units}e-${scale}`))));
        expect(text).toMatch(/^-?\d+(\.\d*[1-9])?$/);
        expect(text).not.toBe('-0');
        const [whole = '', fraction = ''] = text.split('.');
        expect(BigInt(whole + fraction.padEnd(30, '0'))).toBe(exact);
      }),
      { numRuns: 500 },
    );
  });

  test('of doubles takes each for the number that it is printed as', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e13, max: 1e13 }), { maxLength: 8 }), (cents) => {
        const total = cents.reduce((all, one) => all + one, 0);
        const wanted = (BigInt(total) < 0n ? '-' : '') + String(Math.abs(total)).padStart(3, '0');
        expect(printMoney(sum(cents.map((one) => decimal(one / 100))))).toBe(
          wanted.replace(/(\d\d)$/, '.$1'),
        );
      }),
      { numRuns: 500 },
    );
  });
});

describe('taxWithin', () => {
  test.each([
    ['158.76', '19', '25.35'],
    ['5299.84', '19', '846.19'],
    ['114.24', '19', '18.24'],
    ['21.40', '7', '1.40'],
    ['-21.40', '7', '-1.40'],
    ['10.00', '0', '0.00'],
    ['2.10', '5', '0.10'],
    ['0.03', '100', '0.02'],
  ])('%s at %s %% contains %s', (gross, rate, tax) => {
    expect(taxWithin(decimal(gross), decimal(rate)).toFixed(2)).toBe(tax);
  });

  test('is the nearest cent to the exact quotient', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 1000 }), (cents, tenths) => {
        const tax = taxWithin(decimal(`${cents}e-2`), decimal(`${tenths}e-1`));
        // |tax - gross * r / (100 + r)| <= half a cent, in whole numbers of tenths of percent
        const whole = BigInt(1000 + tenths);
        const error = BigInt(tax.times(100).toFixed()) * whole - BigInt(cents) * BigInt(tenths);
        expect(2n * (error < 0n ? -error : error) <= whole).toBe(true);
      }),
    );
  });
});

describe('unitPrice', () => {
  test.each([
    ['10', '3', '3.3333'],
    ['9.99', '3', '3.33'],
    ['158.76', '30', '5.292'],
    ['1300', '1', '1300.00'],
    ['-10', '4', '-2.50'],
    ['1', '0.5', '2.00'],
    ['0', '5', '0.00'],
  ])('%s for %s units is %s each', (total, quantity, price) => {
    expect(unitPrice(decimal(total), decimal(quantity))).toBe(price);
  });

  test('times the quantity rounds to the total', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e12, max: 1e12 }),
        fc.integer({ min: 1, max: 1e12 }),
        fc.integer({ min: 0, max: 6 }),
        (cents, units, digits) => {
          const total = decimal(`${cents}e-2`);
          const quantity = decimal(`${units}e-${digits}`);
          const price = unitPrice(total, quantity);
          expect(toCents(decimal(price).times(quantity)).toFixed(2)).toBe(total.toFixed(2));
          expect(price).toMatch(/^-?\d+\.\d{2,}$/);
        },
      ),
    );
  });
});

test('cents are rounded half up, away from zero', () => {
  expect(toCents(decimal('1.005')).toFixed(2)).toBe('1.01');
  expect(toCents(decimal('-1.005')).toFixed(2)).toBe('-1.01');
  expect(toCents(decimal('1.00499')).toFixed(2)).toBe('1.00');
});

test('money and numbers print without a negative zero or an exponent', () => {
  expect(printMoney(decimal('-0.001'))).toBe('0.00');
  expect(printMoney(decimal('1e12'))).toBe('1000000000000.00');
  expect(printNumber(decimal('-0'))).toBe('0');
  expect(printNumber(decimal('19.0'))).toBe('19');
  expect(printNumber(decimal('1e-7'))).toBe('0.0000001');
});
