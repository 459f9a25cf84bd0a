import fc from 'fast-check';
import { expect, it } from 'vitest';
import { billingMonthLeft } from '../budget/billing-month.js';
import { planPoll } from './plan-poll.js';

const minute = 60_000;
const base = {
  callsPerPoll: 1,
  shortestMs: 5 * minute,
  longestMs: 60 * minute,
  monthLeftMs: 30 * 86_400_000,
};

it('asks an account that sells at the shortest distance, a quiet one ever less, and none beyond the bound', () => {
  const waits = [0, 1, 2, 5, 6, 7, 1000].map((quietPolls) => planPoll({ ...base, quietPolls }) / minute);
  expect(waits).toEqual(
    [5, 7.5, 11.25, 37.96875, 56.953125, 60, 60].map((wait) => Math.round(wait * minute) / minute),
  );
});

it('keeps polls within the calls that are left, whatever the bounds', () => {
  const plan = fc.record({
    quietPolls: fc.nat(50),
    callsPerPoll: fc.double({ min: 1, max: 500, noNaN: true }),
    callsLeft: fc.integer({ min: 1, max: 1e6 }),
    monthLeftMs: fc.integer({ min: 1, max: 31 * 86_400_000 }),
    shortestMs: fc.constant(minute),
    longestMs: fc.integer({ min: minute, max: 1440 * minute }),
  });
  fc.assert(
    fc.property(plan, (given) => {
      const wait = planPoll(given);
      const polls = given.monthLeftMs / wait;
      // One poll may always be under way already.
      expect(polls * given.callsPerPoll).toBeLessThanOrEqual(
        Math.max(0.81 * given.callsLeft, given.callsPerPoll),
      );
      expect(wait).toBeGreaterThanOrEqual(given.shortestMs);
    }),
  );
});

it('waits for the next month when no call is left', () => {
  expect(planPoll({ ...base, quietPolls: 0, callsLeft: 0 })).toBe(base.monthLeftMs);
});

it('asks all accounts less often when their calls together would not last', () => {
  expect(planPoll({ ...base, quietPolls: 0, stretch: 3 })).toBe(15 * minute);
});

it('knows when the billing month ends, in German time', () => {
  expect(billingMonthLeft(Date.UTC(2026, 10, 30, 22))).toBe(3_600_000);
  expect(billingMonthLeft(Date.UTC(2026, 5, 30, 21, 59, 59))).toBe(1000);
  expect(billingMonthLeft(Date.UTC(2026, 11, 31, 22, 30))).toBe(1_800_000);
});
