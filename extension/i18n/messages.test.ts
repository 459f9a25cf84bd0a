import { expect, test } from 'vitest';
import manifest from '../../manifest.json';
import { FakeBrowser } from '../testing/fake-browser.js';
import { messages } from '../testing/messages-in.js';
import { translator } from './translate.js';

const { de, en } = messages;
const keys = Object.keys(en);
const sources = import.meta.glob(['../**/*.{ts,tsx}', '!../**/*.test.*', '!../testing/**'], {
  query: '?raw',
  import: 'default',
  eager: true,
});

test('both languages have the same keys in the same order', () => {
  expect(Object.keys(de)).toEqual(keys);
});

test.each(keys)('%s has the same placeholders in both languages, uses them, and is described', (key) => {
  const placeholders = (entry = en[key]) =>
    [...(entry?.message.matchAll(/\$(\w+)\$/g) ?? [])].map(([, name]) => name?.toLowerCase()).sort();
  expect(placeholders(de[key])).toEqual(placeholders());
  expect(Object.keys(en[key]?.placeholders ?? {}).sort()).toEqual(placeholders());
  expect(de[key]?.placeholders).toEqual(en[key]?.placeholders);
  expect(en[key]?.message).not.toBe('');
  expect(en[key]?.description).not.toBe('');
});

test('every key is used', () => {
  const code = Object.values(sources).join('\n') + JSON.stringify(manifest);
  const used = keys.filter((key) => code.includes(`'${key}'`) || code.includes(`__MSG_${key}__`));
  expect(used).toEqual(keys);
});

test("names and description keep to the stores' limits", () => {
  for (const language of [de, en]) {
    expect(language['extensionName']?.message.length).toBeLessThanOrEqual(75);
    expect(language['extensionShortName']?.message.length).toBeLessThanOrEqual(12);
    expect(language['extensionDescription']?.message.length).toBeLessThanOrEqual(132);
  }
});

test('texts come with their values filled in', () => {
  expect(translator(new FakeBrowser('de').text)('copiedMany', 2, '3,16')).toBe('2 IDs kopiert: 3,16');
  expect(translator(new FakeBrowser('en').text)('copiedMany', 2, '3,16')).toBe('2 IDs copied: 3,16');
});
