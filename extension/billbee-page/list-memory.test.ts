import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CandidateList } from '../evidence/candidates.js';
import { createListMemory } from './list-memory.js';

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

test('a list that is gone is what the document has shown earlier; one that is there is not', () => {
  const remember = createListMemory();
  expect(remember([editor])).toEqual([]);
  expect(idsOf(remember([]))).toEqual([[1, 2, 3, 4, 14]]);
  expect(remember([editor])).toEqual([]);
});

test('the windows of a virtual list add up as long as they overlap', () => {
  const remember = createListMemory();
  remember([listOf({ 1: 'Bestellt', 2: 'Bestätigt', 3: 'Bezahlt' })]);
  remember([listOf({ 3: 'Bezahlt', 4: 'Versendet', 16: 'Im Fulfillment' })]);
  const [earlier] = remember([listOf({ 16: 'Im Fulfillment', 17: 'Retoure' })]);
  expect(earlier?.entries.map(({ id }) => id).sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 16, 17]);
});

test('windows of one long list add up without an overlap, and are the whole list in the end', () => {
  const remember = createListMemory();
  const declaredLength = 4;
  remember([listOf({ 1: 'Bestellt', 2: 'Bestätigt' }, { declaredLength })]);
  const [earlier] = remember([listOf({ 16: 'Im Fulfillment', 18: 'Sonderfall' }, { declaredLength })]);
  expect(earlier?.entries.map(({ id }) => id)).toEqual([16, 18, 1, 2]);
  expect(earlier?.declaredLength).toBeUndefined();
});

test('an option that a select has dropped is gone', () => {
  const remember = createListMemory();
  const select = { source: 'option', place: 'value' };
  remember([listOf({ 3: 'Bezahlt', 4: 'Versendet', 18: 'Sonderfall' }, select)]);
  expect(remember([listOf({ 3: 'Bezahlt', 4: 'Versendet' }, select)])).toEqual([]);
});

test('a text that packs a list is remembered as it is', () => {
  const remember = createListMemory();
  const packed = listOf({}, { packed: '1:Bestellt|2:Bestätigt|3:Bezahlt' });
  expect(remember([packed])).toEqual([]);
  remember([packed]);
  expect(remember([]).map((list) => list.packed)).toEqual([packed.packed]);
});

test('a menu of another thing, written alike, is a list of its own', () => {
  const remember = createListMemory();
  remember([editor]);
  const earlier = remember([listOf({ 1: 'PayPal', 3: 'Rechnung' })]);
  expect(idsOf(earlier)).toEqual([[1, 2, 3, 4, 14]]);
});

test('a grid that shows other orders on each page fills no memory', () => {
  const remember = createListMemory();
  remember([editor]);
  let earlier: readonly CandidateList[] = [];
  for (let page = 0; page < 500; page += 1) {
    earlier = remember([
      listOf({ [100 + page]: 'Bezahlt', [2_000 + page]: 'Bezahlt' }, { place: 'data-id' }),
      listOf({ [3_000 + page]: 'Versendet' }, { place: 'data-number' }),
    ]);
  }
  expect(earlier.length).toBeLessThanOrEqual(5);
  expect(idsOf(earlier)).toContainEqual([1, 2, 3, 4, 14]);
});

test('whatever a page shows, what is remembered is never at odds with itself', () => {
  const entry = fc.record({ id: fc.integer({ min: 1, max: 6 }), label: fc.constantFrom('a', 'b', 'c', 'd') });
  const look = fc.array(fc.array(entry, { maxLength: 5 }), { maxLength: 3 });
  fc.assert(
    fc.property(fc.array(look, { maxLength: 8 }), (looks) => {
      const remember = createListMemory();
      for (const lists of looks) {
        for (const { entries } of remember(lists.map((each) => listOf({}, { entries: each })))) {
          expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
          expect(new Set(entries.map(({ label }) => label)).size).toBe(entries.length);
        }
      }
    }),
  );
});
