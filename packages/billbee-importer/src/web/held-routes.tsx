/** @jsxImportSource hono/jsx */
import type { Context, Hono } from 'hono';
import { type HeldOverview, heldOverview, pollAllNow, requestRetry } from 'importer-accounts';
import { type Clock, dismissHeld, type Store } from 'importer-core';
import type { PageTools } from './page-tools.js';
import { type HeldChoice, HeldPage } from './pages/held-page.js';
import { pageSize, withQuery } from './parts/pages.js';
import type { View } from './view.js';

const csvPageSize = 1000;

/** Held orders: the list, the same as CSV, trying again and giving up. */
export function addHeldRoutes(app: Hono, tools: PageTools, { store, clock, onAsked }: RouteOptions): void {
  const choiceOf = (context: Context): HeldChoice => ({
    reason: context.req.query('reason') || undefined,
    search: tools.search(context),
  });

  app.get('/accounts/:id/held', async (context) => {
    const account = await tools.account(context);
    const [page, choice] = [tools.page(context), choiceOf(context)];
    const found = await heldOverview(store, account.account, { page, pageSize, ...choice });
    const note = tools.asked(context, 'held.asked') ?? tools.asked(context, 'held.dismissed', 'dismissed');
    return tools.show(
      context,
      <HeldPage view={tools.view(context, note)} {...{ account, page, choice, ...found }} />,
    );
  });

  app.get('/accounts/:id/held.csv', async (context) => {
    const account = await tools.account(context);
    const view = tools.view(context);
    const lines = [columns.map((key) => view.say(key))];
    for (let page = 1; ; page += 1) {
      const query = { page, pageSize: csvPageSize, ...choiceOf(context) };
      const { orders } = await heldOverview(store, account.account, query);
      for (const order of orders) lines.push(rowOf(view, order));
      if (orders.length < csvPageSize) break;
    }
    // The mark is how spreadsheets know UTF-8.
    const text = `\ufeff${lines.map((cells) => cells.map(quoted).join(';')).join('\r\n')}\r\n`;
    return context.body(text, 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="held.csv"',
    });
  });

  app.post('/accounts/:id/held/retry', async (context) => {
    const form = await tools.form(context);
    const account = await tools.account(context);
    const [order, reason] = [form.get('order') || undefined, form.get('reason') || undefined];
    const wanted = order === undefined ? { reason } : { ids: [order] };
    const asked = await requestRetry(store, account.account, wanted, clock);
    await pollAllNow(store.db, account.account);
    onAsked(account.account);
    return context.redirect(
      tools.back(form, withQuery(`/accounts/${account.id}/held`, { reason }), { asked }),
      303,
    );
  });

  app.post('/accounts/:id/held/dismiss', async (context) => {
    const form = await tools.form(context);
    const account = await tools.account(context);
    const [order, note] = [form.get('order') ?? '', form.get('note')?.trim() || undefined];
    const ended = await dismissHeld({ store, clock, account: account.account, ids: [order], note });
    const list = `/accounts/${account.id}/held`;
    return context.redirect(tools.back(form, list, { dismissed: ended.size }), 303);
  });
}

/** What the routes work with. */
export interface RouteOptions {
  readonly store: Store;
  readonly clock: Clock;
  /** Told that something in the store waits to be done for an account. */
  readonly onAsked: (account: string) => void;
}

const columns = [
  'held.order',
  'csv.number',
  'csv.shop',
  'csv.buyer',
  'orders.total',
  'csv.orderedAt',
  'held.reason',
  'held.message',
  'held.since',
  'held.target',
  'csv.url',
] as const;

function rowOf({ wording, say }: View, order: HeldOverview): string[] {
  const { orderNumber, shop, buyer, total, currency, orderedAt, url } = order.summary;
  const isForeign = order.origin === 'target' && order.values === null;
  return [
    order.orderId,
    orderNumber,
    shop,
    buyer,
    [total, currency].filter(Boolean).join(' '),
    orderedAt,
    wording.title(order.reason),
    isForeign ? say('held.fromErp') : wording.say({ code: order.reason, ...order }),
    order.heldAt,
    order.target,
    url,
  ].map((cell) => cell ?? '');
}

/** What a spreadsheet would take for a formula is text: shops and buyers choose their names. */
function quoted(cell: string): string {
  const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return `"${text.replaceAll('"', '""')}"`;
}
