import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { findUnknownKey } from './known-keys.js';

it.each([
  ['callbudget', 'callBudget'],
  ['alowCredits', 'allowCredits'],
  ['importStatusId', 'importStatusIds'],
  ['Mapping', 'mapping'],
  ['x_note', undefined],
])('finds what is misspelt, and what was meant: %s', (key, nearest) => {
  const found = findUnknownKey({ version: 1, [key]: true });
  expect(found?.key).toBe(key);
  if (nearest) expect(found?.nearest).toBe(nearest);
});

it('leaves keys alone that are free or known', () => {
  expect(findUnknownKey({ version: 1, 'x-note': 'ours', importStatusIds: [3] })).toBeUndefined();
});

it('knows every key of the documented settings files', () => {
  const docs = new URL('../../../../docs/', import.meta.url);
  const texts = readdirSync(docs)
    .filter((name) => name.endsWith('.md'))
    .map((name) => readFileSync(new URL(name, docs), 'utf8'));
  const files = texts.flatMap((text) =>
    [...text.matchAll(/```json\n(\{[\s\S]*?\})\n```/g)].flatMap(([, json = '']) => {
      try {
        return [JSON.parse(json)];
      } catch {
        return [];
      }
    }),
  );
  const settings = files.filter((file) => 'version' in file || 'mapping' in file || 'xentral' in file);
  expect(settings.length).toBeGreaterThan(4);
  expect(settings.map((file) => findUnknownKey(file)).filter(Boolean)).toEqual([]);
});
