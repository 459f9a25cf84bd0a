import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseHttpDate, parseRetryAfter, retryDelay } from './retry-timing.js';

const now = Date.UTC(2026, 10, 24, 12, 0, 0);

describe('parseRetryAfter', () => {
  it.each([
    [null, undefined, undefined],
    ['2', undefined, 2000],
    [' 2 ', undefined, 2000],
    ['0', undefined, 0],
    ['1.5', undefined, 1500],
    ['-1', undefined, undefined],
    ['1e3', undefined, undefined],
    ['soon', undefined, undefined],
    ['', undefined, undefined],
    ['Tue, 24 Nov 2026 12:00:07 GMT', undefined, 7000],
    ['Tue, 24 Nov 2026 11:00:00 GMT', undefined, 0],
    ['Tuesday, 24-Nov-26 12:00:07 GMT', undefined, 7000],
    ['Tue Nov 24 12:00:07 2026', undefined, 7000],
    ['2026-11-24T12:00:07Z', undefined, undefined],
    ['Tue, 99 Nov 2026 12:00:07 GMT', undefined, undefined],
    // The server's clock is an hour ahead: its own two times belong together.
    ['Tue, 24 Nov 2026 13:00:07 GMT', now + 3_600_000, 7000],
  ])('%s, server time %s: %s ms', (header, serverTime, expected) => {
    expect(parseRetryAfter(header, serverTime, now)).toBe(expected);
  });
});

it('reads the header Date', () => {
  expect(parseHttpDate('Tue, 24 Nov 2026 12:00:00 GMT')).toBe(now);
  expect(parseHttpDate('yesterday')).toBeUndefined();
  expect(parseHttpDate(null)).toBeUndefined();
});

describe('retryDelay', () => {
  it.each([
    [1, undefined, 0, 0],
    [1, undefined, 0.5, 250],
    [2, undefined, 0.5, 500],
    [5, undefined, 0.5, 4000],
    [7, undefined, 0.999, 29970],
    [8, undefined, 0.999, 29970],
    [5000, undefined, 0.999, 29970],
    [1, 2000, 0.9, 2000],
    [9, 1, 0.9, 1],
    [2, 0, 0.5, 500],
  ])('attempt %i, asked for %s ms, random %f: %i ms', (attempt, asked, random, expected) => {
    expect(retryDelay(attempt, asked, random)).toBe(expected);
  });

  it('stays within 0 and the cap, and never repeats in a busy loop on average', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1000 }),
        fc.double({ min: 0, max: 0.9999, noNaN: true }),
        (n, r) => {
          const delay = retryDelay(n, undefined, r);
          expect(delay).toBeGreaterThanOrEqual(0);
          expect(delay).toBeLessThanOrEqual(30_000);
          expect(retryDelay(n + 1, undefined, r)).toBeGreaterThanOrEqual(delay);
        },
      ),
    );
  });
});
