import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HoldError } from '../errors.js';
import { contentHash } from './content-hash.js';
import { mapOrder } from './map-order.js';
import { parseOrder } from './parse-order.js';
import { readOrderFacts } from './read-order-facts.js';
import { sampleItem, sampleOrder } from './sample-orders.test.data.js';

/** Payloads per run; `TEST_LONG=1` takes a million. */
const PAYLOADS = process.env['TEST_LONG'] ? 1_000_000 : 5_000;
const BATCH = 1000;

const REASONS = new Set([
  ...['order-id-unreadable', 'order-date-unreadable', 'total-unreadable', 'items-unreadable'],
  ...['total-mismatch', 'tax-mismatch', 'tax-rate-unreadable', 'vat-mode-unknown', 'credit-order'],
  ...['order-empty', 'quantity-zero', 'currency-missing', 'currency-unreadable'],
]);

const REQUIRED = ['BillBeeOrderId', 'CreatedAt', 'TotalCost', 'OrderItems', 'Currency'];

type Json = Record<PropertyKey, unknown>;

const template = JSON.stringify(
  sampleOrder({
    UnknownField: { kept: [1, 'two', null] },
    TotalCost: 3620.84,
    OrderItems: [
      sampleItem({ UnknownField: 'kept', Attributes: [{ Name: 'Farbe', Value: 'rot' }] }),
      sampleItem({ TotalPrice: 8, Quantity: 3 }),
    ],
    Comments: [{ Id: 1, FromCustomer: true, Text: 'Hallo', Created: '2023-04-22T15:07:02' }],
    Payments: [{ TransactionId: 'T-1', PayDate: '2023-04-22T15:07:02', PayValue: 1 }],
    Buyer: { Platform: 'Shop', BillbeeShopId: 100000000092372, Email: 'erika@example.com' },
    Tags: ['a', 'b'],
  }),
);

const nasty: readonly (() => unknown)[] = [
  ...[null, undefined, '', ' ', 'x', 0, -0, -1, 1.5, 1e300, -1e300, 5e-324, Number.NaN, true, false].map(
    (value) => () => value,
  ),
  ...[
    '0',
    '-1',
    '12,50',
    '1e999',
    '1e-99',
    '9'.repeat(30),
    '\u0000',
    '\ud800',
    '🐝',
    '<b>',
    '2023-02-30',
    'Z',
  ].map((value) => () => value),
  ...['0001-01-01T00:00:00', '9999-12-31T23:59:59.9999999', '/Date(99999999999999)/', '__proto__'].map(
    (value) => () => value,
  ),
  ...[2 ** 53, '9007199254740993', 3.333, '3612.84', 119].map((value) => () => value),
  () => [],
  () => ({}),
  () => [[[]]],
  () => [null, {}, 'x', 7],
  () =>
    JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"length":-1}'),
  () => Object.create({ polluted: true, Quantity: 1, TotalPrice: 1, BillBeeOrderId: 1 }),
  () => 'long '.repeat(1000),
  () => ' '.repeat(5000),
  () => Array.from({ length: 50 }, (_, index) => ({ index })),
];

/** A small generator with a seed, so that fast-check can shrink and print a batch by its seed alone. */
function randomOf(seed: number): (below: number) => number {
  let state = seed | 0;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/** Walks to a random container and replaces, removes or adds one member. */
function mutate(order: Json, random: (below: number) => number): void {
  let container: Json = order;
  for (let depth = random(4); depth > 0; depth -= 1) {
    const inner = Object.values(container).filter((value) => typeof value === 'object' && value !== null);
    const next = inner[random(inner.length)];
    if (next === undefined) break;
    container = next as Json;
  }
  const keys = random(8) === 0 ? REQUIRED : Object.keys(container);
  if (keys === REQUIRED) container = order;
  const key = keys[random(keys.length)];
  const value = (nasty[random(nasty.length)] as () => unknown)();
  if (key === undefined || random(12) === 0) container[`Added${random(9)}`] = value;
  else if (random(6) === 0) delete container[key];
  else container[key] = value;
}

/** A plain check: `expect` would take most of the time at this many payloads. */
function must(holds: boolean, what: string): void {
  if (!holds) throw new Error(`Broken promise: ${what}`);
}

function check(raw: Json, watched: boolean): 'delivered' | 'held' {
  const before = watched ? JSON.stringify(raw) : undefined;
  const { orderId } = readOrderFacts(raw);
  try {
    const parsed = parseOrder(raw);
    must(parsed.orderId === orderId, 'one id');
    for (const key of Object.keys(raw)) {
      if (key === 'UnknownField' || key.startsWith('Added')) must(survives(raw, parsed.order, key), key);
    }
    (raw['OrderItems'] as Json[]).forEach((item, index) => {
      must(survives(item, parsed.order.OrderItems?.[index], 'UnknownField'), `UnknownField of item ${index}`);
    });
    if (parsed.warnings.length > 0) {
      must(parseOrder(parsed.order).warnings.length === 0, 'what is left is readable');
    }
    const order = mapOrder(parsed.order);
    must(order.source.orderId === orderId, 'the same id');
    const money = [...order.lines.map((line) => line.totalGross), order.shipping.gross];
    const total = money.reduce((sum, amount) => sum + BigInt(amount.replace('.', '')), 0n);
    must(total === BigInt(order.totals.gross.replace('.', '')), 'lines and shipping are the total');
    must(!Number.isNaN(Date.parse(order.orderedAt)), 'the order date is one');
    must(/^c2-[0-9a-f]{16}$/.test(contentHash(order)), 'a content hash');
    return 'delivered';
  } catch (error) {
    if (!(error instanceof HoldError)) throw error;
    must(REASONS.has(error.code), `${error.code} is a known reason`);
    must(Boolean(error.field) && error.message.length < 400, 'field and a short message');
    return 'held';
  } finally {
    must(!watched || JSON.stringify(raw) === before, 'the payload is left as it was');
    must(!('polluted' in {}), 'no prototype is touched');
  }
}

/** The same value; one that inherited something is copied, so its JSON decides. */
function survives(raw: Json, parsed: unknown, key: string): boolean {
  const value = (parsed as Json)[key];
  return Object.is(value, raw[key]) || JSON.stringify(value) === JSON.stringify(raw[key]);
}

test(`${PAYLOADS} mutated payloads: each is an order or held with a reason, and unknown fields survive`, {
  timeout: 600_000,
}, () => {
  const seen = { delivered: 0, held: 0 };
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const random = randomOf(seed);
      for (let count = 0; count < BATCH; count += 1) {
        const raw = JSON.parse(template) as Json;
        for (let changes = 1 + random(3); changes > 0; changes -= 1) mutate(raw, random);
        seen[check(raw, count % 20 === 0)] += 1;
      }
    }),
    { numRuns: PAYLOADS / BATCH, endOnFailure: true },
  );
  expect(seen.delivered + seen.held).toBe(PAYLOADS);
  expect(seen.delivered).toBeGreaterThan(PAYLOADS / 10);
  expect(seen.held).toBeGreaterThan(PAYLOADS / 10);
});
