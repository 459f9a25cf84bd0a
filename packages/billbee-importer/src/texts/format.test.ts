import { expect, it } from 'vitest';
import { Format } from './format.js';

it.each([
  [0, '0 s'],
  [499, '0 s'],
  [61_000, '1 min 1 s'],
  [3_600_000, '1 h'],
  [90_061_000, '1 d 1 h'],
  [-5, '0 s'],
])('writes %i ms as %s', (milliseconds, text) => {
  expect(new Format('en').duration(milliseconds)).toBe(text);
});

it('writes times in the zone, and what is none as it is', () => {
  expect(new Format('de').time('2026-11-24T08:00:00Z')).toBe('24.11.26, 09:00:00');
  expect(new Format('en', 'UTC').time('2026-11-24T08:00:00Z')).toBe('24/11/2026, 08:00:00');
  expect(new Format('de').time('soon')).toBe('soon');
  expect(new Format('de').number(10_000)).toBe('10.000');
});
