import { expect, test, vi } from 'vitest';

vi.mock('./web-extension.js', () => ({ webExtension: {} }));
const { readPick } = await import('./picks.js');

const pick = { type: 'billbee-status-ids/picked', outcome: 'found', copied: true };

test('reads what a page says was pointed at, and leaves out what is none', () => {
  const statuses = [{ id: 3, label: 'Bezahlt', foundBy: [] }, { id: '4' }, { id: 5, label: 5 }, null];
  expect(readPick({ ...pick, statuses })).toEqual({
    ...pick,
    statuses: [{ id: 3, label: 'Bezahlt', foundBy: [] }],
  });
});

test.each([
  null,
  'text',
  { ...pick, type: 'other', statuses: [] },
  { ...pick, outcome: 'odd', statuses: [] },
  { ...pick },
])('is nothing: %j', (message) => {
  expect(readPick(message)).toBeUndefined();
});
