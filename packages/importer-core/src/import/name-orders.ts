import { sha256 } from '../store/sha256.js';
import type { NamedOrder } from './decide.js';
import type { PreparedOrder, PrepareOrder } from './prepare-order.js';

/**
 * Prepares raw orders and gives each a name; rows that are the same order become one, the usable row first.
 *
 * @returns the orders by name, the rows, and how many rows each order has that has no readable id
 */
export async function nameOrders(
  raws: readonly unknown[],
  prepare: PrepareOrder,
): Promise<{ orders: Map<string, NamedOrder>; rows: readonly PreparedOrder[]; copies: Map<string, number> }> {
  const orders = new Map<string, NamedOrder>();
  const rows: PreparedOrder[] = [];
  const copies = new Map<string, number>();
  for (const raw of raws) {
    const prepared = await prepare(raw);
    rows.push(prepared);
    const payload = once(async () => {
      const text = payloadText(raw);
      return { text, hash: await sha256(text) };
    });
    const id = prepared.orderId ?? `unknown-${(await payload()).hash.slice(0, 12)}`;
    if (prepared.orderId === undefined) copies.set(id, (copies.get(id) ?? 0) + 1);
    const before = orders.get(id);
    if (before && (before.prepared.result.outcome === 'ready' || prepared.result.outcome === 'held'))
      continue;
    orders.set(id, { id, prepared, payload });
  }
  return { orders, rows, copies };
}

/** A payload as JSON text; one that has no JSON form (it never came from the API) as a description. */
function payloadText(raw: unknown): string {
  try {
    return JSON.stringify(raw) ?? 'null';
  } catch (error) {
    return JSON.stringify(`not JSON: ${String(error)}`);
  }
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
