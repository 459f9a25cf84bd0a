import { seededRandom } from '../random.js';
import type { SandboxOrder } from '../state/order.js';
import { BROKEN_ORDERS } from './broken-orders.js';
import { buildOrder } from './build-order.js';
import { EXAMPLE_ORDER_ID, exampleOrder } from './example-order.js';
import { applyQuirk, QUIRKS } from './quirks.js';

/** Fewer orders than this hold no broken ones. */
const BROKEN_FROM = 40;
/** Broken orders stand at every second place from here. */
const FIRST_BROKEN = 6;

const HOUR = 3_600_000;
const FIRST_DAY = Date.UTC(2025, 0, 2, 7, 30);
const LAST_DAY = Date.UTC(2025, 5, 30);
/** Statuses in turn: each of 1..17 at least once in 29 orders, those of daily work more often. */
const STATUSES = [
  3, 1, 2, 4, 16, 3, 7, 13, 4, 3, 14, 5, 17, 3, 8, 9, 15, 11, 3, 12, 6, 10, 4, 1, 3, 2, 16, 7, 3,
] as const;

/**
 * The orders a sandbox starts with: the same for the same arguments, on every machine and day.
 *
 * @param count how many; from 40 on, nine early ones are broken on purpose
 * @param seed chooses people, articles, shops and dates; the first order is always the same
 * @param zone IANA zone in whose local time the dates are written
 * @param until the moment at which the last order comes in, in milliseconds since 1970; all of 2025 without it
 */
export function seedOrders(count: number, seed: number, zone: string, until?: number): SandboxOrder[] {
  const random = seededRandom(seed);
  const step = Math.min(4 * HOUR, (LAST_DAY - FIRST_DAY) / Math.max(1, count));
  const firstDay = until === undefined ? FIRST_DAY : until - count * step - HOUR;
  const orders: SandboxOrder[] = count > 0 ? [exampleOrder(zone)] : [];
  let sound = 0;
  let id = EXAMPLE_ORDER_ID;
  for (let index = 1; index < count; index++) {
    id += random.integer(1, 40);
    const broken = count >= BROKEN_FROM ? BROKEN_ORDERS[(index - FIRST_BROKEN) / 2] : undefined;
    if (!broken) sound++;
    const status = broken?.status ?? STATUSES[sound % STATUSES.length] ?? 3;
    const createdAt = Math.floor((firstDay + index * step + random.integer(0, HOUR)) / 1000) * 1000;
    const order = buildOrder({ id, status, createdAt, zone, until }, random);
    const quirk = QUIRKS[sound % (QUIRKS.length + 1)];
    if (broken) broken.spoil(order);
    else if (quirk) applyQuirk(order, quirk);
    orders.push(order);
  }
  return orders;
}
