import fc from 'fast-check';
import { expect, it } from 'vitest';
import { redact } from './redact.js';

const connection = { username: 'shop@example.com', apiPassword: 'P$ss"w&rd/12', apiKey: '0123-ABCD' };

it.each([
  ['user shop@example.com failed', 'user *** failed'],
  ['user SHOP@EXAMPLE.COM failed', 'user *** failed'],
  ['?u=shop%40example.com&k=0123-ABCD', '?u=***&k=***'],
  ['key 0123-abcd', 'key ***'],
  ['{"p":"P$ss\\"w&rd/12"}', '{"p":"***"}'],
  ['<b>P$ss&quot;w&amp;rd/12</b>', '<b>***</b>'],
  [`Basic ${Buffer.from('shop@example.com:P$ss"w&rd/12').toString('base64')}`, 'Basic ***'],
  ['nothing of that', 'nothing of that'],
])('%s', (text, expected) => {
  expect(redact(text, connection)).toBe(expected);
});

it('leaves no credential in any text, however it was put there', () => {
  const secret = fc
    .string({ minLength: 4, maxLength: 40, unit: 'grapheme' })
    .filter((text) => !text.includes('*'));
  const forms = [
    (text: string) => text,
    (text: string) => JSON.stringify(text).slice(1, -1),
    (text: string) => encodeURIComponent(text),
    (text: string) => Buffer.from(text).toString('base64'),
  ];
  fc.assert(
    fc.property(secret, secret, secret, fc.string(), fc.constantFrom(...forms), (a, b, c, words, form) => {
      const given = { username: a, apiPassword: b, apiKey: c };
      for (const each of [a, b, c]) {
        const clean = redact(`${words}${form(each)}${words}`, given);
        expect(clean.includes(form(each))).toBe(false);
      }
    }),
  );
});

it('does not mask fragments of ordinary words when a secret is very short', () => {
  expect(redact('error', { username: 'e', apiPassword: 'r', apiKey: 'o' })).toBe('error');
});
