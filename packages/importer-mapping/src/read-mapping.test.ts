import { describe, expect, it } from 'vitest';
import { defaultMapping, readMapping } from './read-mapping.js';

describe('readMapping', () => {
  it('needs nothing', () => {
    expect(readMapping(undefined)).toEqual(defaultMapping);
    expect(readMapping({})).toEqual(defaultMapping);
  });

  it.each([
    [{ paymnts: {} }, 'mapping.paymnts', 'payments, shipping'],
    [{ payments: { tabel: [] } }, 'mapping.payments.tabel', 'unmapped, table'],
    [
      { payments: { table: [{ type: 3, methode: 'x' }] } },
      'mapping.payments.table[0].methode',
      'type, shop, method',
    ],
    [
      { sets: { table: [{ sku: 'S', components: [{ artikel: 'A' }] }] } },
      'mapping.sets.table[0].components[0].artikel',
      'article',
    ],
    [
      { tax: { oss: [{ country: 'AT', normal: 20, rate: 1 }] } },
      'mapping.tax.oss[0].rate',
      'normal, reduced, from, until, country',
    ],
    [
      { tax: { rates: { normal: 19, reducde: 7 } } },
      'mapping.tax.rates.reducde',
      'normal, reduced, from, until',
    ],
  ])('refuses the unknown key in %j with what is possible there', (value, path, possible) => {
    expect(() => readMapping(value)).toThrow(
      expect.objectContaining({
        code: 'mapping-unknown-key',
        reaction: 'settings',
        settings: [path],
        message: expect.stringContaining(possible),
      }),
    );
  });

  it.each([
    [[], '"mapping" is []'],
    [null, '"mapping" is null'],
    [{ payments: { table: [{ type: 3 }] } }, '"mapping.payments.table[0].method" is missing'],
    [{ payments: { table: [{ type: 3, method: '' }] } }, '"mapping.payments.table[0].method"'],
    [{ payments: { table: [{ type: 3, method: '…' }] } }, 'placeholder … of "mapping check"'],
    [{ prices: { default: 'brutto' } }, '"mapping.prices.default" is "brutto"; expected "gross" or "net"'],
    [{ shipping: { table: [{ country: 'Deutschland', method: 'x' }] } }, 'mapping.shipping.table[0].country'],
  ])('refuses %j', (value, message) => {
    expect(() => readMapping(value)).toThrow(message);
  });

  it.each([
    [
      {
        payments: {
          table: [
            { type: 3, method: 'a' },
            { type: 'paypal', method: 'b' },
          ],
        },
      },
      'mapping.payments.table[1]',
    ],
    [
      { shipping: { table: [{ method: 'a' }, { provider: 'DHL', method: 'b' }] } },
      'mapping.shipping.table[1]',
    ],
    [
      {
        articles: {
          table: [
            { sku: 'A', article: '1' },
            { sku: 'A', article: '2' },
          ],
        },
      },
      'mapping.articles.table[1]',
    ],
    [
      {
        tax: {
          oss: [
            { country: 'AT', normal: 20 },
            { country: 'AT', normal: 20 },
          ],
        },
      },
      'mapping.tax.oss[1]',
    ],
  ])('refuses a row that never applies: %j', (value, path) => {
    expect(() => readMapping(value)).toThrow(`"${path}" never applies`);
  });

  it('tells SKUs apart that differ in case only', () => {
    expect(() =>
      readMapping({
        articles: {
          table: [
            { sku: 'A', article: '1' },
            { sku: 'a', article: '2' },
          ],
        },
      }),
    ).not.toThrow();
  });
});
