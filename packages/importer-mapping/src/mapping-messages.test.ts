import { coreCatalogues } from 'importer-core/messages';
import { expect, it } from 'vitest';
import { expectWholeCatalogue } from '../../importer-core/src/messages/testing.test.data.js';
import { mappingMessages } from './mapping-messages.js';

it('says everything in both languages, with all values', () => {
  expectWholeCatalogue(mappingMessages);
});

it('takes no code that the core has', () => {
  const taken = coreCatalogues.flatMap(({ messages }) => Object.keys(messages));
  expect(Object.keys(mappingMessages.messages).filter((code) => taken.includes(code))).toEqual([]);
});
