/** @jsxImportSource hono/jsx */

import { type Context, Hono } from 'hono';
import {
  accountsOverview,
  deliveriesOverview,
  heldOverview,
  lagHistory,
  orderHistory,
  outboxOverview,
  recentRuns,
} from 'importer-accounts';
import { retryDead, type WriteBackState } from 'importer-core';
import { pageHeaders } from './guard.js';
import { addHeldRoutes, type RouteOptions } from './held-routes.js';
import { createPageTools, PageProblem } from './page-tools.js';
import { AccountPage } from './pages/account-page.js';
import { AccountsPage } from './pages/accounts-page.js';
import { LoginPage } from './pages/login-page.js';
import { OrderPage } from './pages/order-page.js';
import { OrdersPage } from './pages/orders-page.js';
import { OutboxPage } from './pages/outbox-page.js';
import { pageSize } from './parts/pages.js';
import { createSessions, sameSecret } from './session.js';
import { styles } from './styles.js';
import { WrongTokens } from './wrong-tokens.js';

export interface WebAppOptions extends RouteOptions {
  /** What the operator signs in with. */
  readonly token: string;
  /** Accounts to show although the store holds nothing of them yet. */
  readonly accounts: readonly string[];
  /** Told about errors that an answer must not tell. */
  readonly onError: (error: unknown) => void;
  /** Where a request comes from, for counting wrong tokens; undefined: all count together. */
  readonly addressOf?: ((bindings: unknown) => string | undefined) | undefined;
}

const dayMs = 86_400_000;

/**
 * The operator's page: accounts, runs, held and delivered orders, outbox. Rendered here, works without a script, asks for the token, and
 * stays in no cache: it shows who has bought what is held.
 */
export function buildWebApp(options: WebAppOptions): Hono {
  const { store, clock, token, onAsked, onError } = options;
  const sessions = createSessions(token, clock);
  const wrongTokens = new WrongTokens(clock);
  const tools = createPageTools(options);
  const app = new Hono();
  app.use(pageHeaders);
  app.get('/assets/page.css', (context) =>
    context.body(styles, 200, { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'max-age=3600' }),
  );

  app.use(async (context: Context, next) => {
    context.set('session', await sessions.read(context));
    await next();
  });

  app.post('/login', async (context) => {
    const given = (await tools.anyForm(context)).get('token')?.trim() ?? '';
    const view = tools.view(context);
    // The right token is never kept out by wrong ones from the same address, which may be a proxy's.
    if (!sameSecret(given, token)) {
      return wrongTokens.count(options.addressOf?.(context.env) ?? '')
        ? tools.show(context, <LoginPage view={view} problem="login.wrong" />, 401)
        : tools.show(context, <LoginPage view={view} problem="login.tooMany" />, 429);
    }
    await sessions.start(context);
    return context.redirect('/', 303);
  });

  app.use(async (context, next) => {
    if (tools.session(context)) return next();
    return tools.show(context, <LoginPage view={tools.view(context)} />, 401);
  });

  app.post('/logout', async (context) => {
    await tools.form(context);
    sessions.end(context);
    return context.redirect('/', 303);
  });

  app.get('/', async (context) => {
    const needAttention = context.req.query('show') === 'attention';
    const [page, search] = [tools.page(context), tools.search(context)];
    const { accounts, total } = await accountsOverview(store, {
      page,
      pageSize,
      needAttention,
      search,
      also: options.accounts,
    });
    return tools.show(
      context,
      <AccountsPage view={tools.view(context)} {...{ accounts, total, page, needAttention, search }} />,
    );
  });

  app.get('/accounts/:id', async (context) => {
    const account = await tools.account(context);
    const since = new Date(clock.now() - dayMs).toISOString();
    const [runs, lag] = [
      await recentRuns(store, account.account),
      await lagHistory(store, account.account, since),
    ];
    return tools.show(context, <AccountPage view={tools.view(context)} {...{ account, runs, lag }} />);
  });

  addHeldRoutes(app, tools, options);

  app.get('/accounts/:id/orders', async (context) => {
    const account = await tools.account(context);
    const [page, search] = [tools.page(context), tools.search(context)];
    const found = await deliveriesOverview(store, account.account, { page, pageSize, search });
    return tools.show(
      context,
      <OrdersPage view={tools.view(context)} {...{ account, page, search, ...found }} />,
    );
  });

  app.get('/accounts/:id/orders/:order', async (context) => {
    const account = await tools.account(context);
    const orderId = context.req.param('order');
    const { orders: held } = await heldOverview(store, account.account, { id: orderId });
    const { deliveries } = await deliveriesOverview(store, account.account, { search: orderId });
    const { entries: reports } = await outboxOverview(store, account.account, { orderId });
    const history = await orderHistory(store, account.account, orderId);
    const view = tools.view(context, tools.asked(context, 'held.asked'));
    return tools.show(
      context,
      <OrderPage view={view} {...{ account, orderId, held, deliveries, reports, history }} />,
    );
  });

  app.get('/accounts/:id/outbox', async (context) => {
    const account = await tools.account(context);
    const given = context.req.query('state');
    const state = (['waiting', 'sent', 'dead'] as const).find((one): one is WriteBackState => one === given);
    const [page, search] = [tools.page(context), tools.search(context)];
    const found = await outboxOverview(store, account.account, { page, pageSize, state, search });
    const view = tools.view(context, tools.asked(context, 'outbox.asked'));
    return tools.show(context, <OutboxPage view={view} {...{ account, page, state, search, ...found }} />);
  });

  app.post('/accounts/:id/outbox/retry', async (context) => {
    const form = await tools.form(context);
    const account = await tools.account(context);
    const entry = form.get('entry') || undefined;
    const asked = await retryDead(store, account.account, clock, entry === undefined ? undefined : [entry]);
    onAsked(account.account);
    return context.redirect(tools.back(form, `/accounts/${account.id}/outbox`, { asked }), 303);
  });

  app.notFound((context) => tools.showProblem(context, new PageProblem(404, 'error.notFound')));
  app.onError((error, context) => {
    if (error instanceof PageProblem) return tools.showProblem(context, error);
    onError(error);
    return tools.showProblem(context, new PageProblem(500, 'error.database'));
  });
  return app;
}
