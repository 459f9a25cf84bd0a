import { describe, expect, it } from 'vitest';
import { readMapping } from './read-mapping.js';
import { erpOrder, held, resolved } from './sample.test.data.js';

const shops = {
  default: { project: 'ONLINE', language: 'de' },
  table: [
    { shop: '71', project: 'GARTEN', salesChannel: '3', customerGroup: 'Web' },
    { platform: 'amazon', project: 'AMAZON' },
  ],
};

describe('shops', () => {
  it('finds a shop by id, by name and by platform; the default fills in the rest', () => {
    expect(resolved(erpOrder(), { shops }).shop).toEqual({
      project: 'GARTEN',
      salesChannel: '3',
      subShop: 'Gartenladen',
      language: 'de',
      customerGroup: 'Web',
    });
    const amazon = erpOrder({ Seller: { Platform: 'Amazon', BillbeeShopId: 9 }, LanguageCode: 'en-GB' });
    expect(resolved(amazon, { shops }).shop).toMatchObject({ project: 'AMAZON', language: 'en' });
    expect(resolved(erpOrder({ Seller: null }), { shops }).shop.project).toBe('ONLINE');
  });

  it('holds an unknown shop where that is wanted', () => {
    expect(held(erpOrder(), { shops: { unmapped: 'hold' } })).toEqual(['shop-unmapped', 'source.shopId']);
  });

  it('refuses a row for no shop', () => {
    expect(() => readMapping({ shops: { table: [{ project: 'X' }] } })).toThrow(
      '"mapping.shops.table[0]" names neither "shop" nor "platform"',
    );
  });
});
