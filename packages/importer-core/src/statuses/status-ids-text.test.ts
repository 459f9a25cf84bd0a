import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderStatuses } from './order-statuses.js';
import { formatStatusIds, parseStatusIds, StatusIdsError } from './status-ids-text.js';

const ids = fc.array(fc.integer({ min: 1, max: 999_999_999 }));
const sorted = (list: number[]) => [...new Set(list)].sort((a, b) => a - b);

describe('formatStatusIds', () => {
  it('writes ascending, distinct, without spaces', () => {
    expect(formatStatusIds([16, 3])).toBe('3,16');
    expect(formatStatusIds(new Set([4, 3, 11]))).toBe('3,4,11');
    expect(formatStatusIds([3, 3])).toBe('3');
    expect(formatStatusIds([])).toBe('');
  });

  it.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 1e9])('refuses %s', (id) => {
    expect(() => formatStatusIds([3, id])).toThrow(StatusIdsError);
  });
});

describe('parseStatusIds', () => {
  it('reads back what formatStatusIds writes', () => {
    fc.assert(
      fc.property(ids, (list) => {
        expect(parseStatusIds(formatStatusIds(list))).toEqual(sorted(list));
      }),
    );
  });

  it('takes any separator, and labels in any place', () => {
    const known = fc.constantFrom(...orderStatuses);
    const form = fc.constantFrom<(id: number, label: string) => string>(
      (id) => `${id}`,
      (id, label) => `${id} ${label}`,
      (id, label) => `${id} - ${label}`,
      (id, label) => `${label} (${id})`,
      (_id, label) => label,
    );
    const separator = fc.constantFrom(',', ';', '\n', ' , ', ' ;\r\n', ',,');
    fc.assert(
      fc.property(fc.array(fc.tuple(known, form, separator)), (parts) => {
        const text = parts.map(([status, write, sep]) => write(status.id, status.label.de) + sep).join('');
        expect(parseStatusIds(text)).toEqual(sorted(parts.map(([status]) => status.id)));
      }),
    );
  });

  it.each([
    ['3 16', [3, 16]],
    ['16;3', [3, 16]],
    ['3\n16\n', [3, 16]],
    [' 3 ,\u00a016\ufeff', [3, 16]],
    ['3 Bezahlt', [3]],
    ['3\tBezahlt', [3]],
    ['3: Zahlung erhalten', [3]],
    ['Bezahlt (3), Im Fulfillment (16)', [3, 16]],
    ['bezahlt', [3]],
    ['Bezahlt 3', [3]],
    ['1. Mahnung', [11]],
    ['11 1. Mahnung', [11]],
    ['12 Mahnung 2', [12]],
    ['Mahnung 2', [12]],
    ['8 Storno', [8]],
    ['18', [18]],
    ['18 Status 18 (unbekannt)', [18]],
    ['', []],
    [' \n', []],
  ])('%j is %j', (text, expected) => {
    expect(parseStatusIds(text)).toEqual(expected);
  });

  it.each([
    ['3,drei', 'drei'],
    ['3,0', '0'],
    ['-1', '-1'],
    ['3.5', '3.5'],
    ['03', '03'],
    ['1e3', '1e3'],
    ['0x10', '0x10'],
    ['3-16', '3-16'],
    ['[3]', '[3]'],
    ['3 und 16', '3 und 16'],
    ['3 Bezahlt 16 Im Fulfillment', '3 Bezahlt 16 Im Fulfillment'],
    ['3,18 Umtausch', '18 Umtausch'],
    ['99999999999999999999', '99999999999999999999'],
    ['3 Versendet', '3 Versendet'],
    ['1 Mahnung', '1 Mahnung'],
    ['Versendet (3)', 'Versendet (3)'],
    ['3|16', '3|16'],
    ['__proto__', '__proto__'],
  ])('refuses %j, naming %j', (text, part) => {
    try {
      parseStatusIds(text);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(StatusIdsError);
      const { messages, message, part: named } = error as StatusIdsError;
      expect(named).toBe(part);
      expect(messages.de).toContain(part);
      expect(messages.en).toContain(part);
      expect(message).toBe(messages.en);
    }
  });

  it('says what a wrong pair should be', () => {
    expect(() => parseStatusIds('3 Versendet')).toThrow('3 is Paid, Shipped has the id 4');
  });

  it('never takes a text it does not understand for ids', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        try {
          expect(parseStatusIds(text).every((id) => Number.isInteger(id) && id > 0)).toBe(true);
        } catch (error) {
          expect(error).toBeInstanceOf(StatusIdsError);
        }
      }),
    );
  });
});
