/** @jsxImportSource hono/jsx */
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { type AccountOverview, accountsOverview } from 'importer-accounts';
import type { Clock, Store } from 'importer-core';
import { readBody } from 'importer-core/service';
import type { Language } from 'importer-core/statuses';
import { Format } from '../texts/format.js';
import { pageWordingIn } from '../texts/wording.js';
import { isSameOrigin } from './guard.js';
import { ProblemPage } from './pages/problem-page.js';
import { cookieOptions, type Session, sameSecret } from './session.js';
import { preferredLanguage, type WebTextKey, webTexts } from './texts.js';
import type { View } from './view.js';

/** Why a request gets no page of its own; becomes {@link ProblemPage}. */
export class PageProblem extends Error {
  override readonly name = 'PageProblem';

  constructor(
    readonly status: 403 | 404 | 413 | 415 | 500,
    readonly key: 'error.notFound' | 'error.form' | 'error.tooLarge' | 'error.database',
  ) {
    super(key);
  }
}

/** What the routes of the page have in common. */
export interface PageTools {
  session(context: Context): Session | undefined;
  /** @param note what the form that led here has done */
  view(context: Context, note?: string): View;
  show(context: Context, page: JSX.Element, status?: 200 | 401 | 429): Response | Promise<Response>;
  showProblem(context: Context, problem: PageProblem): Response | Promise<Response>;
  /** @throws PageProblem 403 from another site, 413, 415 */
  anyForm(context: Context): Promise<URLSearchParams>;
  /** A form that a page of this session has sent. @throws PageProblem 403, 413, 415 */
  form(context: Context): Promise<URLSearchParams>;
  /** The account that the path names. @throws PageProblem 404 */
  account(context: Context): Promise<AccountOverview>;
  /** How many things a form has asked for, as the address that it led to says, in words. */
  asked(context: Context, key: WebTextKey, name?: string): string | undefined;
  /** What a list is searched for. */
  search(context: Context): string | undefined;
  /** The page that a form was on, else `usual`, with what the form has done. */
  back(form: URLSearchParams, usual: string, done: Readonly<Record<string, number>>): string;
  /** Page of a list, from 1. */
  page(context: Context): number;
}

const languageCookie = 'billbee_importer_language';
const largestFormBytes = 16_384;

export function createPageTools({
  store,
  clock,
  accounts,
}: {
  readonly store: Store;
  readonly clock: Clock;
  /** Accounts to show although the store holds nothing of them yet. */
  readonly accounts: readonly string[];
}): PageTools {
  const session = (context: Context): Session | undefined => context.get('session');
  const tools: PageTools = {
    session,
    view(context, note) {
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
        formToken: session(context)?.formToken,
        note,
      };
    },
    show: (context, page, status = 200) => context.html(`<!doctype html>${page}`, status),
    showProblem: (context, { key, status }) =>
      context.html(`<!doctype html>${<ProblemPage view={tools.view(context)} problem={key} />}`, status),
    async anyForm(context) {
      if (!isSameOrigin(context)) throw new PageProblem(403, 'error.form');
      const type = context.req.header('content-type') ?? '';
      if (!/^application\/x-www-form-urlencoded\s*(?:;|$)/i.test(type))
        throw new PageProblem(415, 'error.form');
      const body = await readBody(context.req.raw, largestFormBytes);
      if (body === undefined) throw new PageProblem(413, 'error.tooLarge');
      return new URLSearchParams(new TextDecoder().decode(body));
    },
    async form(context) {
      const form = await tools.anyForm(context);
      const wanted = session(context)?.formToken;
      if (wanted === undefined || !sameSecret(form.get('form') ?? '', wanted))
        throw new PageProblem(403, 'error.form');
      return form;
    },
    async account(context) {
      const id = context.req.param('id') ?? '';
      const [account] = (await accountsOverview(store, { id, also: accounts })).accounts;
      if (!account) throw new PageProblem(404, 'error.notFound');
      return account;
    },
    asked(context, key, name = 'asked') {
      const asked = /^\d{1,9}$/.exec(context.req.query(name) ?? '')?.[0];
      if (asked === undefined) return undefined;
      const language = languageOf(context);
      return webTexts(language)(key, { count: new Format(language).number(Number(asked)) });
    },
    search: (context) => context.req.query('q')?.trim().slice(0, 200) || undefined,
    back(form, usual, done) {
      const given = form.get('back') ?? '';
      // A path of ours, and no other address.
      const url = new URL(
        /^\/accounts\/[\w/%.~-]+(?:\?|$)/.test(given) ? `http://page${given}` : `http://page${usual}`,
      );
      // Dots and encoded dots are gone here, and may have led out of it.
      if (!url.pathname.startsWith('/accounts/')) return tools.back(new URLSearchParams(), usual, done);
      for (const name of ['asked', 'dismissed']) url.searchParams.delete(name);
      for (const [name, count] of Object.entries(done)) url.searchParams.set(name, String(count));
      return url.pathname + url.search;
    },
    page: (context) => Number(/^[1-9]\d{0,5}$/.exec(context.req.query('page') ?? '')?.[0] ?? 1),
  };
  return tools;
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
