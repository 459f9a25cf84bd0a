import { type Context, Hono } from 'hono';
import type { AccountWebhooks } from './account-webhooks.js';
import type { Readiness } from './readiness.js';

export interface ServiceAppOptions {
  /** What `/healthz` answers; `status` other than `ok` is a failure. */
  readonly health: () => Promise<{ readonly status: 'ok' | 'failing' }>;
  readonly ready: () => Promise<Readiness>;
  readonly metrics: () => Promise<string>;
  /** Answers webhooks at these paths; undefined: none are wanted. */
  readonly webhooks?:
    | { readonly paths: readonly string[]; receive(request: Request): Promise<Response> }
    | undefined;
  /** Answers webhooks of many accounts, below each of these paths. */
  readonly accountWebhooks?:
    | { readonly below: readonly string[]; readonly hooks: AccountWebhooks }
    | undefined;
  /** Commands of the ERPs' shops. */
  readonly connector?: Hono | undefined;
  /** The operator's page: everything that nobody else answers. */
  readonly web?: Hono | undefined;
  /** Told about errors that an answer must not tell. */
  readonly onError: (error: unknown) => void;
}

const fresh = { 'cache-control': 'no-store' };

/** What the service answers over HTTP. */
export function buildServiceApp(options: ServiceAppOptions): Hono {
  const { health, ready, metrics, webhooks, accountWebhooks, connector, web, onError } = options;
  const app = new Hono();
  app.get('/healthz', async (context) => {
    const answer = await health();
    return context.json(answer, answer.status === 'ok' ? 200 : 503, fresh);
  });
  app.get('/readyz', async (context) => {
    const answer = await ready();
    return context.json(answer, answer.ready ? 200 : 503, fresh);
  });
  app.get('/metrics', async (context) =>
    context.text(await metrics(), 200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' }),
  );
  for (const path of new Set(webhooks?.paths)) {
    app.all(path, (context) => webhooks?.receive(context.req.raw) ?? context.notFound());
  }
  if (accountWebhooks) {
    const { below, hooks } = accountWebhooks;
    const receive = (context: Context): Promise<Response> =>
      hooks.receive(context.req.param('id') ?? '', context.req.raw);
    for (const base of new Set(below)) app.all(`${base.replace(/\/+$/, '')}${hooks.path}`, receive);
  }
  if (connector) app.route('/', connector);
  if (web) app.all('*', (context) => web.fetch(context.req.raw, context.env));
  app.notFound((context) => context.text('Not found.', 404));
  app.onError((error, context) => {
    onError(error);
    return context.text('Something went wrong; the log of the service has the cause.', 500);
  });
  return app;
}
