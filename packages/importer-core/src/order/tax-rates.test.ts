import { describe, expect, test } from 'vitest';
import { HoldError } from '../errors.js';
import { parseOrder } from './parse-order.js';
import { sampleItem, sampleOrder } from './sample-orders.test.data.js';
import { readTaxRates } from './tax-rates.js';

type Json = Record<string, unknown>;

const rates = (item: Json, order: Json = {}, options = {}): string[] =>
  readTaxRates(
    parseOrder(sampleOrder({ ...order, OrderItems: [sampleItem({ TotalPrice: 119, ...item })] })).order,
    '17',
    options,
  ).ofItems.map((rate) => rate.toFixed());

const holdCode = (item: Json, order: Json = {}): string => {
  try {
    rates(item, order);
  } catch (error) {
    if (error instanceof HoldError) return error.code;
    throw error;
  }
  return 'not held';
};

describe('VatMode 0', () => {
  test.each([
    ['index 1 is the regular rate', { TaxIndex: 1 }, ['19']],
    ['index 2 is the reduced rate', { TaxIndex: 2, TaxAmount: (119 * 7) / 107 }, ['7']],
    ['no index is no tax', { TaxIndex: null, TaxAmount: null }, ['0']],
    ['index 0 is no tax', { TaxIndex: 0, TaxAmount: 0 }, ['0']],
    ['a coupon is no tax, whatever its index', { IsCoupon: true, TaxIndex: 1, TaxAmount: 0 }, ['0']],
    ['tax rounded per unit agrees', { Quantity: 100, TaxAmount: 19.5 }, ['19']],
    ['tax that is not filled in does not contradict', { TaxAmount: 0 }, ['19']],
  ])('%s', (_, item, expected) => {
    expect(rates(item)).toEqual(expected);
  });

  test('no mode is mode 0', () => {
    expect(rates({}, { VatMode: null })).toEqual(['19']);
  });

  test('Billbee’s tax against the rate holds the order, unless that is accepted', () => {
    expect(holdCode({ TaxAmount: 7.79 })).toBe('tax-mismatch');
    expect(holdCode({ TaxIndex: 3 })).toBe('tax-mismatch');
    expect(holdCode({}, { TaxRate1: null })).toBe('tax-mismatch');
    expect(rates({ TaxAmount: 7.79 }, {}, { allowTaxMismatch: true })).toEqual(['19']);
  });

  test('a coupon with a tax of its own contradicts the rule that it has none', () => {
    const coupon = { IsCoupon: true, TotalPrice: -11.9, TaxIndex: 1, TaxAmount: -1.9 };
    expect(holdCode(coupon)).toBe('tax-mismatch');
    expect(holdCode({ ...coupon, TaxAmount: 1.9 })).toBe('tax-mismatch');
    expect(rates(coupon, {}, { allowTaxMismatch: true })).toEqual(['0']);
    expect(rates({ ...coupon, TaxAmount: -0.01 })).toEqual(['0']);
  });

  test.each([-1, 101])('a rate of %s holds the order', (TaxRate1) => {
    expect(holdCode({}, { TaxRate1 })).toBe('tax-rate-unreadable');
  });
});

test.each([1, 2, 3, 4])('VatMode %s shows no tax', (VatMode) => {
  expect(rates({}, { VatMode })).toEqual(['0']);
});

describe('a VatMode nobody knows', () => {
  test('follows Billbee’s own tax', () => {
    expect(rates({}, { VatMode: 7 })).toEqual(['19']);
    expect(rates({ TaxAmount: 0 }, { VatMode: 7 })).toEqual(['0']);
  });
  test('is held where that fits neither', () => {
    expect(holdCode({ TaxAmount: 10 }, { VatMode: 5 })).toBe('vat-mode-unknown');
  });
});
