import fc from 'fast-check';
import { expect, test } from 'vitest';
import { thrift } from './thrift.js';

test('keeps any work to its share of the time', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ takes: fc.nat(50), idles: fc.nat(3_000) })), (work) => {
      let clock = 1_000;
      let spent = 0;
      const book = thrift(0.01, () => clock);
      for (const { takes, idles } of work) {
        clock += idles + Math.max(0, book.wait());
        clock += takes;
        spent += takes;
        book.note(takes);
      }
      // The rest after the last work belongs to it.
      expect(spent).toBeLessThanOrEqual((clock + Math.max(0, book.wait()) - 1_000) * 0.01 + 1e-6);
    }),
  );
});

test('lets work begin at once after a calm time', () => {
  let clock = 0;
  const book = thrift(0.1, () => clock);
  book.note(5);
  expect(book.wait()).toBe(50);
  clock = 500;
  expect(book.wait()).toBeLessThanOrEqual(0);
});
