import { expect, it } from 'vitest';
import { WrongTokens } from './wrong-tokens.js';

it('stops an address after ten wrong tokens, for the rest of the minute, and no other address', () => {
  let now = 600_000;
  const wrong = new WrongTokens({ now: () => now, sleep: async () => {} });
  const counted = Array.from({ length: 12 }, () => wrong.count('10.0.0.1'));
  expect(counted).toEqual([...Array.from({ length: 10 }, () => true), false, false]);
  expect(wrong.count('10.0.0.2')).toBe(true);
  now += 60_000;
  expect(wrong.count('10.0.0.1')).toBe(true);
});
