import { expect, test } from 'vitest';
import { billbeeOrder } from '../billbee/order-schema.js';
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

test('it looks into all that the schema looks into', () => {
  const heir = Object.assign(Object.create({ inherited: 1 }), { own: 2 });
  const looked = (schema: unknown): [string, unknown][] => {
    let inner = schema as { shape?: object; unwrap?: () => unknown; element?: unknown };
    while (inner.unwrap && !inner.element) inner = inner.unwrap() as typeof inner;
    return inner.element ? looked(inner.element) : Object.entries(inner.shape ?? {});
  };
  const check = (schema: unknown): void => {
    for (const [name, member] of looked(schema)) {
      if (looked(member).length === 0) continue;
      for (const value of [heir, [heir]]) {
        expect(JSON.stringify(withOwnKeysOnly({ [name]: value }))).not.toContain('inherited');
        const own = (withOwnKeysOnly({ [name]: value }) as Record<string, unknown>)[name];
        expect(Object.getPrototypeOf(Array.isArray(own) ? own[0] : own)).toBeNull();
      }
      check(member);
    }
  };
  expect(looked(billbeeOrder).length).toBeGreaterThan(40);
  check(billbeeOrder);
});
