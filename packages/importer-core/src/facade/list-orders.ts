import type { BillbeeClient } from '../billbee/client.js';
import { HoldError } from '../errors.js';
import { readSince, writeStamp } from '../import/billbee-time.js';
import type { PreparedOrder, PrepareOrder } from '../import/prepare-order.js';
import type { HoldReason } from '../messages/problem.js';
import type { ErpOrder } from '../order/erp-order.js';
import { type StatusChoice, statusIdsOf } from './statuses-by-name.js';

/** Which orders are read, and what happens to those that cannot be used. */
export interface OrderQuery {
  /** Only orders in these statuses; absent: in any. */
  readonly status?: StatusChoice | undefined;
  /** Only orders modified since then: a `Date`, or ISO 8601. A few that were modified up to two hours before may come too. */
  readonly modifiedSince?: Date | string | undefined;
  /** Told about an order that cannot be used; without it such an order ends the list with its HoldError. */
  readonly onUnusable?: ((why: HoldReason & { readonly orderId: string | undefined }) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

const pageSize = 250;
/** Orders keep moving between the pages of a busy shop; more often than this no list is read. */
const mostPasses = 5;

/**
 * Orders one by one, each state of an order once. Orders that change while the list is read move the others between its pages, so
 * a list of several pages is read again until nothing new comes.
 */
export async function* listOrders(
  client: Pick<BillbeeClient, 'orders'>,
  prepare: PrepareOrder,
  { status, modifiedSince, onUnusable, signal }: OrderQuery,
): AsyncGenerator<ErpOrder, void, undefined> {
  const modifiedAfter = modifiedSince === undefined ? undefined : writeStamp(readSince(isoOf(modifiedSince)));
  const query = { pageSize, statusIds: status === undefined ? [] : statusIdsOf(status), modifiedAfter };
  const seen = new Set<string>();
  for (let pass = 1; pass <= mostPasses; pass += 1) {
    let fresh = 0;
    let pages = 0;
    for await (const page of client.orders(query, signal)) {
      pages += 1;
      for (const raw of page.orders) {
        const prepared = await prepare(raw);
        const { orderId, modifiedAt } = prepared;
        const state = JSON.stringify([orderId ?? raw, modifiedAt]);
        if (seen.has(state)) continue;
        seen.add(state);
        fresh += 1;
        const order = usable(prepared, onUnusable);
        if (order) yield order;
      }
    }
    if (pages < 2 || fresh === 0) return;
  }
}

/**
 * The order, or undefined when somebody has been told why it cannot be used.
 *
 * @throws HoldError when nobody wants to be told
 */
export function usable(
  { orderId, result }: PreparedOrder,
  onUnusable?: OrderQuery['onUnusable'],
): ErpOrder | undefined {
  if (result.outcome === 'ready') return result.order;
  const { reason, field, values, message } = result;
  if (!onUnusable) throw new HoldError(reason, message, { field, values });
  onUnusable({ orderId, reason, field, values, message });
  return undefined;
}

/** A moment as ISO 8601. */
export function isoOf(time: Date | string): string {
  return typeof time === 'string' ? time : time.toISOString();
}
