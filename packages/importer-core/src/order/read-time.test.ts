import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { SettingsError } from '../errors.js';
import { timeReader } from './read-time.js';

const berlin = timeReader();

test.each([
  ['2023-04-22T15:07:02', '2023-04-22T15:07:02+02:00'],
  ['2023-12-22T15:07:02', '2023-12-22T15:07:02+01:00'],
  ['2023-04-29T13:31:59.113', '2023-04-29T13:31:59.113+02:00'],
  ['2023-04-29T13:32:39.3600000', '2023-04-29T13:32:39.36+02:00'],
  ['2023-04-29 13:32', '2023-04-29T13:32:00+02:00'],
  ['2023-04-29', '2023-04-29T00:00:00+02:00'],
  ['2023-04-29T13:32:39Z', '2023-04-29T13:32:39+00:00'],
  ['2023-04-29T13:32:39.50-0330', '2023-04-29T13:32:39.5-03:30'],
  ['2023-04-29T13:32:39+02', '2023-04-29T13:32:39+02:00'],
  ['/Date(1682168822500)/', '2023-04-22T15:07:02.5+02:00'],
])('%s is %s', (text, expected) => {
  expect(berlin(text)).toBe(expected);
});

test('an hour that is skipped moves on, an hour that happens twice is the first one', () => {
  expect(berlin('2023-03-26T01:59:59')).toBe('2023-03-26T01:59:59+01:00');
  expect(berlin('2023-03-26T02:30:00.25')).toBe('2023-03-26T03:30:00.25+02:00');
  expect(berlin('2023-03-26T03:00:00')).toBe('2023-03-26T03:00:00+02:00');
  expect(berlin('2023-10-29T02:30:00')).toBe('2023-10-29T02:30:00+02:00');
  expect(berlin('2023-10-29T03:00:00')).toBe('2023-10-29T03:00:00+01:00');
});

test.each([
  null,
  undefined,
  '',
  'x',
  '0001-01-01T00:00:00',
  '1753-01-01',
  '1899-12-30T00:00:00',
  '/Date(-62135596800000)/',
])('%j is no date', (text) => {
  expect(berlin(text)).toBeNull();
});

test('every local time in every zone is the instant Temporal finds, on cached days too', () => {
  const zone = fc.constantFrom(
    'Europe/Berlin',
    'Australia/Lord_Howe',
    'America/St_Johns',
    'Asia/Kathmandu',
    'UTC',
  );
  const minute = fc.integer({ min: 0, max: 60 * 24 * 365 * 30 });
  fc.assert(
    fc.property(zone, minute, (timeZone, minutes) => {
      const local = Temporal.PlainDateTime.from('2000-01-01T00:00').add({ minutes });
      const read = timeReader(timeZone)(local.toString({ smallestUnit: 'second' }));
      expect(Temporal.Instant.from(read ?? '').equals(local.toZonedDateTime(timeZone).toInstant())).toBe(
        true,
      );
    }),
    { numRuns: 500 },
  );
});

test('a zone that does not exist is named with the remedy', () => {
  expect(() => timeReader('Europe/Bielefeld')).toThrow(SettingsError);
  expect(() => timeReader('Europe/Bielefeld')).toThrow(/timeZone.*Europe\/Bielefeld.*Europe\/Berlin/);
});
