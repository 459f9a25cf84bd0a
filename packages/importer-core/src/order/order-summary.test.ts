import { expect, it } from 'vitest';
import { readOrderSummary } from './order-summary.js';
import { sampleOrder } from './sample-orders.test.data.js';

it('names an order by what people know', () => {
  const order = { ...sampleOrder(), WebUrl: 'https://app.billbee.io/app_v2/order/4711' };
  expect(readOrderSummary(order)).toMatchObject({ url: order.WebUrl });
  const { buyer, total, currency, orderedAt } = readOrderSummary(order);
  for (const text of [buyer, total, currency, orderedAt]) expect(text).toMatch(/./);
});

it.each([
  null,
  undefined,
  7,
  'order',
  [],
  {},
  { InvoiceAddress: 'x', Seller: null, TotalCost: {}, OrderNumber: '  ' },
])('says what it can of %j', (raw) => {
  expect(Object.values(readOrderSummary(raw)).filter((value) => value !== undefined)).toEqual([]);
});

it.each([
  'javascript:alert(1)',
  'http://app.billbee.io/de/order/view/1',
  'https://billbee.io.evil.example/1',
  'https://evil.example/billbee.io',
  7,
])('opens the order view instead of %j', (WebUrl) => {
  expect(readOrderSummary({ BillBeeOrderId: 300000180937794, WebUrl }).url).toBe(
    'https://app.billbee.io/de/order/view/300000180937794',
  );
});
