import type { Store } from 'importer-core';
import { openEmbeddedDatabase } from 'importer-core/node';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { startXentralSandbox, type XentralSandbox } from 'xentral-sandbox';
import { documentMigrations } from './documents/migrations.js';
import { deliveryOf, erpOrder, targetAt } from './testing.test.data.js';

const importCall = 'POST /api/v1/salesOrders/actions/import';
let store: Store;
let sandbox: XentralSandbox;
let account = '';
let accounts = 0;

beforeAll(async () => {
  store = await openEmbeddedDatabase('memory://', { migrations: [documentMigrations] });
});
afterAll(() => store.close());
beforeEach(async () => {
  account = `account-${++accounts}`;
  sandbox = await startXentralSandbox({ callsPerMinute: 10_000, lateMs: 120 });
});
afterEach(() => sandbox.close());

describe('delivering to Xentral', () => {
  it('imports an order with customer, products, texts and exact money', async () => {
    const target = targetAt(sandbox, store, account);
    expect(await target.deliver([deliveryOf(erpOrder(1))])).toEqual([{ outcome: 'delivered' }]);
    const [order] = sandbox.state.orders;
    expect(order).toMatchObject({ externalOrderId: '300000000000001', total: 44.83, status: 'released' });
    expect(order?.request).toEqual({
      date: '2026-11-20',
      externalOrderId: '300000000000001',
      externalOrderNumber: 'B-1',
      internalDesignation: 'Billbee 300000000000001',
      comment: 'Bitte &lt;bald&gt; packen &amp; versenden',
      customer: { id: '300' },
      project: { id: '4' },
      language: { iso2: 'de' },
      financials: {
        paymentMethod: { id: '3' },
        currency: 'EUR',
        billingAddress: {
          type: 'other',
          name: 'Erika Beispiel-1',
          street: 'Musterweg 7 b',
          zipCode: '01069',
          city: 'Dresden',
          country: 'DE',
          email: 'kunde1@example.com',
        },
        tax: { taxation: 'domestic', taxDisplay: 'gross', normalTaxRate: 19, reducedTaxRate: 7 },
      },
      delivery: {
        autoShipping: false,
        shippingMethod: { id: '1' },
        shippingCosts: [
          {
            shippingCostProduct: { id: '1012' },
            quantity: 1,
            price: { amount: '4.90', currency: 'EUR' },
            tax: { vatCategory: 'normal', taxText: '19% MwSt.' },
          },
        ],
      },
      positions: [
        {
          product: { id: '1005', name: 'Blütenhonig 500 g' },
          quantity: 2,
          price: { amount: '7.49', currency: 'EUR' },
          tax: { vatCategory: 'reduced', taxText: '7% MwSt.' },
          webId: '1001',
        },
        {
          product: { id: '1001', name: 'Gießkanne', description: 'Farbe: grün' },
          quantity: 1,
          price: { amount: '24.95', currency: 'EUR' },
          tax: { vatCategory: 'normal', taxText: '19% MwSt.' },
          webId: '2001',
        },
      ],
    });
  });

  it('does not import an order again that is there, cancelled or not', async () => {
    const target = targetAt(sandbox, store, account);
    await target.deliver([deliveryOf(erpOrder(1)), deliveryOf(erpOrder(2))]);
    sandbox.cancel('300000000000002');
    const again = targetAt(sandbox, store, 'another account with the same orders');
    expect(await again.deliver([deliveryOf(erpOrder(1)), deliveryOf(erpOrder(2))])).toEqual([
      { outcome: 'delivered' },
      { outcome: 'delivered' },
    ]);
    expect(sandbox.state.orders).toHaveLength(2);
    expect(await again.findDelivered([1, 2, 3].map((id) => deliveryOf(erpOrder(id)).key))).toEqual(
      new Set([1, 2].map((id) => deliveryOf(erpOrder(id)).key)),
    );
  });

  it.each(['lost-answer', 'late', 'error-after', 'lost-request', 'error-before', 'throttled'] as const)(
    'has the order once after %s',
    async (fault) => {
      const target = targetAt(sandbox, store, account);
      // The first write creates the customer.
      sandbox.faults.plan(undefined, fault);
      expect(await target.deliver([deliveryOf(erpOrder(1))])).toEqual([{ outcome: 'delivered' }]);
      expect(sandbox.state.orders).toHaveLength(1);
    },
  );

  it.each(['lost-answer', 'late'] as const)('has the customer once after %s', async (fault) => {
    const target = targetAt(sandbox, store, account);
    sandbox.faults.plan(fault);
    expect(await target.deliver([deliveryOf(erpOrder(1))])).toEqual([{ outcome: 'delivered' }]);
    expect(sandbox.state.customers).toHaveLength(1);
  });

  it('ends with an error, and not a second order, when it stays unclear', async () => {
    const target = targetAt(sandbox, store, account);
    sandbox.faults.plan(undefined, 'error-before', 'lost-request');
    const order = deliveryOf(erpOrder(1));
    await expect(target.deliver([order])).rejects.toMatchObject({ code: 'xentral-unclear' });
    const next = targetAt(sandbox, store, account);
    expect(await next.findDelivered([order.key])).toEqual(new Set());
    expect(await next.deliver([order])).toEqual([{ outcome: 'delivered' }]);
    expect(sandbox.state.orders).toHaveLength(1);
  });

  it('waits for what a run that died has left on its way', async () => {
    sandbox.faults.plan(undefined, 'late');
    const died = new AbortController();
    const dying = targetAt(sandbox, store, account, {
      fetch: async (url, init) => {
        if (died.signal.aborted) throw new Error('dead');
        if (!url.endsWith('/actions/import')) return fetch(url, init);
        died.abort();
        return fetch(url, init);
      },
      clock: { now: Date.now, sleep: () => Promise.reject(new Error('dead')) },
    });
    const order = deliveryOf(erpOrder(1));
    await expect(dying.deliver([order])).rejects.toThrow('dead');
    expect(sandbox.state.orders).toHaveLength(0);
    let longest = 0;
    const next = targetAt(sandbox, store, account, {
      xentral: { unclearSeconds: 60 },
      clock: {
        now: Date.now,
        async sleep(milliseconds) {
          longest = Math.max(longest, milliseconds);
          await vi.waitFor(() => expect(sandbox.state.orders).toHaveLength(1), { timeout: 30_000 });
        },
      },
    });
    expect(await next.findDelivered([order.key])).toEqual(new Set([order.key]));
    expect(longest).toBeGreaterThan(1000);
    expect(sandbox.state.orders).toHaveLength(1);
  });

  it('holds what Xentral cannot take, with the reason, and goes on', async () => {
    const target = targetAt(sandbox, store, account, { tables: { shippingCost: {} } });
    const unknownSku = erpOrder(2, {
      OrderItems: [
        { Product: { SKU: 'FEHLT-1', Title: 'Unbekannt' }, Quantity: 1, TotalPrice: 10, TaxIndex: 1 },
      ],
      ShippingCost: 0,
      TotalCost: 10,
    });
    const outcomes = await target.deliver(
      [
        erpOrder(1),
        unknownSku,
        erpOrder(3, { PaymentMethod: 136, ShippingCost: 0, TotalCost: 39.93 }),
        erpOrder(4, { ShippingCost: 0, TotalCost: 39.93 }),
        erpOrder(5, { VatMode: 4, ShippingCost: 0, TotalCost: 39.93 }),
      ].map(deliveryOf),
    );
    expect(outcomes.map((outcome) => (outcome.outcome === 'held' ? outcome.reason : 'delivered'))).toEqual([
      'shipping-article-missing',
      'article-unknown',
      'payment-method-unknown',
      'delivered',
      'tax-case-unmapped',
    ]);
    expect(outcomes[2]).toMatchObject({
      message: expect.stringMatching(/no payment method "Kaufland".*PayPal \(3\)/),
    });
    // Only the order that was delivered has left a customer behind.
    expect(sandbox.state.customers).toHaveLength(1);
  });

  describe('an article that is locked', () => {
    const honey = { SKU: 'HONIG-500', EAN: '4009876543210', Title: 'Honig' };
    const orderOfHoney = (id: number) =>
      deliveryOf(
        erpOrder(id, {
          OrderItems: [{ Product: honey, Quantity: 1, TotalPrice: 10, TaxIndex: 1 }],
          ShippingCost: 0,
          TotalCost: 10,
        }),
      );
    const lock = (isDisabled: boolean) => {
      for (const product of sandbox.state.products)
        if (product.number === honey.SKU) product.isDisabled = isDisabled;
    };

    it.each(['sku', 'ean'] as const)('is held, found by %s, until it is unlocked', async (way) => {
      const target = targetAt(sandbox, store, account, { tables: { articles: { matchBy: [way] } } });
      lock(true);
      expect(await target.deliver([orderOfHoney(1)])).toMatchObject([
        { outcome: 'held', reason: 'article-locked' },
      ]);
      lock(false);
      expect(await target.deliver([orderOfHoney(1)])).toEqual([{ outcome: 'delivered' }]);
    });

    it('is seen when it was locked after the first order', async () => {
      const target = targetAt(sandbox, store, account);
      expect(await target.deliver([orderOfHoney(1)])).toEqual([{ outcome: 'delivered' }]);
      lock(true);
      expect(await target.deliver([orderOfHoney(2)])).toMatchObject([{ reason: 'article-locked' }]);
    });

    it('gives way to another of the same number', async () => {
      const target = targetAt(sandbox, store, account);
      const first = sandbox.state.products.find(({ number }) => number === honey.SKU);
      if (!first) throw new Error('The tenant has no honey.');
      const second = { ...first, id: '1999' };
      sandbox.state.products.push(second);
      expect(await target.deliver([orderOfHoney(1)])).toMatchObject([{ reason: 'article-ambiguous' }]);
      lock(true);
      second.isDisabled = false;
      expect(await target.deliver([orderOfHoney(1)])).toEqual([{ outcome: 'delivered' }]);
      expect(JSON.stringify(sandbox.state.orders[0]?.request)).toContain('"1999"');
    });
  });

  it('holds an order whose total differs in Xentral, and lets it go once corrected there', async () => {
    await sandbox.close();
    sandbox = await startXentralSandbox({ priceMeaning: 'net' });
    const target = targetAt(sandbox, store, account);
    const order = deliveryOf(erpOrder(1));
    const [outcome] = await target.deliver([order]);
    expect(outcome).toMatchObject({
      outcome: 'held',
      reason: 'total-differs-in-xentral',
      message: expect.stringContaining('200000 with a total of 51.55'),
    });
    expect(await target.findDelivered([order.key])).toEqual(new Set());
    Object.assign(sandbox.state.orders[0] ?? {}, { total: 44.83 });
    expect(await target.deliver([order])).toEqual([{ outcome: 'delivered' }]);
    expect(sandbox.state.orders).toHaveLength(1);
  });

  it('notes a difference instead, where that is wanted', async () => {
    await sandbox.close();
    sandbox = await startXentralSandbox({ priceMeaning: 'net' });
    const notes: string[] = [];
    const target = targetAt(sandbox, store, account, {
      xentral: { totals: { difference: 'note' } },
      onNote: ({ message }) => notes.push(message),
    });
    expect(await target.deliver([deliveryOf(erpOrder(1))])).toEqual([{ outcome: 'delivered' }]);
    expect(notes).toEqual([expect.stringContaining("Billbee's is 44.83")]);
  });

  it.each([
    ['as-tax-display', 'gross'],
    ['as-tax-display', 'net'],
    ['net', 'gross'],
    ['gross', 'net'],
  ] as const)(
    'gets the total right where amounts are %s and the tables want %s prices',
    async (meaning, mode) => {
      await sandbox.close();
      sandbox = await startXentralSandbox({ priceMeaning: meaning });
      const target = targetAt(sandbox, store, account, {
        tables: { prices: { default: mode } },
        xentral: { priceAmount: meaning },
      });
      expect(await target.deliver([deliveryOf(erpOrder(1))])).toEqual([{ outcome: 'delivered' }]);
      expect(sandbox.state.orders[0]).toMatchObject({ total: 44.83 });
    },
  );

  it('never exceeds the limit that the tenant tells', async () => {
    await sandbox.close();
    let now = 1_800_000_000_000;
    sandbox = await startXentralSandbox({ callsPerMinute: 30, now: () => now });
    const target = targetAt(sandbox, store, account, {
      clock: {
        now: () => now,
        async sleep(milliseconds) {
          now += milliseconds;
        },
      },
      xentral: { callsPerMinute: 20, unclearSeconds: 1 },
    });
    const orders = Array.from({ length: 40 }, (_, index) => deliveryOf(erpOrder(index + 1)));
    expect((await target.deliver(orders)).every(({ outcome }) => outcome === 'delivered')).toBe(true);
    expect(sandbox.calls.refused).toBe(0);
    expect(sandbox.countCalls(importCall)).toBe(40);
  });

  it('says which setting is wrong when the token is', async () => {
    const target = targetAt({ url: sandbox.url, token: 'wrong-token' }, store, account);
    await expect(target.deliver([deliveryOf(erpOrder(1))])).rejects.toMatchObject({
      reaction: 'settings',
      settings: ['xentral.token'],
      message: expect.not.stringContaining('wrong-token'),
    });
  });
});
