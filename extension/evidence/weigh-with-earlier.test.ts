import { knownLabelId } from 'importer-core/statuses';
import { expect, test } from 'vitest';
import type { CandidateList } from './candidates.js';
import { weighWithEarlier } from './weigh-with-earlier.js';

const listOf = (
  entries: Readonly<Record<number, string>>,
  more: Partial<CandidateList> = {},
): CandidateList => ({
  source: 'element',
  place: 'data-stateid',
  template: '#',
  about: 'dropdown-menu',
  entries: Object.entries(entries).map(([id, label]) => ({
    id: Number(id),
    label,
    known: knownLabelId(label),
  })),
  ...more,
});
const standard = {
  14: 'Angeboten',
  1: 'Bestellt',
  2: 'Bestätigt',
  3: 'Bezahlt',
  4: 'Versendet',
  16: 'Im Fulfillment',
};
const weigh = (now: readonly CandidateList[], before: readonly CandidateList[]) => {
  const { statuses, earlier, disagreements } = weighWithEarlier(now, before);
  return {
    names: statuses.map(({ id, label }) => `${id} ${label}`),
    earlier,
    disagreements: disagreements.map(({ id }) => id),
  };
};

test('a list that was closed counts, and is told from what is there', () => {
  const own = listOf({ ...standard, 18: 'Sonderfall' });
  expect(weigh([], [own]).earlier).toEqual([1, 2, 3, 4, 14, 16, 18]);
  expect(weigh([own], []).earlier).toEqual([]);
  const now = listOf({ 1: 'Bestellt', 2: 'Bestätigt', 3: 'Bezahlt', 4: 'Versendet', 14: 'Angeboten' });
  expect(weigh([now], [own])).toMatchObject({ earlier: [16, 18], disagreements: [] });
});

test('a window of a virtual list that proves nothing alone counts as there with what was seen before', () => {
  const { names, earlier } = weigh(
    [listOf({ 17: 'Retoure', 18: 'Sonderfall' })],
    [listOf({ ...standard, 17: 'Retoure', 18: 'Sonderfall' })],
  );
  expect(names).toContain('18 Sonderfall');
  expect(earlier).toEqual([1, 2, 3, 4, 14, 16]);
});

test.each([
  ['gives an id another name', { ...standard, 18: 'Neu' }, { ...standard, 18: 'Alt' }],
  ['gives a name another id', { ...standard, 19: 'Alt' }, { ...standard, 18: 'Alt' }],
])('what was seen is dropped when the page %s', (_, now, before) => {
  const { names, earlier, disagreements } = weigh([listOf(now)], [listOf(before)]);
  expect(names).toEqual(weigh([listOf(now)], []).names);
  expect([...earlier, ...disagreements]).toEqual([]);
});

test('two wordings of one status are no contradiction, as on a page that gets translated', () => {
  const { names, earlier } = weigh(
    [listOf({ ...standard, 3: 'Paid' })],
    [listOf({ ...standard, 13: 'Gepackt' })],
  );
  expect(names).toContain('3 Paid');
  expect(earlier).toEqual([13]);
});

test('the newest of two that contradict each other counts', () => {
  const { names } = weigh([], [listOf({ ...standard, 18: 'Neu' }), listOf({ ...standard, 18: 'Alt' })]);
  expect(names).toContain('18 Neu');
});

test('a menu of payment types that was open in between proves nothing and contradicts nothing', () => {
  const payments = listOf({ 1: 'Überweisung', 2: 'Nachnahme', 3: 'PayPal', 4: 'Bar' });
  expect(weigh([payments], [listOf(standard)]).earlier).toEqual([1, 2, 3, 4, 14, 16]);
  expect(weigh([], [payments, listOf(standard)]).names).toHaveLength(6);
});
