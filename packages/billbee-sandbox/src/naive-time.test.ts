import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatWallTime, parseWallTime, wallTime } from './naive-time.js';

test('the wall clock follows the zone through summer and winter', () => {
  expect(formatWallTime(wallTime(Date.UTC(2025, 0, 2, 12), 'Europe/Berlin'))).toBe('2025-01-02T13:00:00');
  expect(formatWallTime(wallTime(Date.UTC(2025, 6, 2, 12), 'Europe/Berlin'))).toBe('2025-07-02T14:00:00');
  expect(formatWallTime(wallTime(Date.UTC(2025, 6, 2, 12), 'UTC'))).toBe('2025-07-02T12:00:00');
});

test('fractional seconds are as long as they have to be', () => {
  const at = Date.UTC(2023, 3, 29, 13, 32, 39);
  expect([0, 360, 113, 500, 10].map((ms) => formatWallTime(at + ms).slice(19))).toEqual([
    '',
    '.36',
    '.113',
    '.5',
    '.01',
  ]);
  expect(formatWallTime(Date.UTC(2025, 0, 1))).toBe('2025-01-01T00:00:00');
});

test.each([
  ['2023-04-22T15:07:02', '2023-04-22T15:07:02'],
  ['2023-04-22 15:07', '2023-04-22T15:07:00'],
  ['2023-4-2', '2023-04-02T00:00:00'],
  ['2023-04-22T15:07:02.36', '2023-04-22T15:07:02.36'],
  ['2023-04-22T15:07:02.1234567', '2023-04-22T15:07:02.123'],
  ['2023-04-22T15:07:02+00:00', '2023-04-22T17:07:02'],
  ['2023-04-22T15:07:02Z', '2023-04-22T17:07:02'],
  ['2023-01-22T15:07:02-0500', '2023-01-22T21:07:02'],
])('%s is read as %s in Berlin', (text, expected) => {
  expect(formatWallTime(parseWallTime(text, 'Europe/Berlin') ?? 0)).toBe(expected);
});

test.each([
  '',
  'gestern',
  '2023-13-01',
  '2023-02-30',
  '2023-04-22T24:00',
  '2023-04-22T12:60',
  '2023-04-22T15',
  '22.04.2023',
])('"%s" is no date', (text) => {
  expect(parseWallTime(text, 'UTC')).toBeUndefined();
});

test('what is written can be read again to the millisecond', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 4e12 }),
      fc.constantFrom('UTC', 'Europe/Berlin'),
      (instant, zone) => {
        const wall = wallTime(instant, zone);
        expect(parseWallTime(formatWallTime(wall), zone)).toBeCloseTo(wall, 3);
        expect(parseWallTime(new Date(instant).toISOString(), zone)).toBeCloseTo(wall, 3);
      },
    ),
  );
});
