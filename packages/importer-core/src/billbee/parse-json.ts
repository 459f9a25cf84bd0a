import { isSafeNumber, parse } from 'lossless-json';

/**
 * A number that might not fit a double: 16 or more digits, or an exponent. Every number of up to 15 digits
 * does fit, so a text without a match loses nothing in `JSON.parse`. Texts that only look like this inside
 * their strings take the slow way too and come out the same.
 */
const suspicious = /\d[\d.]{15}|\d[eE][+-]?\d/;

/**
 * Parses JSON like `JSON.parse`, but loses no digit: a number that a double cannot hold comes out as a
 * string of its own digits. Billbee's ids have 15 digits, external ones have been met with 17 and more.
 *
 * @param text JSON text
 * @throws SyntaxError when the text is not JSON, also when it ends early or nests too deep to be read
 * @example parseJson('{"Id":12345678901234567890,"Page":1}') // { Id: '12345678901234567890', Page: 1 }
 */
export function parseJson(text: string): unknown {
  if (!suspicious.test(text)) return JSON.parse(text);
  try {
    return parse(text, null, {
      parseNumber: (digits) => (isSafeNumber(digits) ? Number(digits) : digits),
      onDuplicateKey: ({ newValue }) => newValue,
    });
  } catch (error) {
    if (error instanceof RangeError) throw new SyntaxError('The JSON text is nested too deep.');
    throw error;
  }
}
