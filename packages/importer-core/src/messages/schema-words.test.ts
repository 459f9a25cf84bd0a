import { expect, it } from 'vitest';
import { z } from 'zod';
import { germanSchemaWords } from './schema-words.js';

const said = (schema: z.ZodType, value: unknown): string =>
  germanSchemaWords(schema.safeParse(value).error?.issues[0]?.message ?? 'nothing');

it.each([
  [z.string(), 5, 'ein Text in Anführungszeichen'],
  [z.number(), '5', 'eine Zahl'],
  [z.int(), 1.5, 'eine ganze Zahl'],
  [z.boolean(), 'ja', 'true oder false'],
  [z.array(z.string()), {}, 'eine Liste in eckigen Klammern'],
  [z.strictObject({}), [], 'ein Objekt in geschweiften Klammern'],
  [z.record(z.string(), z.string()), 5, 'ein Objekt in geschweiften Klammern'],
  [z.enum(['a', 'b', 'c']), 'd', '„a“, „b“ oder „c“'],
  [z.enum(['a']), 'd', '„a“'],
  [z.array(z.string()).min(1), [], 'mindestens 1 Einträge'],
  [z.number().positive(), 0, 'größer als 0'],
  [z.number().max(5), 6, 'höchstens 5'],
  [z.string().min(1), '', 'mindestens 1 Zeichen'],
])('says in German what zod expects (%#)', (schema, value, words) => {
  expect(said(schema, value)).toBe(words);
});

it('leaves words alone that it does not know', () => {
  expect(germanSchemaWords('expected something else')).toBe('something else');
});
