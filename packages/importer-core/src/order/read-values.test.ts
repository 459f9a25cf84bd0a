import { expect, test } from 'vitest';
import { firstText, readDecimal, readFlag, readId, readInteger, readText } from './read-values.js';

test('text: empty is none, numbers are texts that lost their quotes', () => {
  expect(readText(' Weg 7 ')).toBe('Weg 7');
  expect(readText('')).toBeNull();
  expect(readText('  ')).toBeNull();
  expect(readText(null)).toBeNull();
  expect(readText(undefined)).toBeNull();
  expect(readText(1069)).toBe('1069');
  expect(firstText(null, '', 'b', 'c')).toBe('b');
  expect(firstText()).toBeNull();
});

test('ids: digits, all of them, and 0 is none', () => {
  expect(readId(300000180937794)).toBe('300000180937794');
  expect(readId('9223372036854775807')).toBe('9223372036854775807');
  expect(readId(' 0042 ')).toBe('42');
  for (const none of [0, '0', '', null, undefined, -1, 1.5, 2 ** 53, 'x', '1'.repeat(21)]) {
    expect(readId(none)).toBeNull();
  }
});

test('whole numbers', () => {
  expect(readInteger(17)).toBe(17);
  expect(readInteger('3')).toBe(3);
  for (const none of ['', '3.5', 3.5, 'x', null, undefined, 3e9, '3000000000'])
    expect(readInteger(none)).toBeNull();
});

test('flags', () => {
  for (const yes of [true, 'true', 'True', 1, '1']) expect(readFlag(yes)).toBe(true);
  for (const no of [false, 'false', 0, '', null, undefined]) expect(readFlag(no)).toBe(false);
});

test('decimals: exactly what is written, within bounds', () => {
  expect(readDecimal('25.348235294117647')?.toFixed()).toBe('25.348235294117647');
  expect(readDecimal(0.1)?.toFixed()).toBe('0.1');
  expect(readDecimal('+3.')?.toFixed()).toBe('3');
  expect(readDecimal(5e-324)?.toFixed()).toBe('0');
  expect(readDecimal('1e-99')?.toFixed()).toBe('0');
  for (const none of ['', '1,5', '1e5', 'x', 1e13, Number.NaN, Number.POSITIVE_INFINITY, null, undefined]) {
    expect(readDecimal(none)).toBeNull();
  }
});
