import { describe, expect, it } from 'vitest';
import { describeStatus, highestKnownStatusId, orderStatuses, statusesBefore } from './order-statuses.js';

describe('orderStatuses', () => {
  it('lists 1 to 17 in order', () => {
    expect(orderStatuses.map((status) => status.id)).toEqual(Array.from({ length: 17 }, (_, i) => i + 1));
    expect(Math.max(...orderStatuses.map((status) => status.id))).toBe(highestKnownStatusId);
  });

  it('spells German labels as Billbee does', () => {
    const german = (id: number) => orderStatuses.find((status) => status.id === id)?.label.de;
    expect([3, 8, 11, 16, 17].map(german)).toEqual([
      'Bezahlt',
      'Storniert',
      'Mahnung 1',
      'Im Fulfillment',
      'Retoure',
    ]);
  });

  it('has no label and no API name twice', () => {
    for (const text of ['de', 'en'] as const) {
      expect(new Set(orderStatuses.map((status) => status.label[text])).size).toBe(orderStatuses.length);
    }
    expect(new Set(orderStatuses.map((status) => status.apiName)).size).toBe(orderStatuses.length);
  });
});

describe('describeStatus', () => {
  it('knows the known ones', () => {
    expect(describeStatus(3)).toEqual({
      id: 3,
      apiName: 'Zahlung_erhalten',
      label: { de: 'Bezahlt', en: 'Paid' },
    });
  });

  it('has a text for the rest', () => {
    expect(describeStatus(18)).toEqual({
      id: 18,
      apiName: undefined,
      label: { de: 'Status 18 (unbekannt)', en: 'Status 18 (unknown)' },
    });
  });
});

it('leads an order forward only, and nowhere from off its way', () => {
  for (const { id } of orderStatuses) {
    for (const before of statusesBefore(id)) expect(statusesBefore(before)).not.toContain(id);
    for (const aside of [5, 6, 8, 17]) expect(statusesBefore(id)).not.toContain(aside);
  }
  expect(statusesBefore(3)).not.toContain(4);
  expect(statusesBefore(4)).toEqual(expect.arrayContaining([1, 3, 16, 13]));
  expect([statusesBefore(8), statusesBefore(99)]).toEqual([[], []]);
});
