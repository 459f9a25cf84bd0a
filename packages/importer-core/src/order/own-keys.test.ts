import { expect, test } from 'vitest';
import { withOwnKeysOnly } from './own-keys.js';

test('a plain payload comes back as it is', () => {
  const plain = JSON.parse('{"a":[{"b":1},null],"__proto__":{"c":2}}');
  expect(withOwnKeysOnly(plain)).toBe(plain);
});

test('what an object inherited is gone, at every level the schema reads', () => {
  const inner = Object.assign(Object.create({ Quantity: 1 }), { TotalPrice: 2 });
  const raw = Object.assign(Object.create({ BillBeeOrderId: 1 }), { OrderItems: [inner], kept: { x: 1 } });
  const own = withOwnKeysOnly(raw) as Record<string, unknown> & { OrderItems: Record<string, unknown>[] };
  expect(own['BillBeeOrderId']).toBeUndefined();
  expect(own.OrderItems[0]?.['Quantity']).toBeUndefined();
  expect(own).toEqual({ OrderItems: [{ TotalPrice: 2 }], kept: { x: 1 } });
  expect(raw.OrderItems[0]).toBe(inner);
});

test('depth is bounded', () => {
  let deep: unknown = 1;
  for (let level = 0; level < 100_000; level += 1) deep = [deep];
  expect(withOwnKeysOnly(deep)).toBe(deep);
});
