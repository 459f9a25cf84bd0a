import { describe, expect, it } from 'vitest';
import { erpOrder, held, item, resolved, sold } from './sample.test.data.js';

const one = (product: Record<string, unknown>, changes: Record<string, unknown> = {}) =>
  erpOrder({ ...sold([item(10, { Product: product, InvoiceSKU: null })]), ...changes });

describe('articles', () => {
  it('looks by what there is, in the sequence of the table', () => {
    const order = one({ SKU: 'A-1', EAN: '4006381333931' });
    expect(resolved(order, { articles: { matchBy: ['ean', 'supplierNumber'] } }).lines[0]?.article).toEqual({
      number: '4006381333931',
      candidates: [
        { by: 'ean', value: '4006381333931' },
        { by: 'supplierNumber', value: 'A-1' },
      ],
      from: 'order',
    });
  });

  it('replaces letter by letter, for one shop or all', () => {
    const articles = {
      table: [
        { sku: 'a-1', article: 'WRONG' },
        { sku: 'A-1', shop: 'Anderer', article: 'OTHER' },
        { sku: 'A-1', article: '100' },
      ],
      fallback: 'DIVERSES',
    };
    expect(resolved(one({ SKU: 'A-1' }), { articles }).lines[0]?.article).toEqual({
      number: '100',
      candidates: [
        { by: 'number', value: '100' },
        { by: 'fallback', value: 'DIVERSES' },
      ],
      from: 'table',
    });
  });

  it('holds a position that nothing identifies, unless there is a fallback', () => {
    const order = one({ Title: 'Ohne alles' });
    expect(held(order)).toEqual(['article-unidentified', 'lines[0]']);
    expect(resolved(order, { articles: { fallback: 'DIVERSES' } }).lines[0]?.article).toMatchObject({
      number: 'DIVERSES',
      from: 'fallback',
    });
  });
});
