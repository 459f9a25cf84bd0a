import { expect, it } from 'vitest';
import { de } from './de.js';
import { en } from './en.js';
import { type TextKey, textsIn } from './index.js';

const keys = Object.keys(en) as TextKey[];
const places = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(String).sort();

it('has every text in both languages, with the same places to fill in', () => {
  expect(Object.keys(de).sort()).toEqual([...keys].sort());
  for (const key of keys) expect([key, places(de[key])]).toEqual([key, places(en[key])]);
});

it('fills in values, and leaves braces in them alone', () => {
  expect(textsIn('en')('import.cursor', { cursor: '{cursor}' })).toBe('The next run starts at {cursor}.');
  expect(textsIn('de')('settings.missing', { names: 'BILLBEE_API_KEY' })).toContain('BILLBEE_API_KEY fehlt');
});
