import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSince, readStamp, wholeSecond, writeStamp } from './billbee-time.js';

describe('readStamp', () => {
  it.each([
    ['2023-04-22T15:07:02', '2023-04-22T15:07:02.000Z'],
    ['2023-04-29T13:32:39.36', '2023-04-29T13:32:39.360Z'],
    ['2023-04-29T13:31:59.1139999', '2023-04-29T13:31:59.113Z'],
    ['2023-04-29 13:31', '2023-04-29T13:31:00.000Z'],
    ['2023-04-29', '2023-04-29T00:00:00.000Z'],
    ['2023-04-29T13:31:59+02:00', '2023-04-29T11:31:59.000Z'],
    ['2023-04-29T13:31:59+02', '2023-04-29T11:31:59.000Z'],
    ['/Date(1682775119000)/', '2023-04-29T13:31:59.000Z'],
  ])('reads %s', (text, iso) => {
    expect(new Date(readStamp(text) ?? 0).toISOString()).toBe(iso);
  });

  it.each([undefined, null, '', 'gestern', '2023-13-45T00:00:00', '29.04.2023'])(
    'finds nothing in %s',
    (text) => {
      expect(readStamp(text)).toBeUndefined();
    },
  );

  it('reads what was written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: Date.UTC(9999, 0, 1) }), (stamp) => {
        expect(readStamp(writeStamp(stamp))).toBe(stamp);
        expect(writeStamp(wholeSecond(stamp))).toMatch(/:\d\d$/);
      }),
    );
  });
});

describe('readSince', () => {
  it('begins before an order stamped with that very time; names the setting when it is no time', () => {
    expect(readSince('2026-11-01T08:00:00.9+01:00')).toBe(Date.UTC(2026, 10, 1, 6, 59, 59));
    expect(() => readSince('last week')).toThrow(/Give since/);
  });
});
