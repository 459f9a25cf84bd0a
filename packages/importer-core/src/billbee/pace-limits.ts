import type { PaceLimit } from './pacer.js';

const second = 1000;
const minute = 60 * second;

/**
 * The limits that Billbee publishes for a call: 50 a second per developer key, 10 a second per key and
 * user, 2 a second per endpoint, key and user; one order by its id at most 6 times a minute.
 *
 * Source: `Billbee API: Throttling`, and the description of `GET /orders/{id}`.
 *
 * @param endpoint method and path with placeholders, e.g. `GET /orders/{id}`
 * @param orderId the order a call is about
 */
export function paceLimits(
  caller: { readonly apiKey: string; readonly user: string },
  endpoint: string,
  orderId?: string,
): readonly PaceLimit[] {
  const key = `key ${caller.apiKey}`;
  const user = `${key} user ${caller.user}`;
  const limits = [
    { key, calls: 50, windowMs: second },
    { key: user, calls: 10, windowMs: second },
    { key: endpointKey(caller, endpoint), calls: 2, windowMs: second },
  ];
  if (endpoint === 'GET /orders/{id}' && orderId !== undefined) {
    limits.push({ key: `${endpointKey(caller, endpoint)} ${orderId}`, calls: 6, windowMs: minute });
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
