import { expect, it } from 'vitest';
import { judgeHealth } from './health.js';
import { ServiceFigures } from './service-figures.js';

const now = Date.parse('2026-11-24T12:00:00Z');
const minute = 60_000;
const times = { now, startedAt: now - 600 * minute, pollMs: 5 * minute };
const stored = (completeMinutesAgo: number) => {
  const endedAt = new Date(now - completeMinutesAgo * minute).toISOString();
  const outbox = { waiting: 0, sent: 0, dead: 0 };
  return { outbox, held: 0, lastRun: { endedAt, outcome: 'complete' }, lastCompleteAt: endedAt };
};
const failed = (reaction: string, code: string, times = 1): ServiceFigures => {
  const figures = new ServiceFigures();
  for (let time = 0; time < times; time += 1)
    figures.endPoll('failed', Object.assign(new Error(), { code, reaction }));
  return figures;
};

it('is well while orders come in', () => {
  expect(judgeHealth(stored(2), new ServiceFigures(), times)).toEqual({
    status: 'ok',
    database: 'ok',
    cause: null,
    lastRun: { endedAt: '2026-11-24T11:58:00.000Z', ageSeconds: 120, outcome: 'complete' },
  });
});

it('is failing without a database', () => {
  expect(judgeHealth(undefined, new ServiceFigures(), times)).toMatchObject({
    status: 'failing',
    database: 'unreachable',
  });
});

it('fails at once for what does not pass, and after three times for what may', () => {
  expect(judgeHealth(stored(2), failed('settings', 'unauthorized'), times).cause).toBe('unauthorized');
  expect(judgeHealth(stored(2), failed('stop', 'budget-exhausted'), times).cause).toBe('budget-exhausted');
  expect(judgeHealth(stored(2), failed('retry', 'throttled', 2), times).status).toBe('ok');
  expect(judgeHealth(stored(2), failed('retry', 'throttled', 3), times).cause).toBe('throttled');
  const recovered = failed('settings', 'unauthorized');
  recovered.endPoll('complete', undefined);
  expect(judgeHealth(stored(2), recovered, times).status).toBe('ok');
});

it('is failing when a poll is overdue, but not while one runs or shortly after the start', () => {
  const figures = new ServiceFigures();
  expect(judgeHealth(stored(17), figures, times)).toMatchObject({ status: 'failing', cause: 'overdue' });
  expect(judgeHealth(stored(17), figures, { ...times, startedAt: now - minute }).status).toBe('ok');
  figures.polling = true;
  expect(judgeHealth(stored(17), figures, times).status).toBe('ok');
});
