import { expect, it } from 'vitest';
import { billingMonth } from './billing-month.js';

it.each([
  ['2026-11-30T22:59:59Z', '2026-11'],
  ['2026-11-30T23:00:00Z', '2026-12'],
  ['2026-12-31T23:00:00Z', '2027-01'],
  ['2026-06-30T21:59:59Z', '2026-06'],
  ['2026-06-30T22:00:00Z', '2026-07'],
])('is the German month: %s is in %s', (time, month) => {
  expect(billingMonth(Date.parse(time))).toBe(month);
});
