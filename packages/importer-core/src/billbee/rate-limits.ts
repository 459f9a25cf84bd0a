import type { RateLimit } from './rate-limit-track.js';

const second = 1000;
const minute = 60 * second;

/**
 * Limits of single operations, each counted by what the call is about.
 *
 * Source: the descriptions of these operations in `Billbee API`.
 */
const operations: Readonly<Record<string, { readonly calls: number; readonly windowMs: number }>> = {
  'GET /orders/{id}': { calls: 6, windowMs: minute },
  /** By page and `minInvoiceDate`. */
  'GET /orders/invoices': { calls: 1, windowMs: minute },
  /** By page. */
  'GET /events': { calls: 2, windowMs: 60 * minute },
  'POST /orders/CreateInvoice/{id}': { calls: 1, windowMs: 5 * minute },
  'POST /orders/CreateDeliveryNote/{id}': { calls: 1, windowMs: 5 * minute },
};

/**
 * The limits that Billbee publishes for a call: 50 a second per developer key, 10 a second per key and
 * user, 2 a second per endpoint, key and user; and those of single operations, such as one order by its id at most 6
 * times a minute, an invoice once in 5 minutes, a page of events twice an hour.
 *
 * Source: `Billbee API: Throttling`, and the descriptions of the operations.
 *
 * @param endpoint method and path with placeholders, e.g. `GET /orders/{id}`
 * @param limitedBy what the operation's own limit is counted by: the order's id, for lists the page and its filter
 */
export function rateLimits(
  caller: { readonly apiKey: string; readonly user: string },
  endpoint: string,
  limitedBy?: string,
): readonly RateLimit[] {
  const key = `key ${caller.apiKey}`;
  const user = `${key} user ${caller.user}`;
  const limits = [
    { key, calls: 50, windowMs: second },
    { key: user, calls: 10, windowMs: second },
    { key: endpointKey(caller, endpoint), calls: 2, windowMs: second },
  ];
  const operation = operations[endpoint];
  if (operation && limitedBy !== undefined) {
    limits.push({ key: `${endpointKey(caller, endpoint)} ${limitedBy}`, ...operation });
  }
  return limits;
}

/** What an endpoint's own limit is counted by; a 429 pauses it. */
export function endpointKey(
  caller: { readonly apiKey: string; readonly user: string },
  endpoint: string,
): string {
  return `key ${caller.apiKey} user ${caller.user} endpoint ${endpoint}`;
}
