import { expect, test } from 'vitest';
import { contentHash } from './content-hash.js';
import { mapOrder } from './map-order.js';
import { parseOrder } from './parse-order.js';
import { sampleAddress, sampleItem, sampleOrder } from './sample-orders.test.data.js';

const hash = (changes: Record<string, unknown> = {}): string =>
  contentHash(mapOrder(parseOrder(sampleOrder(changes)).order, { defaultCurrency: 'EUR' }));

test('is stable across versions of this library, or its version says so', () => {
  expect(hash()).toBe('c2-6c4a124946090ef5');
});

test.each([
  ['status', { State: 4 }],
  ['modification time', { LastModifiedAt: '2026-01-01T00:00:00' }],
  ['shipping time', { ShippedAt: '2026-01-01T00:00:00' }],
  ['confirmation time', { ConfirmedAt: '2026-01-01T00:00:00' }],
  ['shipments', { ShippingIds: [{ ShippingId: '0034' }] }],
  ['history', { History: [] }],
  ['tags', { Tags: ['imported'] }],
  ['notation of a number', { TotalCost: '3612.840' }],
  ['notation of empty', { SellerComment: '' }],
])('%s does not count', (_, changes) => {
  expect(hash(changes)).toBe(hash());
});

test('whatever an ERP cares about counts', () => {
  const changes = [
    {},
    { BillBeeOrderId: 1 },
    { OrderNumber: 'x' },
    { PayedAt: null },
    { PaidAmount: 1 },
    { Currency: 'CHF' },
    { VatMode: 1 },
    { TotalCost: 3613.84, ShippingCost: 115.24 },
    { OrderItems: [sampleItem({ Quantity: 2 })] },
    { OrderItems: [sampleItem({ InvoiceSKU: 'x', Product: { SKU: null } })] },
    { OrderItems: [sampleItem({ Attributes: [{ Name: 'a', Value: 'b' }] })] },
    { OrderItems: [sampleItem(), sampleItem({ TotalPrice: 0 })] },
    { InvoiceAddress: sampleAddress({ Zip: '01067' }) },
    { InvoiceAddress: null },
    { ShippingAddress: sampleAddress({ HouseNumber: '8' }) },
    { PaymentMethod: 26 },
    { PaymentTransactionId: 'x' },
    { SellerComment: 'x' },
    { CustomInvoiceNote: 'x' },
    { Comments: [{ FromCustomer: true, Text: 'x' }] },
    { CustomerVatId: 'x' },
    { ShippingProviderName: 'x' },
    { TaxRate1: 16, OrderItems: [sampleItem({ TaxAmount: null })] },
  ].map((change) => hash(change));
  expect(new Set(changes).size).toBe(changes.length);
});

test('the sequence of keys does not count', () => {
  const order = mapOrder(parseOrder(sampleOrder()).order);
  const reversed = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(reversed)
      : value && typeof value === 'object'
        ? Object.fromEntries(
            Object.entries(value)
              .reverse()
              .map(([key, member]) => [key, reversed(member)]),
          )
        : value;
  expect(contentHash(reversed(order) as typeof order)).toBe(contentHash(order));
});
