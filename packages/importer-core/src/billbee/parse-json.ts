import { isSafeNumber } from 'lossless-json';

/** What stands where a number can begin and is too long for every double to hold it, or has an exponent. */
const candidate = /(?:^|[:,[\s])(-?\d(?:[\d.]{15,}(?:[eE][+-]?\d+)?|[\d.]*[eE][+-]?\d+))/g;
const jsonNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const backslash = 0x5c;

/**
 * Parses JSON like `JSON.parse`, but loses no digit: a number that a double cannot hold comes out as a
 * string of its own digits. Billbee's ids have 15 digits, external ones have been met with 17 and more.
 *
 * Such numbers are put in quotes before the text is parsed; nearly all texts have none and stay as they are.
 *
 * @param text JSON text
 * @throws SyntaxError when the text is not JSON, also when it ends early
 * @example parseJson('{"Id":12345678901234567890,"Page":1}') // { Id: '12345678901234567890', Page: 1 }
 */
export function parseJson(text: string): unknown {
  let quoted = '';
  let copied = 0;
  let strings: Strings | undefined;
  for (const { 0: match, 1: token = '', index } of text.matchAll(candidate)) {
    if (isExact(token) || !jsonNumber.test(token)) continue;
    const start = index + match.length - token.length;
    strings ??= new Strings(text);
    if (strings.covers(start)) continue;
    quoted += `${text.slice(copied, start)}"${token}"`;
    copied = start + token.length;
  }
  return JSON.parse(copied === 0 ? text : quoted + text.slice(copied));
}

/** Whether a double holds the number digit by digit. */
function isExact(token: string): boolean {
  const number = Number(token);
  if (Number.isInteger(number) && !Number.isSafeInteger(number)) return false;
  return String(number) === token || isSafeNumber(token);
}

/** Where a text has its strings; to be asked from left to right. */
class Strings {
  readonly #text: string;
  /** Behind the last string that was passed. */
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** Whether the position is inside a string. */
  covers(position: number): boolean {
    for (;;) {
      const open = this.#text.indexOf('"', this.#at);
      if (open === -1 || open > position) return false;
      const close = this.#closing(open);
      if (close === -1 || close > position) return true;
      this.#at = close + 1;
    }
  }

  #closing(open: number): number {
    let close = this.#text.indexOf('"', open + 1);
    while (close !== -1 && this.#isEscaped(close)) close = this.#text.indexOf('"', close + 1);
    return close;
  }

  #isEscaped(quote: number): boolean {
    let before = quote - 1;
    while (this.#text.charCodeAt(before) === backslash) before -= 1;
    return (quote - before) % 2 === 0;
  }
}
