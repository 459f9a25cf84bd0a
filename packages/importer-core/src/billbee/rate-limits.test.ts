import { expect, it } from 'vitest';
import { rateLimits } from './rate-limits.js';

const caller = { apiKey: 'k', user: 'shop@example.com' };

it('knows the three published tiers: key, key and user, and endpoint of both', () => {
  const tiers = rateLimits(caller, 'GET /orders').map(({ calls, windowMs }) => [calls, windowMs]);
  expect(tiers).toEqual([
    [50, 1000],
    [10, 1000],
    [2, 1000],
  ]);
  const keys = (user: string, endpoint: string) =>
    rateLimits({ ...caller, user }, endpoint).map(({ key }) => key);
  const [key, user, endpoint] = keys('a', 'GET /orders');
  expect(keys('b', 'GET /orders')).toEqual([key, expect.not.stringMatching(`^${user}$`), expect.anything()]);
  expect(keys('a', 'GET /events').slice(0, 2)).toEqual([key, user]);
  expect(keys('a', 'GET /events')[2]).not.toBe(endpoint);
});

it.each([
  ['GET /orders/{id}', 6, 60_000],
  ['GET /orders/invoices', 1, 60_000],
  ['GET /events', 2, 3_600_000],
  ['POST /orders/CreateInvoice/{id}', 1, 300_000],
  ['POST /orders/CreateDeliveryNote/{id}', 1, 300_000],
])('limits %s by what it is about', (endpoint, calls, windowMs) => {
  const own = (subject: string) => rateLimits(caller, endpoint, subject)[3];
  expect(own('1')).toMatchObject({ calls, windowMs });
  expect(own('1')?.key).not.toBe(own('2')?.key);
  expect(rateLimits(caller, endpoint)).toHaveLength(3);
});
