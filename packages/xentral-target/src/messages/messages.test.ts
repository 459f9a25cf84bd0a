import { coreCatalogues } from 'importer-core/messages';
import { expect, it } from 'vitest';
import { expectWholeCatalogue } from '../../../importer-core/src/messages/testing.test.data.js';
import { xentralCatalogues } from './index.js';

it.each(xentralCatalogues.map((catalogue) => [Object.keys(catalogue.messages)[0], catalogue]))(
  'says everything in both languages, with all values: %s and those beside it',
  (_first, catalogue) => expectWholeCatalogue(catalogue),
);

it('takes no code that the core has', () => {
  const codes = [...coreCatalogues, ...xentralCatalogues].flatMap(({ messages }) => Object.keys(messages));
  expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
});
