import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createRedactor, redact } from './redact.js';

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

const encodings = [
  (text: string) => text,
  (text: string) => JSON.stringify(text).slice(1, -1),
  (text: string) => encodeURIComponent(text),
  (text: string) => Buffer.from(text).toString('base64'),
];

it('leaves no credential in any text, however it was put there', () => {
  const secret = fc
    .string({ minLength: 6, maxLength: 40, unit: 'grapheme' })
    .filter((text) => !text.includes('*') && /[^\p{L}\p{M}]/u.test(text) && /\D/.test(text));
  fc.assert(
    fc.property(
      secret,
      secret,
      secret,
      fc.string(),
      fc.constantFrom(...encodings),
      (a, b, c, words, form) => {
        const given = { username: a, apiPassword: b, apiKey: c };
        for (const each of [a, b, c]) {
          const clean = redact(`${words}${form(each)}${words}`, given);
          expect(clean.includes(form(each))).toBe(false);
        }
      },
    ),
  );
});

const word = fc.oneof(
  fc.stringMatching(/^[A-Za-zäöüß]{1,19}$/),
  fc.stringMatching(/^\d{1,15}$/),
  fc.stringMatching(/^[a-z][$&?][0-9]{1,3}$/),
);

it('masks what could be a word only where secrets stand', () => {
  fc.assert(
    fc.property(
      word,
      fc.constantFrom('password: ', 'Kennwort „', 'api_key=', '"token":"', '/?key='),
      (secret, label) => {
        const text = `It says (${label}${secret}) there`;
        expect(createRedactor([secret])(text)).toBe(`It says (${label}***) there`);
      },
    ),
  );
});

it.each([
  ['importer', 'billbee-importer held'],
  ['held', '{"reason":"held"}'],
  ['order', 'The order 300000180937794 was not sent; keys of orders'],
  ['300000180937', 'order 300000180937794'],
  ['shop', 'shop@example.com'],
  ['e', 'error'],
])('does not tell the secret "%s" by gaps in "%s"', (secret, text) => {
  expect(redact(text, { username: secret, apiPassword: secret, apiKey: secret })).toBe(text);
});

it('masks a word in the user part of an address, and as Basic authentication', () => {
  const hide = createRedactor(['postgres'], ['erp:postgres']);
  expect(hide('postgres://erp:postgres@db/postgres')).toBe('postgres://erp:***@db/postgres');
  expect(hide(`Basic ${Buffer.from('erp:postgres').toString('base64')}`)).toBe('Basic ***');
});
