import { expect, it } from 'vitest';
import { judgeHealth } from './health.js';

const now = Date.parse('2026-11-24T12:00:00Z');
const minute = 60_000;
const times = { now, startedAt: now - 600 * minute, pollMs: 5 * minute };
const stored = (completeMinutesAgo: number) => {
  const endedAt = new Date(now - completeMinutesAgo * minute).toISOString();
  const outbox = { waiting: 0, sent: 0, dead: 0 };
  return { outbox, held: 0, lastRun: { endedAt, outcome: 'complete' }, lastCompleteAt: endedAt };
};
const well = { failure: null, failures: 0, dead: false, busy: false, dueSeconds: -120 };
const failed = (failure: string, failures: number, dead = false) => ({ ...well, failure, failures, dead });

it('is well while orders come in', () => {
  expect(judgeHealth(stored(2), well, times)).toEqual({
    status: 'ok',
    database: 'ok',
    cause: null,
    lastRun: { endedAt: '2026-11-24T11:58:00.000Z', ageSeconds: 120, outcome: 'complete' },
  });
});

it('is failing without a database', () => {
  expect(judgeHealth(undefined, undefined, times)).toMatchObject({
    status: 'failing',
    database: 'unreachable',
  });
});

it('fails at once for what does not pass, and after three times for what may', () => {
  expect(judgeHealth(stored(2), failed('unauthorized', 1, true), times).cause).toBe('unauthorized');
  expect(judgeHealth(stored(2), failed('throttled', 2), times).status).toBe('ok');
  expect(judgeHealth(stored(2), failed('throttled', 3), times).cause).toBe('throttled');
});

it('is failing when a poll is overdue, but not while one runs or shortly after the start', () => {
  const late = { ...well, dueSeconds: 17 * 60 };
  expect(judgeHealth(stored(22), late, times)).toMatchObject({ status: 'failing', cause: 'overdue' });
  expect(judgeHealth(stored(22), late, { ...times, startedAt: now - minute }).status).toBe('ok');
  expect(judgeHealth(stored(22), { ...late, busy: true }, times).status).toBe('ok');
});

it('is failing when the clock was set back behind the latest run', () => {
  expect(judgeHealth(stored(-60), well, times)).toMatchObject({ status: 'failing', cause: 'clock-set-back' });
});
