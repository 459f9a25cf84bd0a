import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { keysAt } from './explain-issue.js';
import { mappingTables } from './mapping-tables.js';
import { readMapping } from './read-mapping.js';
import { taxCases } from './tax-case.js';

const text = readFileSync(new URL('../../../docs/mapping.md', import.meta.url), 'utf8');
const tables = text.slice(text.indexOf('# The mapping tables'));
const examples = [...tables.matchAll(/```json\n([\s\S]*?)```/g)].map(([, json = '']) => json);

describe('docs/mapping.md', () => {
  it.each(examples)('has an example that can be used: %s', (json) => {
    const { mapping } = JSON.parse(json) as { mapping: Record<string, unknown> };
    expect(readMapping(mapping)).toMatchObject(
      Object.fromEntries(Object.keys(mapping).map((key) => [key, expect.anything()])),
    );
  });

  it('shows every key of every table in an example', () => {
    const shown = new Set(examples.flatMap((json) => [...json.matchAll(/"(\w+)":/g)].map(([, key]) => key)));
    const keys = allKeys(mappingTables);
    expect(keys.length).toBeGreaterThan(60);
    for (const key of keys) expect(shown).toContain(key);
  });

  it('explains every tax case and every choice', () => {
    for (const taxCase of taxCases) expect(tables).toContain(`\`${taxCase}\``);
  });

  it('can use all of it at once', () => {
    const all = Object.assign({}, ...examples.map((json) => JSON.parse(json).mapping as object));
    expect(Object.keys(all).sort()).toEqual(keysAt(mappingTables, []).sort());
    expect(() => readMapping(all)).not.toThrow();
  });
});

/** Every key that an object of the schema can have, at any depth. */
function allKeys(schema: unknown): string[] {
  if (schema instanceof z.ZodObject) {
    return Object.entries(schema.shape).flatMap(([key, inner]) => [key, ...allKeys(inner)]);
  }
  if (schema instanceof z.ZodArray) return allKeys(schema.element);
  if (schema instanceof z.ZodPrefault || schema instanceof z.ZodDefault || schema instanceof z.ZodOptional) {
    return allKeys(schema.unwrap());
  }
  return [];
}
