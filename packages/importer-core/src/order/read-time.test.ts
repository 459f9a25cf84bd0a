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
  ['2023-04-29T13:32:39Z', '2023-04-29T15:32:39+02:00'],
  ['2023-04-29T13:32:39.50-0330', '2023-04-29T19:02:39.5+02:00'],
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
  ['2025-12-31T23:30:00Z', '2026-01-01T00:30:00+01:00'],
  ['2025-12-31T23:30:00+00:00', '2026-01-01T00:30:00+01:00'],
  ['2026-01-01T00:30:00', '2026-01-01T00:30:00+01:00'],
  ['2025-12-31T18:30:00.000-0500', '2026-01-01T00:30:00+01:00'],
  ['/Date(1767223800000)/', '2026-01-01T00:30:00+01:00'],
  // Both changes of the clocks: the instants on either side of them, an hour apart.
  ['2026-03-29T00:59:59Z', '2026-03-29T01:59:59+01:00'],
  ['2026-03-29T01:00:00Z', '2026-03-29T03:00:00+02:00'],
  ['2026-10-25T00:30:00Z', '2026-10-25T02:30:00+02:00'],
  ['2026-10-25T01:30:00Z', '2026-10-25T02:30:00+01:00'],
])('one instant is one day: %s is %s', (text, expected) => {
  expect(berlin(text)).toBe(expected);
});

test('an offset does not count, only the instant', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('1990-01-01'), max: new Date('2060-01-01'), noInvalidDate: true }),
      fc.integer({ min: -720, max: 840 }),
      fc.constantFrom('Europe/Berlin', 'Europe/Lisbon', 'America/St_Johns'),
      (date, minutes, timeZone) => {
        const instant = Temporal.Instant.fromEpochMilliseconds(date.getTime());
        const offset = `${minutes < 0 ? '-' : '+'}${new Date(Math.abs(minutes) * 60_000).toISOString().slice(11, 16)}`;
        const read = timeReader(timeZone);
        const text = instant.toString({ timeZone: offset, fractionalSecondDigits: 3 });
        expect(read(text)).toBe(read(instant.toString({ fractionalSecondDigits: 3 })));
        expect(Temporal.Instant.from(read(text) ?? '').equals(instant)).toBe(true);
        expect(read(text)?.slice(0, 10)).toBe(instant.toZonedDateTimeISO(timeZone).toPlainDate().toString());
      },
    ),
  );
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
