import { expect, it } from 'vitest';
import { preferredLanguage, type WebTextKey, webTexts } from './texts.js';

it.each([
  ['de-DE,de;q=0.9,en;q=0.8', 'de'],
  ['en-GB,en;q=0.9,de;q=0.8', 'en'],
  ['fr,de;q=0.5,en;q=0.3', 'de'],
  ['fr', 'en'],
  ['de;q=0', 'en'],
  ['*', 'en'],
  [undefined, 'en'],
] as const)('answers %s in %s', (header, language) => {
  expect(preferredLanguage(header)).toBe(language);
});

it('fills the same places in both languages', () => {
  const names = (text: string): string[] =>
    [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort();
  const [german, english] = [webTexts('de'), webTexts('en')];
  for (const key of [
    'lag.describe',
    'held.retryAll',
    'held.retryOne',
    'held.asked',
    'pages.of',
    'times',
  ] as WebTextKey[]) {
    expect([key, names(german(key))]).toEqual([key, names(english(key))]);
    expect(names(english(key)).length).toBeGreaterThan(0);
  }
  expect(webTexts('de')('held.retryOne', { id: 7 })).toBe('Noch einmal: Auftrag 7');
});
