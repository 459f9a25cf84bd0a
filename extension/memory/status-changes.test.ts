import { expect, test } from 'vitest';
import { statusChanges } from './status-changes.js';

const status = (id: number, label: string) => ({ id, label });
const saved = [status(3, 'Bezahlt'), status(8, 'Storno'), status(20, 'Lager 2')];

test('the same statuses, in other words for known ones, are no change', () => {
  const today = [status(3, 'bezahlt'), status(8, 'Storniert'), status(20, 'Lager 2'), status(21, 'Neu')];
  expect(statusChanges(saved, today)).toEqual([]);
});

test('names what was renamed, what has another id, and what is gone', () => {
  const today = [status(3, 'Offen'), status(21, 'Lager 2')];
  expect(statusChanges(saved, today)).toEqual([
    { kind: 'renamed', id: 3, before: 'Bezahlt', now: 'Offen' },
    { kind: 'gone', id: 8, before: 'Storno' },
    { kind: 'moved', id: 20, before: 'Lager 2', to: 21 },
  ]);
});

test('a name that moved is told even where its old id has another name now', () => {
  expect(statusChanges([status(3, 'Bezahlt')], [status(3, 'Offen'), status(30, 'Bezahlt')])).toEqual([
    { kind: 'moved', id: 3, before: 'Bezahlt', to: 30 },
  ]);
});
