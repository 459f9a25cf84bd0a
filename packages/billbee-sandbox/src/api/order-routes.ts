import type { RowOrder } from '../options.js';
import type { SandboxOrder } from '../state/order.js';
import type { SandboxState } from '../state/state.js';
import { answer, envelope, notFound, page } from './answers.js';
import type { Api } from './api-env.js';
import { filterOrders, sortRows } from './order-list.js';
import { Query } from './query.js';

/** Reads orders: the list, one by Billbee's id, one by its external number. */
export function orderRoutes(app: Api, state: SandboxState, rows: { by: RowOrder; seed: number }): void {
  let turn = 0;
  app.get('/orders', (context) => {
    const query = new Query(new URL(context.req.url).search, state.zone);
    const at = query.paging();
    const titled = titles(query.integer('articleTitleSource') ?? 0);
    const found = sortRows(filterOrders(state.orders, query, state.zone), rows.by, rows.seed, ++turn);
    const listed = page(found, at) as { Data: SandboxOrder[] };
    listed.Data = listed.Data.map(titled);
    const fault = context.get('fault');
    if (fault?.kind === 'duplicate-rows') listed.Data.push(...listed.Data.slice(0, fault.rows ?? 3));
    return answer(listed);
  });
  app.get('/orders/findbyextref/:extref', (context) => {
    // From the URL itself: routing happens in lower case, and a reference can hold a slash.
    const segment = new URL(context.req.url).pathname.split('/').at(-1) ?? '';
    const reference = decodeURIComponent(segment);
    const order = state.orders.find((entry) => entry.OrderNumber === reference);
    return order ? answer(envelope(order)) : notFound();
  });
  app.get('/orders/:id{[0-9]+}', (context) => {
    const order = state.find(context.req.param('id'));
    const query = new Query(new URL(context.req.url).search, state.zone);
    const titled = titles(query.integer('articleTitleSource') ?? 0);
    return order ? answer(envelope(titled(order))) : notFound();
  });
}

const SOURCE_SUFFIX = ['', ' (Artikelname)', ' (Rechnungstext)', ''];

/** articleTitleSource 1 and 2 show the article's name or invoice text instead of the position's text. */
function titles(source: number): (order: SandboxOrder) => SandboxOrder {
  const suffix = SOURCE_SUFFIX[source] ?? '';
  if (suffix === '') return (order) => order;
  return (order) => ({
    ...order,
    OrderItems: (order.OrderItems ?? []).map((item) =>
      item.Product?.BillbeeId
        ? { ...item, Product: { ...item.Product, Title: item.Product.Title + suffix } }
        : item,
    ),
  });
}
