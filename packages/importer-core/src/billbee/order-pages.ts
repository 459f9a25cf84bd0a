import type { OrderPage, OrderPageQuery } from '../import/order-source.js';
import { billbeeMessages } from '../messages/core/billbee-messages.js';
import type { CountedPage } from './order-page.js';

/** By so many pages a list may grow while it is read; no shop takes 25,000 orders meanwhile. */
const growthLimit = 100;

/**
 * All pages of a list, one after the other, read when they are asked for.
 *
 * Orders that change status between two pages move the others: a single walk through the pages can miss
 * some and meet others twice. `runImport` reads until nothing is missing; use that to import.
 * A list without a count ends with an empty page, or when a short first page is given again as the second.
 *
 * @throws StopError `repeated-page` when the server gives the same page again instead of the next one,
 *   `endless-pages` when the number of pages keeps growing
 */
export async function* orderPages(
  read: (query: OrderPageQuery) => Promise<CountedPage>,
  query: Omit<OrderPageQuery, 'page'>,
): AsyncGenerator<OrderPage, void, undefined> {
  let firstTotal = 0;
  let before: string | undefined;
  for (let page = 1; ; page += 1) {
    const answer = await read({ ...query, page });
    const rows = fingerprint(answer.orders);
    // Neither a count nor a second page: a server that shows everything at once, whatever page is asked for.
    if (!answer.counted && page === 2 && rows === before && answer.orders.length < query.pageSize) return;
    if (rows !== undefined && rows === before) {
      throw billbeeMessages.stop('repeated-page', { before: page - 1, page });
    }
    before = rows;
    if (page === 1) firstTotal = answer.totalPages;
    if (answer.counted && answer.totalPages > firstTotal + growthLimit) {
      throw billbeeMessages.stop('endless-pages', { first: firstTotal, last: answer.totalPages });
    }
    if (answer.orders.length > 0 || page === 1) yield answer;
    if (page >= answer.totalPages || answer.orders.length === 0) return;
  }
}

/** Which orders a page holds; undefined for an empty one. */
function fingerprint(orders: readonly unknown[]): string | undefined {
  if (orders.length === 0) return undefined;
  return JSON.stringify(orders.map((order) => idOf(order) ?? order));
}

function idOf(order: unknown): unknown {
  return typeof order === 'object' && order !== null && 'BillBeeOrderId' in order
    ? order.BillBeeOrderId
    : undefined;
}
