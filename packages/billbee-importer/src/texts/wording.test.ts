import { expect, it } from 'vitest';
import { sentence } from './wording.js';

it.each([
  ['connect ECONNREFUSED', 'connect ECONNREFUSED.'],
  ['Done.', 'Done.'],
  ['\nWhy?\n  at somewhere', 'Why?'],
])('%j becomes %j', (text, expected) => {
  expect(sentence(text)).toBe(expected);
});
