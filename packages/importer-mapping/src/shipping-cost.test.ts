import { expect, it } from 'vitest';
import { readMapping } from './read-mapping.js';
import { erpOrder, item, resolved, sold } from './sample.test.data.js';

it('stands in the head of the order, or is the last line', () => {
  const order = erpOrder(sold([item(10)], 4.9));
  expect(resolved(order).shippingCost).toMatchObject({ totalGross: '4.90', totalNet: '4.12', article: null });
  const shippingCost = { as: 'line' as const, article: 'VERSAND', title: 'Versand' };
  const { lines, shippingCost: header } = resolved(order, { shippingCost });
  expect(header).toBeNull();
  expect(lines.map(({ role, article }) => [role, article?.number])).toEqual([
    ['article', 'BANK-01'],
    ['shipping', 'VERSAND'],
  ]);
});

it('has an article of its own for a rate, and is left out when it is free', () => {
  const shippingCost = { article: 'VERSAND', table: [{ taxRate: 7, article: 'VERSAND7' }] };
  const food = erpOrder(sold([item(10, { TaxIndex: 2 })], 4.9));
  expect(resolved(food, { shippingCost }).shippingCost).toMatchObject({
    article: { number: 'VERSAND7' },
    taxClass: 'reduced',
  });
  expect(resolved(erpOrder(sold([item(10)])), { shippingCost }).shippingCost).toBeNull();
});

it('needs an article as a line', () => {
  expect(() => readMapping({ shippingCost: { as: 'line' } })).toThrow(
    '"mapping.shippingCost.article" is missing',
  );
});
