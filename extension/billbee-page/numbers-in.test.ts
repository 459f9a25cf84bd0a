import fc from 'fast-check';
import { expect, it } from 'vitest';
import { numbersIn } from './numbers-in.js';

it.each([
  ['3', '#', [3]],
  ['changeState(4711, 3)', 'changeState(#, #)', [4711, 3]],
  ['label-state3', 'label-state#', [3]],
  ['state-3', 'state-#', [3]],
  [`set('3', "Mahnung 2", x)`, `set('#', "", x)`, [3, 2]],
  ['-1', '#', [undefined]],
  ['0', '#', [undefined]],
  ['100000000092372', '#', [undefined]],
])('%s', (text, template, ids) => {
  expect(numbersIn(text)).toEqual({ template, ids });
});

it.each(['', 'none', '1 2 3 4 5 6 7', '3'.padStart(600, ' ')])('nothing in %j', (text) => {
  expect(numbersIn(text).ids).toEqual([]);
});

it('gives one template to texts that differ in their numbers only', () => {
  const word = fc.stringMatching(/^[a-z(]{1,9}$/);
  const id = fc.integer({ min: 1, max: 999_999_999 });
  fc.assert(
    fc.property(word, id, id, (text, a, b) => {
      expect(numbersIn(text + a).template).toBe(numbersIn(text + b).template);
      expect(numbersIn(text + a).ids).toEqual([a]);
    }),
  );
});
