import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Decimal, printMoney, printNumber, taxWithin, toCents, unitPrice } from './decimal.js';

const decimal = (value: string | number) => new Decimal(value);

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
        const tax = taxWithin(decimal(cents).div(100), decimal(tenths).div(10));
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
          const total = decimal(cents).div(100);
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
