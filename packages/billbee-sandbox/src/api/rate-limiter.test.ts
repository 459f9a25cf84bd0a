import fc from 'fast-check';
import { expect, test } from 'vitest';
import { limitsOf, RateLimiter } from './rate-limiter.js';

const LIMITS = [{ key: 'k', calls: 2, window: 1000 }];

test('the third call within a second waits until the first is a second old', () => {
  const limiter = new RateLimiter();
  expect([limiter.admit(LIMITS, 0), limiter.admit(LIMITS, 400), limiter.admit(LIMITS, 500)]).toEqual([
    0, 0, 500,
  ]);
  expect(limiter.admit(LIMITS, 999.9)).toBeGreaterThan(0);
  expect(limiter.admit(LIMITS, 1000)).toBe(0);
});

test('a call that is turned away does not count', () => {
  const limiter = new RateLimiter();
  for (const at of [0, 1, 2, 3, 4]) limiter.admit(LIMITS, at);
  expect(limiter.admit(LIMITS, 1001)).toBe(0);
});

test('no window ever holds more calls than its limit, and the wait it names is enough', () => {
  const gaps = fc.array(fc.integer({ min: 0, max: 700 }), { minLength: 5, maxLength: 80 });
  fc.assert(
    fc.property(gaps, fc.integer({ min: 1, max: 4 }), (steps, calls) => {
      const limiter = new RateLimiter();
      const limits = [{ key: 'k', calls, window: 1000 }];
      const admitted: number[] = [];
      let at = 0;
      for (const gap of steps) {
        at += gap;
        const wait = limiter.admit(limits, at);
        if (wait > 0) {
          at += wait;
          expect(limiter.admit(limits, at)).toBe(0);
        }
        admitted.push(at);
      }
      for (const [index, arrival] of admitted.entries()) {
        const before = admitted[index - calls];
        if (before !== undefined) expect(arrival - before).toBeGreaterThanOrEqual(1000);
      }
    }),
  );
});

test('one order, and one page of the event log, have limits of their own', () => {
  const base = { apiKey: 'k', user: 'u', page: '1' };
  const longest = (endpoint: string, path: string): number =>
    Math.max(...limitsOf({ ...base, endpoint, path }).map((limit) => limit.window));
  expect(longest('GET /orders', '/orders')).toBe(1000);
  expect(longest('GET /orders/{id}', '/orders/7')).toBe(60_000);
  expect(longest('GET /events', '/events')).toBe(3_600_000);
});
