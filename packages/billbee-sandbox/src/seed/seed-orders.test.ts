import { expect, test } from 'vitest';
import { jsonText } from '../json-text.js';
import type { SandboxOrder } from '../state/order.js';
import { BROKEN_ORDERS } from './broken-orders.js';
import { QUIRKS } from './quirks.js';
import { seedOrders } from './seed-orders.js';

const cents = (amount: number): number => Math.round(amount * 100);
const sumOf = (order: SandboxOrder): number =>
  (order.OrderItems ?? []).reduce((sum, item) => sum + cents(item.TotalPrice), cents(order.ShippingCost));

test('the same arguments give the same orders, another seed others', () => {
  expect(jsonText(seedOrders(120, 5, 'UTC'))).toBe(jsonText(seedOrders(120, 5, 'UTC')));
  expect(jsonText(seedOrders(120, 5, 'UTC'))).not.toBe(jsonText(seedOrders(120, 6, 'UTC')));
});

test('the first order is the known one, to the cent and whatever the seed', () => {
  for (const seed of [1, 99]) {
    const [first] = seedOrders(3, seed, 'Europe/Berlin');
    expect(first).toMatchObject({
      BillBeeOrderId: 300000180937794,
      State: 3,
      Id: null,
      OrderNumber: null,
      Buyer: null,
      CreatedAt: '2023-04-22T15:07:02',
      Currency: 'EUR',
      ShippingCost: 114.24,
      TotalCost: 3612.84,
    });
    expect(first?.OrderItems?.map((item) => item.TotalPrice)).toEqual([3498.6]);
  }
});

test.each([40, 120, 1000])('%i orders cover every status from 1 to 17', (count) => {
  const statuses = new Set(seedOrders(count, 1, 'UTC').map((order) => order.State));
  expect([...statuses].sort((one, other) => one - other)).toEqual(
    Array.from({ length: 17 }, (_, i) => i + 1),
  );
});

test('ids are ascending, distinct and have 15 digits', () => {
  const ids = seedOrders(500, 3, 'UTC').flatMap((order) => order.BillBeeOrderId ?? []);
  expect(ids).toHaveLength(499);
  expect(ids).toEqual([...new Set(ids)].sort((one, other) => one - other));
  expect(ids.every((id) => String(id).length === 15)).toBe(true);
});

test('status 3 holds sound orders only: items and shipping make the total, to the cent', () => {
  const paid = seedOrders(1000, 2, 'Europe/Berlin').filter((order) => order.State === 3);
  expect(paid.length).toBeGreaterThan(100);
  for (const order of paid) {
    expect(cents(order.TotalCost ?? Number.NaN)).toBe(sumOf(order));
    expect(order.OrderItems?.every((item) => item.Quantity > 0)).toBe(true);
    expect([order.BillBeeOrderId, order.CreatedAt, order.Currency]).not.toContain(null);
    expect(order.VatMode).toBe(0);
  }
});

test('over all orders exactly one total is wrong and one is missing', () => {
  const readable = seedOrders(120, 1, 'UTC').filter(
    (order) => order.OrderItems?.[0]?.Quantity !== ('zwei' as never),
  );
  expect(readable.filter((order) => order.TotalCost === undefined)).toHaveLength(1);
  const wrong = readable.filter(
    (order) => order.TotalCost !== undefined && cents(order.TotalCost) !== sumOf(order),
  );
  expect(wrong.map((order) => order.State)).toEqual([2]);
});

test('broken orders are there from 40 on, in the statuses 1 and 2', () => {
  const broken = (count: number): SandboxOrder[] =>
    seedOrders(count, 1, 'UTC').filter((order) => order.CreatedAt === null || order.Currency === null);
  expect(broken(39)).toEqual([]);
  expect(broken(40).map((order) => order.State)).toEqual([1, 2]);
  expect(BROKEN_ORDERS.every(({ status }) => status === 1 || status === 2)).toBe(true);
});

test('every quirk leaves its mark in the default orders', () => {
  const text = jsonText(seedOrders(120, 1, 'Europe/Berlin'));
  for (const mark of [
    '"Buyer":null',
    '"Discount":2.5',
    '"TaxIndex":2',
    '"IsCoupon":true',
    '"Type":2',
    '"Quantity":2.5',
    '"Id":9007199254740993',
    'TikTokOrderID\\": 576460752303423489012',
    '"PaymentMethod":145',
    '"Currency":"CHF"',
    'c/o Nachbarn',
    '"HouseNumber":""',
    '"ShippingProfileId":4711',
    '+00:00"',
    '"TrackingUrl":"-"',
    '田中 🌷',
    '"VatMode":2',
    "O'Hagen-Stuß",
  ]) {
    expect(text, mark).toContain(mark);
  }
  expect(QUIRKS.length).toBeGreaterThanOrEqual(15);
});

test('dates are written in the zone asked for', () => {
  const berlin = seedOrders(4, 1, 'Europe/Berlin').at(3)?.CreatedAt;
  const utc = seedOrders(4, 1, 'UTC').at(3)?.CreatedAt;
  expect(Date.parse(`${berlin}Z`) - Date.parse(`${utc}Z`)).toBe(3_600_000);
});

test('recent orders end now, none of their dates is still to come, and the rest is the same', () => {
  const now = Date.UTC(2026, 10, 27, 6);
  const dates = (order: object) =>
    Object.values(order).filter(
      (value) => typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value),
    ) as string[];
  for (const count of [2, 120, 2000]) {
    const recent = seedOrders(count, 1, 'UTC', now);
    const newest = recent.flatMap(dates).sort().at(-1) ?? '';
    expect(Date.parse(`${newest}Z`)).toBeLessThanOrEqual(now);
    expect(Date.parse(`${recent.at(-1)?.CreatedAt}Z`)).toBeGreaterThan(now - 5 * 3_600_000);
    const numbers = (orders: typeof recent) => orders.map(({ OrderNumber, State }) => [OrderNumber, State]);
    expect(numbers(recent)).toEqual(numbers(seedOrders(count, 1, 'UTC')));
  }
});
