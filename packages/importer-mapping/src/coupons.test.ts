import { describe, expect, it } from 'vitest';
import { erpOrder, held, item, resolved, sold } from './sample.test.data.js';

const withCoupon = (product: Record<string, unknown>) =>
  erpOrder(sold([item(50), item(-5, { Product: product, InvoiceSKU: null, IsCoupon: true })]));

describe('coupons', () => {
  it('are lines without tax, with the article of the table', () => {
    const coupons = { article: 'GS', table: [{ title: 'danke 5', article: 'AKTION5' }] };
    const { lines } = resolved(withCoupon({ Title: 'Danke 5' }), { coupons });
    expect(lines[1]).toMatchObject({
      role: 'coupon',
      article: { number: 'AKTION5' },
      totalGross: '-5.00',
      totalNet: '-5.00',
      taxClass: 'exempt',
    });
  });

  it('go to the head of the order where that is wanted', () => {
    const { lines, discounts } = resolved(withCoupon({ Title: 'X' }), {
      coupons: { as: 'header', article: 'GS' },
    });
    expect([lines.length, discounts.map(({ totalGross }) => totalGross)]).toEqual([1, ['-5.00']]);
  });

  it('fall back to their own SKU, then to the discount article, then are held', () => {
    expect(resolved(withCoupon({ SKU: 'GS-5' })).lines[1]?.article?.number).toBe('GS-5');
    expect(resolved(withCoupon({}), { discounts: { article: 'R' } }).lines[1]?.article?.number).toBe('R');
    expect(held(withCoupon({}))).toEqual(['coupon-article-missing', 'lines[1]']);
  });
});
