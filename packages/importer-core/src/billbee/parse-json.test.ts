import fc from 'fast-check';
import { isSafeNumber, parse } from 'lossless-json';
import { describe, expect, it } from 'vitest';
import { parseJson } from './parse-json.js';

describe('parseJson', () => {
  it.each([
    ['{"Id":100000186018330}', { Id: 100000186018330 }],
    ['{"Id":9007199254740991}', { Id: 9007199254740991 }],
    ['{"Id":9007199254740993}', { Id: '9007199254740993' }],
    ['{"Id":-12345678901234567890}', { Id: '-12345678901234567890' }],
    ['[25.348235294117647,846.1929411764706,0.0,1300.0]', [25.348235294117647, 846.1929411764706, 0, 1300]],
    ['[0.1234567890123456789012]', ['0.1234567890123456789012']],
    ['[1e400,1E-7,-0]', ['1e400', 1e-7, -0]],
    ['{"a":"12345678901234567890","b":"x: 9007199254740993, 1e999"}', undefined],
    ['"just text 1e5"', undefined],
    ['9007199254740993', '9007199254740993'],
    [' [ 1 , -9007199254740993 ] ', [1, '-9007199254740993']],
    ['{"a":"\\\\","Id":9007199254740993}', { a: '\\', Id: '9007199254740993' }],
    [
      '{"a":"\\\\\\", 9007199254740993","Id":9007199254740993}',
      { a: '\\", 9007199254740993', Id: '9007199254740993' },
    ],
    ['{"PlatformData":"{\\"id\\":9007199254740993}"}', undefined],
    [
      '[9007199254740992.0,0.30000000000000004,0.1000000000000000055511]',
      ['9007199254740992.0', 0.30000000000000004, '0.1000000000000000055511'],
    ],
  ])('%s', (text, expected) => {
    expect(parseJson(text)).toEqual(expected ?? JSON.parse(text));
  });

  it('agrees with JSON.parse on every value that JSON.parse reads exactly', () => {
    const key = fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', '12345678901234567890'));
    const { tree } = fc.letrec((tie) => ({
      leaf: fc.oneof(
        fc.string(),
        fc.maxSafeInteger(),
        fc.double({ noNaN: true, noDefaultInfinity: true }).filter((n) => Math.abs(n) < 2 ** 53),
        fc.boolean(),
        fc.constant(null),
        fc.bigInt().map(String),
      ),
      tree: fc.oneof(
        { depthSize: 'small' },
        tie('leaf'),
        fc.array(tie('tree')),
        fc
          .array(fc.tuple(key, tie('tree')))
          .map((pairs) => Object.fromEntries(pairs) as Record<string, unknown>),
      ),
    }));
    fc.assert(
      fc.property(tree, fc.constantFrom(0, 2), (value, indent) => {
        // The long number forces the slow way; without it the fast way reads the same text.
        const text = JSON.stringify([value], null, indent);
        expect(parseJson(text)).toEqual(JSON.parse(text));
        const slow = `[${text},12345678901234567890]`;
        expect(parseJson(slow)).toEqual([JSON.parse(text), '12345678901234567890']);
      }),
    );
  });

  it('keeps every integer digit by digit', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n }), (number) => {
        const [parsed] = parseJson(`[${number}]`) as [string | number];
        expect(String(parsed)).toBe(String(number));
      }),
    );
  });

  it('refuses exactly the texts that JSON.parse refuses, also when they end early', () => {
    const whole = '{"Id":12345678901234567890,"Items":[{"Sku":"a\\"b\\u00e4","Price":1.5e2},null,true]}';
    for (let length = 0; length < whole.length; length += 1) {
      expect(() => parseJson(whole.slice(0, length))).toThrow(SyntaxError);
    }
    expect(() => parseJson(`${'['.repeat(200_000)}12345678901234567890`)).toThrow(SyntaxError);
  });

  it('agrees with a parser that knows every number, whatever stands in the strings', () => {
    const text = fc.string({
      unit: fc.constantFrom('"', '\\', ':', ',', '[', ' ', '1', '90071992547409931', 'e9', '.', 'ä'),
    });
    const number = fc.oneof(
      fc.bigInt().map(String),
      fc
        .tuple(fc.integer(), fc.bigInt({ min: 0n, max: 10n ** 30n }))
        .map(([whole, part]) => `${whole}.${part}`),
      fc.tuple(fc.integer(), fc.integer({ min: -400, max: 400 })).map(([base, power]) => `${base}e${power}`),
    );
    const space = fc.constantFrom('', ' ', '\n');
    const member = fc.oneof(
      text.map((one) => JSON.stringify(one)),
      number,
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(text, space, member), { minLength: 1 }), (members) => {
        // The space keeps every key its own: without it, '1' + '1' and '11' + '' are one key twice.
        const json = `{${members.map(([key, gap, value], at) => `${JSON.stringify(`${at} ${key}`)}:${gap}${value}${gap}`).join(',')}}`;
        const known = parse(json, null, {
          parseNumber: (digits) => (isSafeNumber(digits) ? Number(digits) : digits),
        });
        expect(parseJson(json)).toEqual(known);
      }),
    );
  });

  it('takes a long number that is none for what it is', () => {
    for (const token of [
      '012345678901234567',
      '1234567890123456.',
      '1.2345678901234567.8',
      '-',
      '12345678901234567x',
    ]) {
      expect(() => parseJson(`[${token}]`)).toThrow(SyntaxError);
    }
  });

  it('takes __proto__ as a key like any other', () => {
    for (const number of ['1', '12345678901234567890']) {
      const parsed = parseJson(`{"__proto__":{"admin":true},"n":${number}}`) as Record<string, unknown>;
      expect(Object.keys(parsed)).toEqual(['__proto__', 'n']);
      expect(Object.getPrototypeOf(parsed)).toBe(Object.prototype);
      expect(parsed['admin']).toBeUndefined();
    }
  });

  it('lets the last of several equal keys win, as JSON.parse does', () => {
    expect(parseJson('{"a":1,"a":12345678901234567890}')).toEqual({ a: '12345678901234567890' });
  });
});
