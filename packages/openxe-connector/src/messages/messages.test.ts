import { coreCatalogues } from 'importer-core/messages';
import { expect, it } from 'vitest';
import { expectWholeCatalogue } from '../../../importer-core/src/messages/testing.test.data.js';
import { formWording } from '../protocol/form-wording.js';
import { fieldLabels } from '../protocol/settings.js';
import { openXeMessages } from './index.js';

it('says everything in both languages, with all values', () => {
  expectWholeCatalogue(openXeMessages);
});

it('takes no code that the core has', () => {
  const taken = coreCatalogues.flatMap(({ messages }) => Object.keys(messages));
  expect(Object.keys(openXeMessages.messages).filter((code) => taken.includes(code))).toEqual([]);
});

it('quotes a setting once, which the form names in quotation marks of its own', () => {
  const values = { path: 'mapping.shippingCost.article', detail: 'fehlt' };
  expect(formWording.say({ code: 'mapping-key-wrong', values, message: '' })).toBe(
    `„${fieldLabels.bbShippingArticle}“ passt nicht: fehlt.`,
  );
});
