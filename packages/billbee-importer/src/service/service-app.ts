import { Hono } from 'hono';
import type { Health } from './health.js';

export interface ServiceAppOptions {
  readonly health: () => Promise<Health>;
  readonly metrics: () => Promise<string>;
  /** Answers webhooks at these paths; undefined: none are wanted. */
  readonly webhooks:
    | { readonly paths: readonly string[]; receive(request: Request): Promise<Response> }
    | undefined;
  /** Commands of the ERPs' shops. */
  readonly connector?: Hono | undefined;
  /** Told about errors that an answer must not tell. */
  readonly onError: (error: unknown) => void;
}

/** What the service answers over HTTP. */
export function buildServiceApp({ health, metrics, webhooks, connector, onError }: ServiceAppOptions): Hono {
  const app = new Hono();
  app.get('/healthz', async (context) => {
    const answer = await health();
    return context.json(answer, answer.status === 'ok' ? 200 : 503, { 'cache-control': 'no-store' });
  });
  app.get('/metrics', async (context) =>
    context.text(await metrics(), 200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' }),
  );
  for (const path of new Set(webhooks?.paths)) {
    app.all(path, (context) => webhooks?.receive(context.req.raw) ?? context.notFound());
  }
  if (connector) app.route('/', connector);
  app.notFound((context) => context.text('Not found.', 404));
  app.onError((error, context) => {
    onError(error);
    return context.text('Something went wrong; the log of the service has the cause.', 500);
  });
  return app;
}
