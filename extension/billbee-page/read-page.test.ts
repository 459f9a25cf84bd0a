import { expect, test } from 'vitest';
import type { CandidateList } from '../evidence/candidates.js';
import { createListMemory } from './read-page.js';

const listOf = (place: string, ...entries: readonly (readonly [number, string])[]): CandidateList => ({
  source: 'element',
  place,
  template: '#',
  about: '',
  entries: entries.map(([id, label]) => ({ id, label })),
});
const editor = listOf('data-stateid', [14, 'Angeboten'], [2, 'Bestätigt'], [3, 'Bezahlt']);

test('answers with what was there before, the newest first, and not with what is there', () => {
  const remember = createListMemory();
  const other = listOf('data-stateid', [4, 'Versendet']);
  expect(remember([editor])).toEqual([]);
  expect(remember([other])).toEqual([editor]);
  expect(remember([])).toEqual([other, editor]);
  expect(remember([structuredClone(editor)])).toEqual([other]);
  expect(remember([])).toEqual([editor, other]);
});

test('a grid that shows other orders on each page fills no memory, and takes no place of a list', () => {
  const remember = createListMemory();
  remember([editor]);
  let earlier: readonly CandidateList[] = [];
  for (let page = 0; page < 500; page += 1) {
    const rows = Array.from({ length: 400 }, (_, row) => [page * 400 + row, 'Bezahlt'] as const);
    earlier = remember([listOf('data-id', [100 + page, 'Bezahlt']), listOf('data-row', ...rows)]);
  }
  expect(earlier.length).toBeLessThanOrEqual(41);
  expect(earlier).toContain(editor);
});
