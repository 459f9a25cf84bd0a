import { expect, it } from 'vitest';
import { WrongTokens } from './wrong-tokens.js';

it('stops an address after ten wrong tokens, for the rest of the minute, and no other address', () => {
  let now = 600_000;
  const wrong = new WrongTokens({ now: () => now, sleep: async () => {} });
  for (let time = 0; time < 10; time += 1) {
    expect(wrong.tooMany('10.0.0.1')).toBe(false);
    wrong.count('10.0.0.1');
  }
  expect(wrong.tooMany('10.0.0.1')).toBe(true);
  expect(wrong.tooMany('10.0.0.2')).toBe(false);
  now += 60_000;
  expect(wrong.tooMany('10.0.0.1')).toBe(false);
});
