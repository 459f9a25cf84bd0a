/** @jsxImportSource hono/jsx */

import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { getCookie, setCookie } from 'hono/cookie';
import type { JSX } from 'hono/jsx/jsx-runtime';
import {
  type AccountOverview,
  accountsOverview,
  heldOverview,
  lagHistory,
  outboxOverview,
  pollAllNow,
  recentRuns,
  requestRetry,
} from 'importer-accounts';
import { type Clock, retryDead, type Store, type WriteBackState } from 'importer-core';
import type { Language } from 'importer-core/statuses';
import { pageWordingIn } from '../texts/wording.js';
import { Format } from './format.js';
import { isSameOrigin, pageHeaders } from './guard.js';
import { AccountPage } from './pages/account-page.js';
import { AccountsPage } from './pages/accounts-page.js';
import { HeldPage } from './pages/held-page.js';
import { LoginPage } from './pages/login-page.js';
import { OutboxPage } from './pages/outbox-page.js';
import { ProblemPage } from './pages/problem-page.js';
import { pageSize, withQuery } from './parts/pages.js';
import { cookieOptions, createSessions, type Session, sameSecret } from './session.js';
import { styles } from './styles.js';
import { preferredLanguage, webTexts } from './texts.js';
import type { View } from './view.js';
import { WrongTokens } from './wrong-tokens.js';

export interface WebAppOptions {
  readonly store: Store;
  readonly clock: Clock;
  /** What the operator signs in with. */
  readonly token: string;
  /** Accounts to show although the store holds nothing of them yet. */
  readonly accounts: readonly string[];
  /** Told that something in the store waits to be done for an account. */
  readonly onAsked: (account: string) => void;
  /** Told about errors that an answer must not tell. */
  readonly onError: (error: unknown) => void;
  /** Where a request comes from, for counting wrong tokens; undefined: all count together. */
  readonly addressOf?: ((bindings: unknown) => string | undefined) | undefined;
}

const languageCookie = 'billbee_importer_language';
const dayMs = 86_400_000;
const largestForm = 16_384;

/**
 * The operator's page: accounts, runs, held orders, outbox. Rendered here, works without a script, asks for the token, and
 * shows nothing of a buyer but order ids.
 */
export function buildWebApp(options: WebAppOptions): Hono {
  const { store, clock, token, onAsked, onError } = options;
  const sessions = createSessions(token, clock);
  const wrongTokens = new WrongTokens(clock);
  const app = new Hono();
  app.use(pageHeaders);
  app.get('/assets/page.css', (context) =>
    context.body(styles, 200, { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'max-age=3600' }),
  );

  app.use(async (context: Context, next) => {
    context.set('session', await sessions.read(context));
    await next();
  });
  const sessionOf = (context: Context): Session | undefined => context.get('session');
  const viewOf = (context: Context, note?: string): View => {
    const language = languageOf(context);
    const url = new URL(context.req.url);
    return {
      language,
      say: webTexts(language),
      wording: pageWordingIn(language),
      format: new Format(language),
      now: clock.now(),
      // The answer to a form has no address of its own that could be asked for again.
      here: context.req.method === 'GET' ? url.pathname + url.search : '/',
      formToken: sessionOf(context)?.formToken,
      note,
    };
  };
  const show = (context: Context, page: JSX.Element, status: 200 | 400 | 401 | 403 | 404 | 429 | 500 = 200) =>
    context.html(`<!doctype html>${page}`, status);
  const problem = (
    context: Context,
    status: 403 | 404 | 500,
    key: 'error.notFound' | 'error.form' | 'error.database',
  ) => show(context, <ProblemPage view={viewOf(context)} problem={key} />, status);

  app.post('/login', bodyLimit({ maxSize: largestForm }), async (context) => {
    if (!isSameOrigin(context)) return problem(context, 403, 'error.form');
    const address = options.addressOf?.(context.env) ?? '';
    const view = viewOf(context);
    if (wrongTokens.tooMany(address))
      return show(context, <LoginPage view={view} problem="login.tooMany" />, 429);
    const form = await context.req.parseBody();
    if (typeof form['token'] !== 'string' || !sameSecret(form['token'].trim(), token)) {
      wrongTokens.count(address);
      return show(context, <LoginPage view={view} problem="login.wrong" />, 401);
    }
    await sessions.start(context);
    return context.redirect('/', 303);
  });

  app.use(async (context, next) => {
    if (sessionOf(context) === undefined) return show(context, <LoginPage view={viewOf(context)} />, 401);
    return next();
  });

  /** Whether a form was sent from a page of this session. */
  const formOf = async (context: Context) => {
    const session = sessionOf(context);
    const form = await context.req.parseBody();
    const isOurs = session && typeof form['form'] === 'string' && sameSecret(form['form'], session.formToken);
    return isOurs && isSameOrigin(context) ? form : undefined;
  };
  const accountOf = async (context: Context): Promise<AccountOverview | undefined> => {
    const id = context.req.param('id') ?? '';
    return (await accountsOverview(store, { id, also: options.accounts })).accounts[0];
  };
  const text = (value: unknown): string | undefined =>
    typeof value === 'string' && value !== '' ? value : undefined;

  app.post('/logout', bodyLimit({ maxSize: largestForm }), async (context) => {
    if (!(await formOf(context))) return problem(context, 403, 'error.form');
    sessions.end(context);
    return context.redirect('/', 303);
  });

  app.get('/', async (context) => {
    const needAttention = context.req.query('show') === 'attention';
    const page = pageOf(context);
    const { accounts, total } = await accountsOverview(store, {
      page,
      pageSize,
      needAttention,
      also: options.accounts,
    });
    return show(
      context,
      <AccountsPage view={viewOf(context)} {...{ accounts, total, page, needAttention }} />,
    );
  });

  app.get('/accounts/:id', async (context) => {
    const account = await accountOf(context);
    if (!account) return problem(context, 404, 'error.notFound');
    const since = new Date(clock.now() - dayMs).toISOString();
    const [runs, lag] = [
      await recentRuns(store, account.account),
      await lagHistory(store, account.account, since),
    ];
    return show(context, <AccountPage view={viewOf(context)} {...{ account, runs, lag }} />);
  });

  app.get('/accounts/:id/held', async (context) => {
    const account = await accountOf(context);
    if (!account) return problem(context, 404, 'error.notFound');
    const [page, reason] = [pageOf(context), text(context.req.query('reason'))];
    const found = await heldOverview(store, account.account, { page, pageSize, reason });
    const view = viewOf(context, noteOf(context, 'held.asked'));
    return show(context, <HeldPage view={view} {...{ account, page, reason, ...found }} />);
  });

  app.post('/accounts/:id/held/retry', bodyLimit({ maxSize: largestForm }), async (context) => {
    const form = await formOf(context);
    if (!form) return problem(context, 403, 'error.form');
    const account = await accountOf(context);
    if (!account) return problem(context, 404, 'error.notFound');
    const [order, reason] = [text(form['order']), text(form['reason'])];
    const wanted = order === undefined ? { reason } : { ids: [order] };
    const asked = await requestRetry(store, account.account, wanted, clock);
    await pollAllNow(store.db, account.account);
    onAsked(account.account);
    const page = text(form['page']);
    return context.redirect(withQuery(`/accounts/${account.id}/held`, { reason, page, asked }), 303);
  });

  app.get('/accounts/:id/outbox', async (context) => {
    const account = await accountOf(context);
    if (!account) return problem(context, 404, 'error.notFound');
    const given = context.req.query('state');
    const state = (['waiting', 'sent', 'dead'] as const).find((one): one is WriteBackState => one === given);
    const page = pageOf(context);
    const found = await outboxOverview(store, account.account, { page, pageSize, state });
    const view = viewOf(context, noteOf(context, 'outbox.asked'));
    return show(context, <OutboxPage view={view} {...{ account, page, state, ...found }} />);
  });

  app.post('/accounts/:id/outbox/retry', bodyLimit({ maxSize: largestForm }), async (context) => {
    const form = await formOf(context);
    if (!form) return problem(context, 403, 'error.form');
    const account = await accountOf(context);
    if (!account) return problem(context, 404, 'error.notFound');
    const entry = text(form['entry']);
    const asked = await retryDead(store, account.account, clock, entry === undefined ? undefined : [entry]);
    onAsked(account.account);
    return context.redirect(withQuery(`/accounts/${account.id}/outbox`, { asked }), 303);
  });

  app.notFound((context) => problem(context, 404, 'error.notFound'));
  app.onError((error, context) => {
    onError(error);
    return problem(context, 500, 'error.database');
  });
  return app;

  function noteOf(context: Context, key: 'held.asked' | 'outbox.asked'): string | undefined {
    const asked = /^\d{1,9}$/.exec(context.req.query('asked') ?? '')?.[0];
    if (asked === undefined) return undefined;
    const language = languageOf(context);
    return webTexts(language)(key, { count: new Format(language).number(Number(asked)) });
  }
}

function languageOf(context: Context): Language {
  const asked = context.req.query('lang');
  if (asked === 'de' || asked === 'en') {
    setCookie(context, languageCookie, asked, cookieOptions(context, 365 * 86_400));
    return asked;
  }
  const kept = getCookie(context, languageCookie);
  return kept === 'de' || kept === 'en' ? kept : preferredLanguage(context.req.header('accept-language'));
}

function pageOf(context: Context): number {
  const page = /^[1-9]\d{0,5}$/.exec(context.req.query('page') ?? '')?.[0];
  return Number(page ?? 1);
}
