import { expect, it } from 'vitest';
import { orderStatuses } from './order-statuses.js';
import { statusesBefore } from './statuses-before.js';

it('leads an order forward only, and nowhere from off its way', () => {
  for (const { id } of orderStatuses) {
    for (const before of statusesBefore(id)) expect(statusesBefore(before)).not.toContain(id);
    for (const aside of [5, 6, 8, 17]) expect(statusesBefore(id)).not.toContain(aside);
  }
  expect(statusesBefore(3)).not.toContain(4);
  expect(statusesBefore(4)).toEqual(expect.arrayContaining([1, 3, 16, 13]));
  expect([statusesBefore(8), statusesBefore(99)]).toEqual([[], []]);
});
