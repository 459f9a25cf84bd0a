import type { Context, Hono } from 'hono';
import { Hono as Router } from 'hono/quick';
import type { SandboxState } from '../state/state.js';
import type { Encoding, Markup } from './encodings/encoding.js';
import { indexPage } from './index-page.js';
import { INLINE_EDITOR_SCRIPT } from './inline-editor-script.js';
import { orderPage, statusControls, statusEditor } from './order-page.js';
import { orderRows } from './order-rows.js';
import { orderViewPage } from './order-view-page.js';
import { readPageQuery } from './page-query.js';
import { ORDER_PAGE_SCRIPT, SHELL_SCRIPT } from './page-scripts.js';
import { STYLES } from './page-styles.js';
import { shellPage } from './shell-page.js';
import { TRANSLATE_SCRIPT } from './translate-script.js';

/** As strict as the page allows: nothing but its own files, plus what an encoding is about. */
function policy(needs?: Encoding['needs']): string {
  return [
    "default-src 'none'",
    `script-src 'self'${needs === 'inline script' ? " 'unsafe-inline'" : ''}`,
    `style-src 'self'${needs === 'inline style' ? " 'unsafe-inline'" : ''}`,
    "connect-src 'self'",
    "img-src 'self' data:",
    "frame-src 'self'",
    "frame-ancestors 'self'",
    "form-action 'self'",
    "base-uri 'none'",
  ].join('; ');
}

/** The backend pages: no login, any host name, paths in any case. */
export function buildBackend(state: SandboxState): Hono {
  const app: Hono = new Router();
  const show = (
    context: Context,
    markup: Markup | string,
    needs?: Encoding['needs'],
  ): Response | Promise<Response> => {
    context.header('Content-Security-Policy', policy(needs));
    context.header('Cache-Control', 'no-store');
    return context.html(markup);
  };
  const searchOf = (context: Context): string => new URL(context.req.url).search;
  const queryOf = (context: Context) => readPageQuery(new URLSearchParams(searchOf(context)));

  app.get('/', (context) => show(context, indexPage(new URL(context.req.url).origin, state.orders.length)));
  app.get('/app_v2/order', (context) => {
    const wait = Number(context.req.query('replace') ?? 0);
    return show(context, shellPage(searchOf(context), Number.isFinite(wait) ? wait : 0));
  });
  app.get('/:language{[a-z][a-z]}/order', (context) => {
    const query = queryOf(context);
    return show(context, orderPage(query, searchOf(context), state), query.encoding.needs);
  });
  app.get('/de/order/state/:id{[0-9]+}', (context) =>
    context.redirect(`/de/order?encoding=links-path&orderStateId=${context.req.param('id')}`),
  );
  app.get('/de/order/rows', (context) => show(context, orderRows(queryOf(context), state)));
  app.get('/de/order/controls', (context) => {
    const query = queryOf(context);
    const controls = statusControls(query, state, context.req.query('all') === 'yes');
    const part = context.req.query('part') === 'filter' ? controls.filter : controls.change;
    return show(context, part ?? '', query.encoding.needs);
  });
  app.get('/de/order/editor', (context) => {
    const query = queryOf(context);
    return show(context, statusEditor(query, state), query.encoding.needs);
  });
  app.get('/de/order/view/:id{[0-9]+}', (context) => {
    const order = state.find(context.req.param('id'));
    return order ? show(context, orderViewPage(order)) : context.text('Auftrag nicht gefunden', 404);
  });
  app.post('/de/order/changestate', async (context) => {
    // A JSON body cannot be sent from another origin without asking first.
    if (!context.req.header('content-type')?.startsWith('application/json')) return context.text('', 415);
    const { orders, status } = await context.req.json<{ orders?: unknown; status?: unknown }>();
    if (!Array.isArray(orders) || !Number.isInteger(status)) return context.text('', 400);
    for (const id of orders) if (state.find(String(id))) state.setStatus(String(id), Number(status));
    return context.body(null, 204);
  });
  const file = (path: string, type: string, text: string): void => {
    app.get(path, (context) => context.body(text, 200, { 'Content-Type': `${type}; charset=utf-8` }));
  };
  file('/static/sandbox/sandbox.css', 'text/css', STYLES);
  file('/static/sandbox/shell.js', 'text/javascript', SHELL_SCRIPT);
  file('/static/sandbox/translate.js', 'text/javascript', TRANSLATE_SCRIPT);
  file('/static/sandbox/inline-editor.js', 'text/javascript', INLINE_EDITOR_SCRIPT);
  file('/static/sandbox/order-page.js', 'text/javascript', ORDER_PAGE_SCRIPT);
  app.get('/favicon.ico', (context) => context.body(null, 204));
  return app;
}
