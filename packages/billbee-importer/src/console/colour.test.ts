import { expect, it } from 'vitest';
import { red, usesColour } from './colour.js';

it.each([
  [{}, true, true],
  [{}, false, false],
  [{ TERM: 'dumb' }, true, false],
  [{ FORCE_COLOR: '1' }, false, true],
  [{ FORCE_COLOR: '' }, false, true],
  [{ FORCE_COLOR: '0' }, true, false],
  [{ NO_COLOR: '1' }, true, false],
  [{ NO_COLOR: '1', FORCE_COLOR: '1' }, true, false],
  [{ NO_COLOR: '' }, true, true],
])('%j, terminal %s: %s', (env, isTTY, expected) => {
  expect(usesColour({ env, isTTY })).toBe(expected);
});

it('paints in red only when asked', () => {
  expect(red('no', true)).toBe('\u001b[31mno\u001b[39m');
  expect(red('no', false)).toBe('no');
});
