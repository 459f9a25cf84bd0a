import type { OrderPage, OrderPageQuery } from '../import/order-source.js';
import type { BillbeeAnswer } from './read-answer.js';

/** Billbee's largest page. Source: `Billbee API: GET /orders`, pageSize. */
const largestPageSize = 250;

/** The page size that is really asked for: 1 to 250. */
function clampPageSize(pageSize: number): number {
  return Number.isNaN(pageSize)
    ? largestPageSize
    : Math.min(largestPageSize, Math.max(1, Math.trunc(pageSize)));
}

/**
 * The query of `Billbee API: GET /orders`; lists as `name[0]=…`, the form of Billbee's own SDKs, and times
 * exactly as they were given.
 */
export function orderPageQuery(query: OrderPageQuery): (readonly [string, string])[] {
  const pairs: (readonly [string, string])[] = [
    ['page', String(query.page)],
    ['pageSize', String(clampPageSize(query.pageSize))],
  ];
  query.statusIds.forEach((id, index) => {
    pairs.push([`orderStateId[${index}]`, String(id)]);
  });
  if (query.modifiedAfter !== undefined) pairs.push(['modifiedAtMin', query.modifiedAfter]);
  if (query.modifiedUntil !== undefined) pairs.push(['modifiedAtMax', query.modifiedUntil]);
  return pairs;
}

/** A page, and whether Billbee itself said how many there are. */
export interface CountedPage extends OrderPage {
  readonly counted: boolean;
}

/**
 * Reads one page out of an answer: an envelope, or a bare array.
 *
 * Where the number of pages is missing, every page with rows means that there may be one more: a server can give fewer
 * rows than were asked for. Where the number of rows is missing they are counted up to this page.
 *
 * @returns undefined when the answer holds no list
 */
export function readPage(answer: BillbeeAnswer, query: OrderPageQuery): CountedPage | undefined {
  const orders = answer.data ?? (answer.enveloped ? [] : undefined);
  if (!Array.isArray(orders)) return undefined;
  const pageSize = clampPageSize(query.pageSize);
  const { TotalPages, TotalRows } = answer.paging ?? {};
  const isAll = query.page === 1 && TotalRows != null && orders.length >= TotalRows;
  return {
    page: query.page,
    totalPages: TotalPages ?? (orders.length === 0 || isAll ? query.page : query.page + 1),
    totalRows: TotalRows ?? (query.page - 1) * pageSize + orders.length,
    orders,
    serverTime: answer.serverTime,
    counted: TotalRows != null,
  };
}
