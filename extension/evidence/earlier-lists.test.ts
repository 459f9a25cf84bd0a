import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CandidateList } from './candidates.js';
import { earlierLists } from './earlier-lists.js';

const listOf = (
  entries: Readonly<Record<number, string>>,
  more: Partial<CandidateList> = {},
): CandidateList => ({
  source: 'element',
  place: 'data-stateid',
  template: '#',
  about: 'dropdown-menu',
  entries: Object.entries(entries).map(([id, label]) => ({ id: Number(id), label })),
  ...more,
});
const editor = listOf({ 14: 'Angeboten', 1: 'Bestellt', 2: 'Bestätigt', 3: 'Bezahlt', 4: 'Versendet' });
const idsOf = (lists: readonly CandidateList[]) => lists.map(({ entries }) => entries.map(({ id }) => id));

/** A page that is looked at again and again. */
const createPage = () => {
  let before: CandidateList[] = [];
  return (lists: readonly CandidateList[]) => {
    const earlier = earlierLists(lists, before);
    before = [...lists, ...before];
    return earlier;
  };
};

test('a list that is gone is what the document has shown earlier; one that is there is not', () => {
  const remember = createPage();
  expect(remember([editor])).toEqual([]);
  expect(idsOf(remember([]))).toEqual([[1, 2, 3, 4, 14]]);
  expect(remember([editor])).toEqual([]);
});

test('the windows of a virtual list add up as long as they overlap', () => {
  const remember = createPage();
  remember([listOf({ 1: 'Bestellt', 2: 'Bestätigt', 3: 'Bezahlt' })]);
  remember([listOf({ 3: 'Bezahlt', 4: 'Versendet', 16: 'Im Fulfillment' })]);
  const [earlier] = remember([listOf({ 16: 'Im Fulfillment', 17: 'Retoure' })]);
  expect(earlier?.entries.map(({ id }) => id).sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 16, 17]);
});

test('windows of one long list add up without an overlap, and are the whole list in the end', () => {
  const remember = createPage();
  const declaredLength = 4;
  remember([listOf({ 1: 'Bestellt', 2: 'Bestätigt' }, { declaredLength })]);
  const [earlier] = remember([listOf({ 16: 'Im Fulfillment', 18: 'Sonderfall' }, { declaredLength })]);
  expect(earlier?.entries.map(({ id }) => id)).toEqual([16, 18, 1, 2]);
  expect(earlier?.declaredLength).toBeUndefined();
});

test('an option that a select has dropped is gone', () => {
  const remember = createPage();
  const select = { source: 'option', place: 'value' };
  remember([listOf({ 3: 'Bezahlt', 4: 'Versendet', 18: 'Sonderfall' }, select)]);
  expect(remember([listOf({ 3: 'Bezahlt', 4: 'Versendet' }, select)])).toEqual([]);
});

test('a text that packs a list is remembered as it is', () => {
  const remember = createPage();
  const packed = listOf({}, { packed: '1:Bestellt|2:Bestätigt|3:Bezahlt' });
  expect(remember([packed])).toEqual([]);
  remember([packed]);
  expect(remember([]).map((list) => list.packed)).toEqual([packed.packed]);
});

test('a menu of another thing, written alike, is a list of its own', () => {
  const remember = createPage();
  remember([editor]);
  const earlier = remember([listOf({ 1: 'PayPal', 3: 'Rechnung' })]);
  expect(idsOf(earlier)).toEqual([[1, 2, 3, 4, 14]]);
});

test('whatever a page shows, what is remembered is never at odds with itself', () => {
  const entry = fc.record({ id: fc.integer({ min: 1, max: 6 }), label: fc.constantFrom('a', 'b', 'c', 'd') });
  const look = fc.array(fc.array(entry, { maxLength: 5 }), { maxLength: 3 });
  fc.assert(
    fc.property(fc.array(look, { maxLength: 8 }), (looks) => {
      const remember = createPage();
      for (const lists of looks) {
        for (const { entries } of remember(lists.map((each) => listOf({}, { entries: each })))) {
          expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
          expect(new Set(entries.map(({ label }) => label)).size).toBe(entries.length);
        }
      }
    }),
  );
});
