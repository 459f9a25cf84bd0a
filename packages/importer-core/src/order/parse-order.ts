import type { z } from 'zod';
import { type BillbeeOrder, billbeeOrder, MOST_ITEMS } from '../billbee/order-schema.js';
import type { HoldError } from '../errors.js';
import { orderMessages } from '../messages/core/order-messages.js';
import type { Problem } from '../messages/problem.js';
import { withOwnKeysOnly } from './own-keys.js';
import { readOrderId } from './read-order-facts.js';
import { timeReader } from './read-time.js';
import { describeValue, isMissing } from './read-values.js';

/** An order that can be used, and what in it could not be read. */
export interface ParsedOrder {
  /** BillBeeOrderId as digits. */
  readonly orderId: string;
  /** The payload, unknown fields included; unreadable optional values are null. */
  readonly order: BillbeeOrder;
  /** Optional values that were unreadable and count as missing; at most 100 are listed. */
  readonly warnings: readonly ParseWarning[];
}

export interface ParseWarning extends Problem {
  /** Path in Billbee's payload, e.g. `InvoiceAddress.Zip`. */
  readonly field: string;
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
    throw orderMessages.hold('order-id-unreadable', describeValue(value), { field: 'BillBeeOrderId' });
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
      warnings.push({
        field,
        ...orderMessages.problem('value-unreadable', { field, ...describeValue(value) }),
      });
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
    throw unreadable('items-unreadable', orderId, 'OrderItems', items.length, 'fewer');
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
  const hold = (code: Unreadable, expected: Expected): HoldError =>
    unreadable(code, orderId, field, value, expected);
  switch (path[0]) {
    case 'CreatedAt':
      return hold('order-date-unreadable', 'date');
    case 'TotalCost':
      return hold('total-unreadable', 'amount');
    case 'OrderItems':
      if (path.length === 1) return hold('items-unreadable', 'list');
      if (path.length === 2) return hold('items-unreadable', 'position');
      if (path[2] === 'Quantity') return hold('items-unreadable', 'number');
      if (path[2] === 'TotalPrice') return hold('items-unreadable', 'amount');
  }
  return undefined;
}

type Unreadable = 'order-date-unreadable' | 'total-unreadable' | 'items-unreadable';
type Expected = 'date' | 'amount' | 'number' | 'list' | 'position' | 'fewer';

function unreadable(
  code: Unreadable,
  orderId: string,
  field: string,
  value: unknown,
  expected: Expected,
): HoldError {
  return orderMessages.hold(code, { orderId, field, ...describeValue(value), expected }, { field });
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
