import { randomUUID } from 'node:crypto';
import type { SandboxState } from '../state/state.js';
import { answer, done, invalid, notFound } from './answers.js';
import type { Api } from './api-env.js';
import { WEBHOOK_FILTERS, type Webhook, type WebhookSender } from './webhooks.js';

/** Registrations for events. `DELETE /webhooks` without an id removes all of them, as documented. */
export function webhookRoutes(app: Api, state: SandboxState, sender: WebhookSender): void {
  const hooks = new Map<string, Webhook>();
  state.onCreated((order) => sender.orderCreated(hooks.values(), order));

  app.get('/webhooks', () => answer([...hooks.values()]));
  app.get('/webhooks/filters', () => answer(WEBHOOK_FILTERS));
  app.delete('/webhooks', () => {
    hooks.clear();
    return done();
  });
  app.post('/webhooks', async (context) => {
    const hook = read(await context.req.json().catch(() => undefined), randomUUID().replaceAll('-', ''));
    if (typeof hook === 'string') return invalid(hook);
    const refusal = await sender.refusal(hook.WebHookUri);
    if (refusal) return invalid(refusal);
    hooks.set(hook.Id, hook);
    return answer(hook);
  });
  app.get('/webhooks/:id', (context) => {
    const hook = hooks.get(context.req.param('id'));
    return hook ? answer(hook) : notFound();
  });
  app.put('/webhooks/:id', async (context) => {
    const id = context.req.param('id');
    if (!hooks.has(id)) return notFound();
    const hook = read(await context.req.json().catch(() => undefined), id);
    if (typeof hook === 'string') return invalid(hook);
    const refusal = await sender.refusal(hook.WebHookUri);
    if (refusal) return invalid(refusal);
    hooks.set(id, hook);
    return answer(hook);
  });
  app.delete('/webhooks/:id', (context) => (hooks.delete(context.req.param('id')) ? done() : notFound()));
}

/** Reads a registration, or says what is wrong with it. */
function read(body: unknown, id: string): Webhook | string {
  if (typeof body !== 'object' || body === null) return 'The body is no JSON object.';
  const { WebHookUri, Secret, Description, IsPaused, Filters, Headers, Properties } =
    body as Partial<Webhook>;
  if (typeof WebHookUri !== 'string') return 'WebHookUri is missing.';
  if (typeof Secret !== 'string' || Secret.length < 32 || Secret.length > 64) {
    return 'Secret has to have 32 to 64 characters.';
  }
  const known = WEBHOOK_FILTERS.map(({ Name }) => Name);
  const filters = Array.isArray(Filters) && Filters.length > 0 ? Filters : ['*'];
  const unknown = filters.find((name) => name !== '*' && !known.includes(name));
  if (unknown !== undefined) return `The filter ${unknown} is unknown.`;
  return {
    Id: id,
    WebHookUri,
    Secret,
    Description: Description ?? null,
    IsPaused: IsPaused === true,
    Filters: filters,
    Headers: Headers ?? {},
    Properties: Properties ?? {},
  };
}
