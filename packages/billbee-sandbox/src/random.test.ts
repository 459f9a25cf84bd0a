import { expect, test } from 'vitest';
import { seededRandom } from './random.js';

test('the same seed gives the same numbers, another seed others', () => {
  const draw = (seed: number): number[] => {
    const random = seededRandom(seed);
    return Array.from({ length: 20 }, () => random.integer(1, 1000));
  };
  expect(draw(7)).toEqual(draw(7));
  expect(draw(7)).not.toEqual(draw(8));
});

test('integers stay within their bounds and reach both', () => {
  const random = seededRandom(1);
  const drawn = new Set(Array.from({ length: 500 }, () => random.integer(2, 5)));
  expect([...drawn].sort()).toEqual([2, 3, 4, 5]);
});

test('an empty list is refused', () => {
  expect(() => seededRandom(1).pick([])).toThrow(RangeError);
});
