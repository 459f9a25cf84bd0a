import { expect, test } from 'vitest';
import { fnv1a64 } from './fnv1a.js';

test.each([
  ['', 'cbf29ce484222325'],
  ['a', 'af63dc4c8601ec8c'],
  ['foobar', '85944171f73967e8'],
  ['chongo was here!\n', '46810940eff5f915'],
])('the published vector of %j', (text, hash) => {
  expect(fnv1a64(text)).toBe(hash);
});

test('agrees with the definition in whole numbers, over UTF-8', () => {
  const text = 'Größe €20 \u{1f41d} '.repeat(50);
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text)) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  }
  expect(fnv1a64(text)).toBe(hash.toString(16).padStart(16, '0'));
});
