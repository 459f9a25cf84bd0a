import fc from 'fast-check';
import { Decimal, sum } from 'importer-core/order';
import { describe, expect, it } from 'vitest';
import { erpOrder, held, item, resolve, resolved, sold } from './sample.test.data.js';

describe('resolveMapping', () => {
  it('needs no table for a plain German shop', () => {
    const { payment, shipping, shop, tax, prices, lines, shippingCost, currency } = resolved(erpOrder());
    expect(payment).toEqual({
      method: 'PayPal',
      mapped: false,
      paid: true,
      transactionId: null,
      autoShip: null,
    });
    expect(shipping).toEqual({ method: 'DHL Paket', mapped: false, autoShip: null });
    expect(shop).toMatchObject({ project: null, subShop: 'Gartenladen' });
    expect(tax).toMatchObject({ case: 'domestic', country: 'DE', normalRate: '19', reducedRate: '7' });
    expect(prices).toBe('gross');
    expect(currency).toEqual({ code: 'EUR', exchangeRate: null });
    expect(lines).toEqual([
      expect.objectContaining({
        role: 'article',
        article: {
          number: 'BANK-01',
          candidates: [
            { by: 'number', value: 'BANK-01' },
            { by: 'ean', value: '4006381333931' },
          ],
          from: 'order',
        },
        totalGross: '3498.60',
        taxClass: 'normal',
      }),
    ]);
    expect(shippingCost).toMatchObject({ role: 'shipping', article: null, totalGross: '114.24' });
  });

  it('tells every reason, not only the first', () => {
    const order = erpOrder({ PaymentMethod: 63, VatMode: 4, InvoiceAddress: null });
    const result = resolve(order, { payments: { unmapped: 'hold' } });
    expect(result).toMatchObject({ outcome: 'held', reason: 'payment-unmapped' });
    expect(result.outcome === 'held' && result.holds.map(({ reason }) => reason)).toEqual([
      'payment-unmapped',
      'tax-case-unmapped',
      'address-missing',
    ]);
  });

  it('leaves the order itself as it is', () => {
    const order = erpOrder();
    const before = structuredClone(order);
    resolve(order, { addresses: { houseNumber: 'separate' }, articles: { fallback: 'X' } });
    expect(order).toEqual(before);
  });

  it('loses no cent, whatever the tables do with lines, sets, discounts and shipping', () => {
    const price = fc.integer({ min: 1, max: 99_999 }).map((cents) => cents / 100);
    const position = fc.record({
      TotalPrice: price,
      Quantity: fc.integer({ min: 1, max: 12 }),
      TaxIndex: fc.constantFrom(1, 2),
      SKU: fc.constantFrom('A', 'SET', 'SET-2'),
    });
    const settings = fc.record({
      sets: fc.record({
        as: fc.constantFrom('line', 'line-and-components', 'components'),
        table: fc.constant([
          { sku: 'SET', components: [{ article: 'P1', quantity: 2 }, { article: 'P2' }, { article: 'P3' }] },
          {
            sku: 'SET-2',
            components: [
              { article: 'P1', share: '0.33' },
              { article: 'P2', share: '0.67' },
            ],
          },
        ]),
      }),
      discounts: fc.record({ as: fc.constantFrom('line', 'header'), article: fc.constant('RABATT') }),
      coupons: fc.record({ as: fc.constantFrom('line', 'header'), article: fc.constant('GUTSCHEIN') }),
      shippingCost: fc.record({ as: fc.constantFrom('line', 'header'), article: fc.constant('PORTO') }),
    });
    fc.assert(
      fc.property(
        fc.array(position, { minLength: 1, maxLength: 5 }),
        price,
        settings,
        (items, ship, rules) => {
          const order = erpOrder(
            sold(
              [
                ...items.map(({ SKU, ...rest }) => item(rest.TotalPrice, { ...rest, Product: { SKU } })),
                item(-0.01, { Product: {}, InvoiceSKU: null }),
                item(-0.01, { Product: {}, InvoiceSKU: null, IsCoupon: true }),
              ],
              ship,
            ),
          );
          const { lines, discounts, shippingCost } = resolved(order, rules as never);
          const all = [...lines, ...discounts, ...(shippingCost ? [shippingCost] : [])];
          for (const [key, total] of [
            ['totalGross', order.totals.gross],
            ['totalNet', order.totals.net],
          ] as const) {
            expect(sum(all.map((line) => new Decimal(line[key]))).toFixed(2)).toBe(total);
          }
          for (const line of all) {
            expect(new Decimal(line.unitPriceGross).times(line.quantity).round(2).toFixed(2)).toBe(
              line.totalGross,
            );
            expect(line.article?.number ?? null).not.toBe('');
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it('holds an order whose discount has no article', () => {
    const order = erpOrder(sold([item(100), item(-10, { Product: {}, InvoiceSKU: null })]));
    expect(held(order)).toEqual(['discount-article-missing', 'lines[1]']);
    const { lines } = resolved(order, { discounts: { table: [{ taxRate: 19, article: 'R19' }] } });
    expect(lines[1]).toMatchObject({ role: 'discount', totalGross: '-10.00', article: { number: 'R19' } });
  });
});
