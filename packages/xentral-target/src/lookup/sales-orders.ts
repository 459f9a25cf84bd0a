import { rowsOf, type SalesOrder, salesOrder } from '../api/answers.js';
import { pageSize } from '../api/query.js';
import type { XentralApi } from '../api/xentral-api.js';

const path = '/api/v1/salesOrders';
/** With a few orders imported twice, 20 ids still fit one page of answers. */
const idsPerCall = 20;

/**
 * The sales orders with these external ids, cancelled ones included: a cancelled order was imported, and must not be
 * imported again.
 */
export async function findSalesOrders(
  api: XentralApi,
  externalIds: readonly string[],
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, readonly SalesOrder[]>> {
  const found = new Map<string, Map<string, SalesOrder>>();
  for (let start = 0; start < externalIds.length; start += idsPerCall) {
    const wanted = externalIds.slice(start, start + idsPerCall);
    const filter =
      wanted.length === 1
        ? ({ key: 'externalOrderId', op: 'equals', value: wanted[0] ?? '' } as const)
        : ({ key: 'externalOrderId', op: 'in', value: wanted } as const);
    for (let page = 1; ; page += 1) {
      const answer = await api.list(path, { filters: [filter], orderBy: 'id', page }, signal);
      const { rows } = rowsOf(answer, salesOrder, path);
      for (const row of rows) {
        const externalId = row.externalOrderId ?? '';
        // A tenant that does not know a filter may answer with everything: only exact matches count.
        if (!wanted.includes(externalId)) continue;
        const same = found.get(externalId) ?? new Map<string, SalesOrder>();
        found.set(externalId, same.set(row.id, row));
      }
      if (rows.length < pageSize) break;
    }
  }
  return new Map([...found].map(([externalId, orders]) => [externalId, [...orders.values()]]));
}
