import { Hono } from 'hono';
import type { Readiness } from './readiness.js';
import type { Webhooks } from './webhooks.js';

export interface ServiceAppOptions {
  /** What `/healthz` answers; `status` other than `ok` is a failure. */
  readonly health: () => Promise<{ readonly status: 'ok' | 'failing' }>;
  readonly ready: () => Promise<Readiness>;
  readonly metrics: () => Promise<string>;
  /** Undefined: none are wanted. */
  readonly webhooks?: Webhooks | undefined;
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
  const { health, ready, metrics, webhooks, connector, web, onError } = options;
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
  for (const { path, receive } of webhooks?.routes ?? []) {
    app.all(path, (context) => receive(context.req.raw, context.req.param('id') ?? ''));
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
