import { expect, it } from 'vitest';
import { testContext } from '../testing.test.data.js';
import { describeSummary, noSummary } from './import-summary.js';

const summary = {
  read: 3,
  created: 2,
  skipped: 1,
  held: 0,
  calls: 4,
  retries: 1,
  elapsedMs: 1260,
  cursor: '2026-11-01T08:00:00',
};

it('says what happened, what it cost and where the next run starts', () => {
  const { terminal, stdout } = testContext();
  describeSummary(terminal, summary, 0);
  expect(stdout.text.split('\n')).toEqual([
    'Read 3: 2 imported, 1 skipped, 0 held.',
    'Calls to Billbee: 4 (1 repeated), in 1.3 s.',
    'The next run starts at 2026-11-01T08:00:00.',
    '',
  ]);
});

it('points to held orders, new or old', () => {
  const now = testContext();
  describeSummary(now.terminal, { ...summary, held: 1 }, 5);
  expect(now.stdout.text).toContain('Held orders need a person');
  const before = testContext();
  describeSummary(before.terminal, summary, 5);
  expect(before.stdout.text).toContain('Still held from earlier runs: 5.');
});

it('adds up before anything has begun', () => {
  expect(noSummary(7)).toEqual({
    read: 0,
    created: 0,
    skipped: 0,
    held: 0,
    calls: 0,
    retries: 0,
    elapsedMs: 7,
    cursor: null,
  });
});
