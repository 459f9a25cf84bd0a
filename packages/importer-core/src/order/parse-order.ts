import type { z } from 'zod';
import { type BillbeeOrder, billbeeOrder, MOST_ITEMS } from '../billbee/order-schema.js';
import type { HoldError } from '../errors.js';
import { describeValue, holdOrder } from './hold-order.js';
import { withOwnKeysOnly } from './own-keys.js';
import { readOrderId } from './read-order-facts.js';
import { timeReader } from './read-time.js';
import { isMissing } from './read-values.js';

/** An order that can be used, and what in it could not be read. */
export interface ParsedOrder {
  /** BillBeeOrderId as digits. */
  readonly orderId: string;
  /** The payload, unknown fields included; unreadable optional values are null. */
  readonly order: BillbeeOrder;
  /** Optional values that were unreadable and count as missing; at most 100 are listed. */
  readonly warnings: readonly ParseWarning[];
}

export interface ParseWarning {
  /** Path in Billbee's payload, e.g. `InvoiceAddress.Zip`. */
  readonly field: string;
  readonly message: string;
}

type Path = readonly PropertyKey[];

const MOST_WARNINGS = 100;

/**
 * Reads one order as Billbee really delivers it.
 *
 * An order without readable id, date, total or items cannot be used and is held. Everything else is optional: what
 * cannot be read counts as missing and is listed in the warnings. Unknown statuses, payment types and fields pass.
 *
 * Source: `Billbee API: GET /orders`.
 *
 * @param raw one order as parsed JSON, numbers beyond 2^53 as text
 * @throws {HoldError} `order-id-unreadable`, `order-date-unreadable`, `total-unreadable` or `items-unreadable`
 * @example parseOrder(page.orders[0]).order.OrderNumber
 */
export function parseOrder(raw: unknown): ParsedOrder {
  const own = withOwnKeysOnly(raw);
  const orderId = readOrderId(own);
  if (orderId === undefined) {
    const value = typeof own === 'object' && own !== null ? (own as BillbeeOrder).BillBeeOrderId : own;
    throw holdOrder(
      undefined,
      'order-id-unreadable',
      'BillBeeOrderId',
      `BillBeeOrderId is ${describeValue(value)}, expected a positive whole number`,
      'Look at the stored payload and read the order again',
    );
  }
  const result = billbeeOrder.safeParse(own);
  if (result.success) return { orderId, order: checkRequired(orderId, own as BillbeeOrder), warnings: [] };
  return degrade(orderId, own as BillbeeOrder, result.error.issues);
}

/** Takes unreadable optional values out, on a copy; an unreadable required one holds the order. */
function degrade(orderId: string, raw: BillbeeOrder, issues: readonly z.core.$ZodIssue[]): ParsedOrder {
  const copies = new Map<object, object>();
  const copyOf = (value: object): object => {
    let copy = copies.get(value);
    if (copy === undefined) {
      copy = Array.isArray(value) ? value.slice() : { ...value };
      copies.set(value, copy);
      copies.set(copy, copy);
    }
    return copy;
  };
  const order = copyOf(raw);
  const warnings: ParseWarning[] = [];
  for (const { path } of issues) {
    const value = valueAt(raw, path);
    const hold = holdFor(orderId, path, value);
    if (hold) throw hold;
    let parent = order as Record<PropertyKey, unknown>;
    for (const key of path.slice(0, -1)) {
      const child = copyOf(parent[key] as object);
      parent[key] = child;
      parent = child as Record<PropertyKey, unknown>;
    }
    parent[path.at(-1) as PropertyKey] = null;
    if (warnings.length < MOST_WARNINGS) {
      const field = printPath(path);
      warnings.push({ field, message: `${field} is ${describeValue(value)} and counts as missing.` });
    }
  }
  return { orderId, order: checkRequired(orderId, order as BillbeeOrder), warnings };
}

/** Holds an order in which something required is missing; that the rest is readable the schema has seen. */
function checkRequired(orderId: string, order: BillbeeOrder): BillbeeOrder {
  const items = order.OrderItems;
  if (timeReader()(order.CreatedAt) === null) throw holdFor(orderId, ['CreatedAt'], order.CreatedAt);
  if (isMissing(order.TotalCost)) throw holdFor(orderId, ['TotalCost'], order.TotalCost);
  if (!items) throw holdFor(orderId, ['OrderItems'], items);
  if (items.length > MOST_ITEMS) {
    throw holdOrder(orderId, 'items-unreadable', 'OrderItems', `more than ${MOST_ITEMS} positions`);
  }
  items.forEach((item, index) => {
    for (const key of ['Quantity', 'TotalPrice'] as const) {
      if (isMissing(item[key])) throw holdFor(orderId, ['OrderItems', index, key], item[key]);
    }
  });
  return order;
}

/** The hold for an unreadable value at this path; undefined where the value is optional. */
function holdFor(orderId: string, path: Path, value: unknown): HoldError | undefined {
  const field = printPath(path);
  const hold = (reason: string, expected: string): HoldError =>
    holdOrder(orderId, reason, field, `${field} is ${describeValue(value)}, expected ${expected}`);
  switch (path[0]) {
    case 'CreatedAt':
      return hold('order-date-unreadable', 'a date such as 2023-04-22T15:07:02');
    case 'TotalCost':
      return hold('total-unreadable', 'an amount such as 12.50');
    case 'OrderItems':
      if (path.length === 1) return hold('items-unreadable', 'a list of positions');
      if (path.length === 2) return hold('items-unreadable', 'a position');
      if (path[2] === 'Quantity') return hold('items-unreadable', 'a number such as 1.5');
      if (path[2] === 'TotalPrice') return hold('items-unreadable', 'an amount such as 12.50');
  }
  return undefined;
}

function valueAt(raw: unknown, path: Path): unknown {
  let value = raw;
  for (const key of path) value = (value as Record<PropertyKey, unknown> | null | undefined)?.[key];
  return value;
}

/** `OrderItems[0].Quantity` */
function printPath(path: Path): string {
  return path
    .map((key, index) => (typeof key === 'number' ? `[${key}]` : `${index > 0 ? '.' : ''}${String(key)}`))
    .join('');
}
