import { describe, expect, test } from 'vitest';
import { HoldError } from '../errors.js';
import { parseOrder } from './parse-order.js';
import { sampleAddress, sampleItem, sampleOrder } from './sample-orders.test.data.js';

function holdOf(raw: unknown): HoldError {
  try {
    parseOrder(raw);
  } catch (error) {
    if (error instanceof HoldError) return error;
    throw error;
  }
  throw new Error('was not held');
}

describe('what a usable order may look like', () => {
  test('the payload itself, unknown fields included', () => {
    const raw = sampleOrder({ FutureField: { deep: [1, { two: '2' }] } });
    const parsed = parseOrder(raw);
    expect(parsed).toEqual({ orderId: '300000180937794', order: raw, warnings: [] });
  });

  test.each([
    ['nulls instead of people', { Buyer: null, Seller: null, Customer: null, InvoiceAddress: null }],
    ['a position without product', { OrderItems: [sampleItem({ Product: null })] }],
    ['numbers as text', { TotalCost: '3612.84', ShippingCost: '114.24', State: '3', TaxRate1: '19.0' }],
    ['a profile id as number', { ShippingProfileId: 3000001 }],
    ['an id above 2^53 as text', { ApiAccountId: '9223372036854775807' }],
    ['no lists', { Tags: null, Comments: null, Payments: null, History: null, ShippingIds: null }],
    ['what nobody knows yet', { State: 4711, PaymentMethod: 150, VatMode: 9 }],
  ])('%s', (_, changes) => {
    const raw = sampleOrder(changes);
    expect(parseOrder(raw)).toMatchObject({ order: raw, warnings: [] });
  });

  test('fields can be missing altogether', () => {
    const raw = {
      BillBeeOrderId: '17',
      CreatedAt: '2023-04-22',
      TotalCost: '5',
      OrderItems: [{ Quantity: 1, TotalPrice: 5 }],
    };
    expect(parseOrder(raw).order).toEqual(raw);
  });
});

describe('an unreadable optional value counts as missing and is reported', () => {
  test.each([
    ['State', { State: 'paid' }],
    ['TaxRate1', { TaxRate1: '19,0' }],
    ['PayedAt', { PayedAt: '2023-02-30T00:00:00' }],
    ['InvoiceAddress', { InvoiceAddress: 'Musterweg 7' }],
    ['InvoiceAddress.Zip', { InvoiceAddress: sampleAddress({ Zip: {} }) }],
    ['Tags', { Tags: 'urgent' }],
    ['Tags[1]', { Tags: ['a', [], 'b'] }],
    ['Comments[0].Text', { Comments: [{ Text: {}, kept: 1 }] }],
    ['OrderItems[0].Product', { OrderItems: [sampleItem({ Product: 5 })] }],
    ['OrderItems[0].Discount', { OrderItems: [sampleItem({ Discount: '2 %' })] }],
    ['ShippingCost', { ShippingCost: [] }],
  ])('%s', (field, changes) => {
    const raw = sampleOrder({ ...changes, FutureField: 'kept' });
    const before = structuredClone(raw);
    const { order, warnings } = parseOrder(raw);
    expect(warnings.map((warning) => warning.field)).toEqual([field]);
    const read = field.split(/[.[\]]+/).filter(Boolean);
    expect(read.reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], order)).toBeNull();
    expect(order).toHaveProperty('FutureField', 'kept');
    expect(raw).toEqual(before);
  });

  test('a thousand of them are one order with at most a hundred warnings', () => {
    const { order, warnings } = parseOrder(sampleOrder({ Tags: Array.from({ length: 1000 }, () => ({})) }));
    expect(warnings).toHaveLength(100);
    expect(order.Tags).toEqual(Array.from({ length: 1000 }, () => null));
  });

  test('warnings carry no text of the payload', () => {
    const { warnings } = parseOrder(sampleOrder({ PayedAt: 'Erika Beispiel' }));
    expect(warnings[0]?.message).toBe('PayedAt is a text and counts as missing.');
  });
});

describe('an order that cannot be used is held', () => {
  test.each([
    ['order-id-unreadable', 'BillBeeOrderId', { BillBeeOrderId: null }],
    ['order-id-unreadable', 'BillBeeOrderId', { BillBeeOrderId: 0 }],
    ['order-id-unreadable', 'BillBeeOrderId', { BillBeeOrderId: 2 ** 60 }],
    ['order-id-unreadable', 'BillBeeOrderId', { BillBeeOrderId: 'A-17' }],
    ['order-date-unreadable', 'CreatedAt', { CreatedAt: null }],
    ['order-date-unreadable', 'CreatedAt', { CreatedAt: 'yesterday' }],
    ['order-date-unreadable', 'CreatedAt', { CreatedAt: '0001-01-01T00:00:00' }],
    ['total-unreadable', 'TotalCost', { TotalCost: '' }],
    ['total-unreadable', 'TotalCost', { TotalCost: '12,50' }],
    ['total-unreadable', 'TotalCost', { TotalCost: 1e300 }],
    ['items-unreadable', 'OrderItems', { OrderItems: null }],
    ['items-unreadable', 'OrderItems', { OrderItems: { 0: sampleItem() } }],
    ['items-unreadable', 'OrderItems[1]', { OrderItems: [sampleItem(), null] }],
    ['items-unreadable', 'OrderItems[1]', { OrderItems: [sampleItem(), 'x'] }],
    ['items-unreadable', 'OrderItems[0].Quantity', { OrderItems: [sampleItem({ Quantity: null })] }],
    ['items-unreadable', 'OrderItems[0].TotalPrice', { OrderItems: [sampleItem({ TotalPrice: 'free' })] }],
    ['items-unreadable', 'OrderItems', { OrderItems: Array.from({ length: 10_001 }, () => sampleItem()) }],
  ])('%s: %s', (code, field, changes) => {
    const error = holdOf(sampleOrder(changes));
    expect(error).toMatchObject({ code, field });
    expect(error.message).toMatch(code === 'order-id-unreadable' ? /no readable id/ : /300000180937794/);
    expect(error.message).toMatch(/retry|read the order again/);
  });

  test.each([[undefined], [null], ['text'], [5], [[]]])('no order at all: %j', (raw) => {
    expect(holdOf(raw).code).toBe('order-id-unreadable');
  });

  test('something optional that is unreadable too does not hide the reason', () => {
    expect(holdOf(sampleOrder({ Tags: 5, CreatedAt: null })).code).toBe('order-date-unreadable');
    expect(holdOf(sampleOrder({ Tags: 5, TotalCost: {} })).code).toBe('total-unreadable');
  });
});

test('a __proto__ key changes nothing and stays where it is', () => {
  const raw = JSON.parse(
    '{"__proto__":{"TotalCost":1},"BillBeeOrderId":7,"CreatedAt":"2023-04-22","OrderItems":[]}',
  );
  expect(holdOf(raw).code).toBe('total-unreadable');
  expect(Object.hasOwn(parseOrder({ ...raw, TotalCost: 2 }).order, '__proto__')).toBe(true);
  const inherited = Object.assign(Object.create({ TotalCost: 1 }), {
    ...sampleOrder(),
    TotalCost: undefined,
  });
  delete inherited.TotalCost;
  expect(holdOf(inherited).code).toBe('total-unreadable');
  expect(({} as Record<string, unknown>)['TotalCost']).toBeUndefined();
});
