import { describe, expect, it } from 'vitest';
import { erpOrder, item, resolved, sold } from './sample.test.data.js';

const order = erpOrder(sold([item(29.9, { Quantity: 2, Product: { SKU: 'SET', Title: 'Set' } })]));
const components = [
  { article: 'A', share: '24.95' },
  { article: 'B', quantity: 3, share: '5', title: 'Seil' },
];
const lines = (as: 'line' | 'line-and-components' | 'components') =>
  resolved(order, { sets: { as, table: [{ sku: 'SET', components }] } }).lines.map(
    ({ role, article, quantity, totalGross, totalNet, parent }) => [
      role,
      article?.number,
      quantity,
      totalGross,
      totalNet,
      parent,
    ],
  );

describe('sets', () => {
  it('stay one line', () => {
    expect(lines('line')).toEqual([['article', 'SET', '2', '29.90', '25.13', null]]);
  });

  it('carry the price, their parts none', () => {
    expect(lines('line-and-components')).toEqual([
      ['set', 'SET', '2', '29.90', '25.13', null],
      ['component', 'A', '2', '0.00', '0.00', 0],
      ['component', 'B', '6', '0.00', '0.00', 0],
    ]);
  });

  it('become their parts, to the cent', () => {
    expect(lines('components')).toEqual([
      ['component', 'A', '2', '24.91', '20.93', null],
      ['component', 'B', '6', '4.99', '4.20', null],
    ]);
  });
});
