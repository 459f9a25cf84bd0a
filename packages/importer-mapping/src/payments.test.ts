import { describe, expect, it } from 'vitest';
import { readMapping } from './read-mapping.js';
import { erpOrder, held, item, resolve, resolved } from './sample.test.data.js';

const discounted = { discounts: { article: 'RABATT' } };

describe('payments', () => {
  it('takes the row of the shop before the one for all, and Billbee’s name without a row', () => {
    const table = [
      { type: 3, shop: 'Gartenladen', method: 'paypal-shop' },
      { type: 'PayPal', method: 'paypal' },
    ];
    expect(resolved(erpOrder(), { payments: { table } }).payment.method).toBe('paypal-shop');
    const elsewhere = erpOrder({ Seller: { BillbeeShopId: 72, BillbeeShopName: 'Anderer' } });
    expect(resolved(elsewhere, { payments: { table } }).payment).toMatchObject({
      method: 'paypal',
      mapped: true,
    });
    expect(resolved(erpOrder({ PaymentMethod: 145 })).payment).toMatchObject({
      method: 'Billbee 145',
      mapped: false,
    });
  });

  it('has a row for orders without a payment type', () => {
    const order = erpOrder({ PaymentMethod: null });
    expect(resolved(order).payment.method).toBeNull();
    expect(
      resolved(order, { payments: { table: [{ type: null, method: 'vorkasse' }] } }).payment.method,
    ).toBe('vorkasse');
  });

  it.each([
    ['as-in-billbee', '2026-11-20T10:00:00', true],
    ['as-in-billbee', null, false],
    ['always', null, true],
    ['never', '2026-11-20T10:00:00', false],
  ] as const)('is paid: %s, paid in Billbee %s: %s', (paid, PayedAt, wanted) => {
    const payments = { table: [{ type: 3, method: 'x', paid }] };
    expect(resolved(erpOrder({ PayedAt }), { payments }).payment.paid).toBe(wanted);
  });

  it('is paid when the amount says so, whatever the date', () => {
    expect(resolved(erpOrder({ PayedAt: null, PaidAmount: 3612.84 })).payment.paid).toBe(true);
    expect(resolved(erpOrder({ PayedAt: null, PaidAmount: 3612.83 })).payment.paid).toBe(false);
  });

  it('is paid when there is nothing to pay, and not when only a part is paid', () => {
    const free = { OrderItems: [item(10), item(-10, { TaxIndex: 1 })], ShippingCost: 0, TotalCost: 0 };
    expect(resolved(erpOrder({ ...free, PayedAt: null, PaidAmount: 0 }), discounted).payment.paid).toBe(true);
    const partly = { PayedAt: '2026-11-20T10:00:00', PaidAmount: 100 };
    expect(resolved(erpOrder(partly)).payment.paid).toBe(false);
    expect(resolved(erpOrder({ ...partly, PaidAmount: 0 })).payment.paid).toBe(true);
    expect(resolved(erpOrder({ ...partly, PaidAmount: null })).payment.paid).toBe(true);
  });

  it('holds what has no row where that is wanted, and says what to add', () => {
    const settings = { payments: { unmapped: 'hold' as const } };
    expect(held(erpOrder(), settings)).toEqual(['payment-unmapped', 'payment.typeId']);
    expect(resolve(erpOrder(), settings).uses).toContainEqual({
      table: 'payments',
      value: 'PayPal (3)',
      state: 'held',
      becomes: null,
      remedy: { payments: { table: [{ type: 3, method: '…' }] } },
    });
  });

  it.each(['Paypall', '', 1.5])('refuses the type %j', (type) => {
    expect(() => readMapping({ payments: { table: [{ type, method: 'x' }] } })).toThrow(
      'mapping.payments.table[0].type',
    );
  });
});
