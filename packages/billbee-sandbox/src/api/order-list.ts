import { parseWallTime } from '../naive-time.js';
import type { RowOrder } from '../options.js';
import { seededRandom } from '../random.js';
import type { SandboxOrder } from '../state/order.js';
import type { Query } from './query.js';

/**
 * The orders that the filters of GET /orders let through. `modifiedAtMin` is exclusive, `modifiedAtMax`
 * inclusive; `minOrderDate`, `maxOrderDate` and `minimumBillBeeOrderId` are inclusive; several tags: any of
 * them (the documentation leaves "any" or "all" open).
 *
 * @param zone zone of the orders' naive dates
 * @throws QueryError when a filter cannot be read
 */
export function filterOrders(orders: readonly SandboxOrder[], query: Query, zone: string): SandboxOrder[] {
  const states = query.integers('orderStateId');
  const shops = query.integers('shopId');
  const tags = query.list('tag').map((tag) => tag.toLowerCase());
  const excludeTags = query.flag('excludeTags');
  const minimumId = query.integer('minimumBillBeeOrderId');
  const created = { from: query.date('minOrderDate'), to: query.date('maxOrderDate') };
  const modified = { after: query.date('modifiedAtMin'), to: query.date('modifiedAtMax') };
  return orders.filter((order) => {
    if (states.length > 0 && !states.includes(order.State)) return false;
    if (shops.length > 0 && !shops.some((shop) => isOfShop(order, shop))) return false;
    if (tags.length > 0) {
      const tagged = order.Tags.some((tag) => tags.includes(tag.toLowerCase()));
      if (tagged === excludeTags) return false;
    }
    if (minimumId !== undefined && (order.BillBeeOrderId ?? Number.POSITIVE_INFINITY) < minimumId)
      return false;
    if (created.from !== undefined || created.to !== undefined) {
      const at = wallOf(order.CreatedAt, zone);
      if (at === undefined) return false;
      if (created.from !== undefined && at < created.from) return false;
      if (created.to !== undefined && at > created.to) return false;
    }
    if (modified.after !== undefined || modified.to !== undefined) {
      const at = wallOf(order.LastModifiedAt, zone);
      if (at === undefined) return false;
      if (modified.after !== undefined && at <= modified.after) return false;
      if (modified.to !== undefined && at > modified.to) return false;
    }
    return true;
  });
}

/** Both forms of a shop's id are accepted: that of the connection and that of `Seller`. */
function isOfShop(order: SandboxOrder, shop: number): boolean {
  return order.ApiAccountId === shop || order.Seller?.BillbeeShopId === shop;
}

const walls = new Map<string, number | undefined>();

function wallOf(text: string | null, zone: string): number | undefined {
  if (text === null) return undefined;
  const key = `${zone} ${text}`;
  if (walls.has(key)) return walls.get(key);
  if (walls.size > 200_000) walls.clear();
  const wall = parseWallTime(text, zone);
  walls.set(key, wall);
  return wall;
}

/**
 * Brings rows into the sequence the sandbox was started with.
 *
 * @param turn number of the call; makes each `unstable` answer a different one
 */
export function sortRows(rows: SandboxOrder[], by: RowOrder, seed: number, turn: number): SandboxOrder[] {
  switch (by) {
    case 'imported':
      return rows;
    case 'imported-desc':
      return rows.reverse();
    case 'modified':
      return rows.sort(byModification);
    case 'modified-desc':
      return rows.sort((one, other) => byModification(other, one));
    case 'shuffled':
      return sortByKey(rows, (row) => seededRandom(Number(row.BillBeeOrderId ?? 0) ^ seed).next());
    case 'unstable': {
      const random = seededRandom(seed * 7919 + turn);
      return sortByKey(rows, () => random.next());
    }
  }
}

function byModification(one: SandboxOrder, other: SandboxOrder): number {
  const [first, second] = [one.LastModifiedAt ?? '', other.LastModifiedAt ?? ''];
  return first === second ? 0 : first < second ? -1 : 1;
}

function sortByKey(rows: SandboxOrder[], key: (row: SandboxOrder) => number): SandboxOrder[] {
  return rows
    .map((row) => ({ row, key: key(row) }))
    .sort((one, other) => one.key - other.key)
    .map(({ row }) => row);
}
