import fc from 'fast-check';
import { expect, it } from 'vitest';
import { printable } from './printable.js';

it('keeps what people write', () => {
  expect(printable('Müller & Söhne, 3 × „Öl“ 👍')).toBe('Müller & Söhne, 3 × „Öl“ 👍');
});

it('takes the power from control characters', () => {
  expect(printable('gone\u001b[2J\r\nreally\u202e')).toBe('gone [2J really ');
});

it('never lets a control character through', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      for (const character of printable(text)) {
        const code = character.codePointAt(0) ?? 0;
        expect(code >= 0x20 && !(code >= 0x7f && code <= 0x9f)).toBe(true);
      }
    }),
  );
});
