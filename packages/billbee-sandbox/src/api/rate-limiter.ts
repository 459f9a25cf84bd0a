/** One limit that a call counts against. */
export interface Limit {
  /** Calls with the same key share the limit. */
  readonly key: string;
  readonly calls: number;
  /** Length of the sliding window in milliseconds. */
  readonly window: number;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/**
 * The limits Billbee documents for a call: 50/s per key, 10/s per key and user, 2/s per endpoint, key and
 * user; further 6 per order and minute for GET /orders/{id}, and 2 per page and hour for GET /events.
 */
export function limitsOf(call: {
  apiKey: string;
  user: string;
  endpoint: string;
  path: string;
  page: string;
}): Limit[] {
  const { apiKey, user, endpoint, path, page } = call;
  const caller = `${apiKey}|${user}`;
  const limits = [
    { key: apiKey, calls: 50, window: SECOND },
    { key: caller, calls: 10, window: SECOND },
    { key: `${caller}|${endpoint}`, calls: 2, window: SECOND },
  ];
  if (endpoint === 'GET /orders/{id}') limits.push({ key: `${caller}|${path}`, calls: 6, window: MINUTE });
  if (endpoint === 'GET /events') limits.push({ key: `${caller}|${path}|${page}`, calls: 2, window: HOUR });
  return limits;
}

/**
 * Strict sliding windows: in no stretch of a window's length are more calls let through than its limit.
 * A call counts from its arrival; one that is turned away does not count.
 */
export class RateLimiter {
  readonly #arrivals = new Map<string, number[]>();

  /**
   * Lets a call through, or says how long to wait.
   *
   * @param now in milliseconds
   * @returns 0 when it went through, else the milliseconds until every limit has room
   */
  admit(limits: readonly Limit[], now: number): number {
    let wait = 0;
    for (const limit of limits) {
      const arrivals = (this.#arrivals.get(limit.key) ?? []).filter((at) => at > now - limit.window);
      this.#arrivals.set(limit.key, arrivals);
      const oldest = arrivals[arrivals.length - limit.calls];
      if (oldest !== undefined) wait = Math.max(wait, oldest + limit.window - now);
    }
    if (wait === 0) for (const limit of limits) this.#arrivals.get(limit.key)?.push(now);
    return wait;
  }
}
