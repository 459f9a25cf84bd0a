import { expect, test } from 'vitest';
import { paymentTypeName, paymentTypes } from './payment-types.js';

test('names run from 1 to 138 with the gaps Billbee has', () => {
  const ids = [...paymentTypes.keys()];
  expect(ids).toEqual([...ids].sort((a, b) => a - b));
  const gaps = new Set([5, ...Array.from({ length: 12 }, (_, index) => 7 + index)]);
  expect(ids).toEqual(Array.from({ length: 138 }, (_, index) => index + 1).filter((id) => !gaps.has(id)));
});

test.each([
  [1, 'Bankueberweisung'],
  [3, 'PayPal'],
  [19, 'Sofortüberweisung'],
  [61, 'Amazon_Marketplace'],
  [104, 'Ebay'],
  [138, 'Lena'],
])('type %i is %s', (id, name) => {
  expect(paymentTypeName(id)).toBe(name);
});

test.each([0, 5, 18, 139, 150, -1])('type %i has no public name', (id) => {
  expect(paymentTypeName(id)).toBeNull();
});
