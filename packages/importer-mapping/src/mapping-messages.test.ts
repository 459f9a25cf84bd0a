import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { coreCatalogues } from 'importer-core/messages';
import { expect, it } from 'vitest';
import { germanSchemaWords } from '../../importer-core/src/messages/schema-words.js';
import { expectWholeCatalogue } from '../../importer-core/src/messages/testing.test.data.js';
import { germanExpectations } from './expectations.js';
import { mappingMessages } from './mapping-messages.js';

it('says everything in both languages, with all values', () => {
  expectWholeCatalogue(mappingMessages);
});

it('takes no code that the core has', () => {
  const taken = coreCatalogues.flatMap(({ messages }) => Object.keys(messages));
  expect(Object.keys(mappingMessages.messages).filter((code) => taken.includes(code))).toEqual([]);
});

const sources = readdirSync(import.meta.dirname).filter((file) => /^(?!.*\.test\.).*\.ts$/.test(file));
const phrases = sources.flatMap((file) =>
  [...readFileSync(join(import.meta.dirname, file), 'utf8').matchAll(/\berror:\s*'((?:[^'\\]|\\.)+)'/g)].map(
    ([, phrase = '']) => phrase.replace(/^expected /, ''),
  ),
);

it.each([...new Set(phrases)])('has German for what the schemas say: %s', (phrase) => {
  const said = germanExpectations[phrase] ?? germanSchemaWords(phrase);
  expect(said).not.toBe(phrase);
});

it('has no German for what no schema says', () => {
  expect(phrases.length).toBeGreaterThan(20);
  expect(Object.keys(germanExpectations).filter((phrase) => !phrases.includes(phrase))).toEqual([]);
});
