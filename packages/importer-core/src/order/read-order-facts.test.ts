import { expect, test } from 'vitest';
import { readOrderFacts, readOrderId } from './read-order-facts.js';
import { sampleOrder } from './sample-orders.test.data.js';

test('facts of an order, the modification time verbatim', () => {
  expect(readOrderFacts(sampleOrder())).toEqual({
    orderId: '300000180937794',
    statusId: 3,
    lastModifiedAt: '2023-04-29T13:31:59.113',
  });
});

test('an id beyond 2^53 arrives as text and stays whole', () => {
  expect(readOrderId({ BillBeeOrderId: '9007199254740993' })).toBe('9007199254740993');
  expect(readOrderId({ BillBeeOrderId: 2 ** 53 })).toBeUndefined();
});

test.each([
  undefined,
  null,
  'text',
  7,
  [],
  {},
  { BillBeeOrderId: null },
  { BillBeeOrderId: {} },
  { BillBeeOrderId: true },
])('nothing readable in %j', (raw) => {
  expect(readOrderFacts(raw)).toEqual({
    orderId: undefined,
    statusId: undefined,
    lastModifiedAt: undefined,
  });
});

test('each fact stands alone, and nothing is inherited', () => {
  expect(readOrderFacts({ BillBeeOrderId: 'x', State: '16', LastModifiedAt: 5 })).toEqual({
    orderId: undefined,
    statusId: 16,
    lastModifiedAt: undefined,
  });
  expect(readOrderId(Object.create({ BillBeeOrderId: 5 }))).toBeUndefined();
});
