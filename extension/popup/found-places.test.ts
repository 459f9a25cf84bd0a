import { expect, test } from 'vitest';
import { translator } from '../i18n/translate.js';
import { FakeBrowser } from '../testing/fake-browser.js';
import { foundPlaces } from './found-places.js';

const t = translator(new FakeBrowser('de').text);

test('names each place once, in words', () => {
  expect(foundPlaces(['link', 'select-option', 'link'], t)).toBe('Link, Auswahlliste');
});

test('a way nobody translated stays as it is', () => {
  expect(foundPlaces(['shadow-tree', 'constructor'], t)).toBe('shadow-tree, constructor');
});

test('nothing known is an empty text', () => expect(foundPlaces([], t)).toBe(''));
