import { describe, expect, test } from 'vitest';
import { sampleOrder } from '../order/sample-orders.test.data.js';
import { billbeeOrder } from './order-schema.js';

const accepts = (changes: Record<string, unknown>): boolean =>
  billbeeOrder.safeParse(sampleOrder(changes)).success;

test('a recorded shape passes', () => {
  expect(billbeeOrder.safeParse(sampleOrder()).error).toBeUndefined();
});

test('every field may be missing: what an order needs is not the schema’s business', () => {
  expect(billbeeOrder.safeParse({}).success).toBe(true);
});

describe('dates', () => {
  test.each([
    '2023-04-22T15:07:02',
    '2023-04-29T13:31:59.113',
    '2023-04-29T13:32:39.36',
    '2023-04-29T13:32:39.3600000',
    '2023-04-29T13:32:39Z',
    '2023-04-29T13:32:39.1+00:00',
    '2023-04-29T13:32:39-0330',
    '2023-04-29 13:32',
    '2024-02-29',
    '/Date(1682168822000)/',
    '/Date(1682168822000+0200)/',
    '',
  ])('%j is one', (CreatedAt) => {
    expect(accepts({ CreatedAt })).toBe(true);
  });
  test.each([
    '2023-02-29T00:00:00',
    '2023-04-31',
    '2023-13-01',
    '2023-00-10',
    '2023-04-22T24:00:00',
    '2023-04-22T10:60:00',
    '2023-04-22T10:00:00+15:00',
    '22.04.2023',
    'yesterday',
    1682168822000,
    true,
    `2023-04-22${' '.repeat(100_000)}x`,
  ])('%j is none', (CreatedAt) => {
    expect(accepts({ CreatedAt })).toBe(false);
  });
});

describe('amounts', () => {
  test.each([0, -12.5, 1300, '12.50', '-0.5', '+3', ' 7 ', '25.348235294117647', '1e-7', '', null])(
    '%j is one',
    (TotalCost) => {
      expect(accepts({ TotalCost })).toBe(true);
    },
  );
  test.each([
    '12,50',
    '1.234,56',
    '1e400',
    '0x10',
    'NaN',
    '9'.repeat(13),
    1e13,
    true,
    [],
    {},
    `${' '.repeat(1e5)}x`,
  ])('%j is none', (TotalCost) => {
    expect(accepts({ TotalCost })).toBe(false);
  });
});

describe('ids', () => {
  test.each([300000180937794, '300000180937794', '18446744073709551615', '', null, 0])(
    '%j is one',
    (ApiAccountId) => {
      expect(accepts({ ApiAccountId })).toBe(true);
    },
  );
  test.each([2 ** 53, -1, 1.5, 'abc', '-3', '9'.repeat(21), {}])('%j is none', (ApiAccountId) => {
    expect(accepts({ ApiAccountId })).toBe(false);
  });
});

test('unknown statuses, payment types and VAT modes pass', () => {
  expect(accepts({ State: 17 })).toBe(true);
  expect(accepts({ State: 99, PaymentMethod: 150, VatMode: 7 })).toBe(true);
});
