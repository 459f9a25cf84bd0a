import { z } from 'zod';
import { billbeeMessages } from '../messages/core/billbee-messages.js';
import { BillbeeCaller, type BillbeeRequest } from './call-billbee.js';
import { type BillbeeClientOptions, callerOptions } from './client.js';
import { CheckedConnection } from './connection.js';

/** A registration at Billbee. Source: `Billbee API: WebHookApiModel`. */
export interface WebhookRegistration {
  readonly id: string;
  /** Where Billbee delivers to. */
  readonly uri: string;
  /** Names of events, e.g. `order.created`. */
  readonly filters: readonly string[];
  readonly isPaused: boolean;
}

/** What a registration asks for. */
export interface WebhookWish {
  readonly uri: string;
  /** 32 to 64 characters. */
  readonly secret: string;
  readonly filters: readonly string[];
}

/** Billbee's registrations for events. */
export interface WebhookApi {
  /** Source: `Billbee API: GET /webhooks`. */
  list(signal?: AbortSignal): Promise<readonly WebhookRegistration[]>;
  /** Names of all events that can be registered for. Source: `Billbee API: GET /webhooks/filters`. */
  listFilters(signal?: AbortSignal): Promise<readonly string[]>;
  /** Billbee tries the address before it answers. Source: `Billbee API: POST /webhooks`. */
  create(wish: WebhookWish, signal?: AbortSignal): Promise<WebhookRegistration>;
  /** Source: `Billbee API: PUT /webhooks/{id}`. */
  update(id: string, wish: WebhookWish, signal?: AbortSignal): Promise<void>;
  /** One registration; there is no method for all. Source: `Billbee API: DELETE /webhooks/{id}`. */
  remove(id: string, signal?: AbortSignal): Promise<void>;
  readonly usage: { readonly calls: number; readonly retries: number };
}

const registration = z
  .object({
    Id: z.union([z.string(), z.number()]).transform(String),
    WebHookUri: z.string(),
    Filters: z.array(z.string()).nullish(),
    IsPaused: z.boolean().nullish(),
  })
  .transform(
    ({ Id, WebHookUri, Filters, IsPaused }): WebhookRegistration => ({
      id: Id,
      uri: WebHookUri,
      filters: Filters ?? [],
      isPaused: IsPaused ?? false,
    }),
  );

const filterName = z.union([z.string(), z.object({ Name: z.string() }).transform(({ Name }) => Name)]);

/**
 * The calls about webhooks, by the same rules as the client's: share its rateLimiter.
 *
 * Methods throw as the client's do; `webhook-id` (StopError) for an id that Billbee cannot have given.
 *
 * @example const names = await createWebhookApi({ connection, fetch, clock, rateLimiter }).listFilters();
 */
export function createWebhookApi(options: BillbeeClientOptions): WebhookApi {
  const caller = new BillbeeCaller(callerOptions(options, new CheckedConnection(options.connection)));
  const list = { method: 'GET', repeatable: true } as const;
  return {
    get usage() {
      return caller.usage;
    },
    async list(signal) {
      const request: BillbeeRequest = { ...list, route: '/webhooks', path: '/webhooks' };
      return caller.call(request, signal, ({ data }) => z.array(registration).safeParse(data ?? []).data);
    },
    async listFilters(signal) {
      const request: BillbeeRequest = { ...list, route: '/webhooks/filters', path: '/webhooks/filters' };
      return caller.call(request, signal, ({ data }) => z.array(filterName).safeParse(data ?? []).data);
    },
    async create(wish, signal) {
      const request: BillbeeRequest = {
        method: 'POST',
        route: '/webhooks',
        path: '/webhooks',
        body: JSON.stringify(model(wish)),
        // Carried out twice there would be two registrations, and every event would come twice.
        repeatable: false,
      };
      return caller.call(request, signal, ({ data }) => registration.safeParse(data).data);
    },
    async update(id, wish, signal) {
      const body = JSON.stringify({ Id: id, ...model(wish) });
      await caller.call({ ...one('PUT', id), body }, signal, (answer) => answer);
    },
    async remove(id, signal) {
      await caller.call(one('DELETE', id), signal, (answer) => answer);
    },
  };
}

function model({ uri, secret, filters }: WebhookWish): object {
  const Description = 'billbee-importer';
  return {
    WebHookUri: uri,
    Secret: secret,
    Description,
    IsPaused: false,
    Filters: filters,
    Headers: {},
    Properties: {},
  };
}

/** A call about one registration. Without an id the path would mean all registrations of the account. */
function one(method: 'PUT' | 'DELETE', id: string): BillbeeRequest {
  if (!/^[\w-]{1,100}$/.test(id)) {
    throw billbeeMessages.stop('webhook-id', { id: JSON.stringify(id).slice(0, 60) });
  }
  const subject = { about: 'webhook', id } as const;
  return { method, route: '/webhooks/{id}', path: `/webhooks/${id}`, subject, repeatable: true };
}
