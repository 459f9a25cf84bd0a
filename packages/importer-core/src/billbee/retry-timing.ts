/** The first wait without a hint from the server is at most this long, in milliseconds; it doubles each time. */
const firstBackoffMs = 500;
/** No single wait without a hint from the server is longer, in milliseconds. */
const longestBackoffMs = 30_000;

/** The three date notations of HTTP (RFC 9110, 5.6.7); nothing else is taken for a date. */
const httpDate =
  /^(?:[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT|[A-Z][a-z]+day, \d{2}-[A-Z][a-z]{2}-\d{2} \d\d:\d\d:\d\d GMT|[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \d{4})$/;

/**
 * Reads a date as HTTP headers write it.
 *
 * @returns milliseconds since 1970 UTC; undefined when there is none or it is malformed
 */
export function parseHttpDate(value: string | null): number | undefined {
  if (value === null || !httpDate.test(value.trim())) return undefined;
  const time = Date.parse(value.includes('GMT') ? value.trim() : `${value.trim()} GMT`);
  return Number.isNaN(time) ? undefined : time;
}

/**
 * How long a server asks to wait.
 *
 * Source: `Billbee API: Throttling` (seconds); a date is not documented and read all the same.
 *
 * @param value the header `Retry-After`: seconds, or an HTTP date
 * @param serverTime the same answer's header `Date`, which a date is compared with so that a clock that is
 *   wrong here does no harm, in milliseconds since 1970 UTC
 * @param now in milliseconds since 1970 UTC, used when the server did not tell its time
 * @returns milliseconds, 0 for a date that is over; undefined when the header is absent or malformed
 * @example parseRetryAfter('2', undefined, 0) // 2000
 */
export function parseRetryAfter(
  value: string | null,
  serverTime: number | undefined,
  now: number,
): number | undefined {
  if (value === null) return undefined;
  const text = value.trim();
  if (/^\d{1,9}(?:\.\d{1,6})?$/.test(text)) return Math.ceil(Number(text) * 1000);
  const time = parseHttpDate(text);
  return time === undefined ? undefined : Math.max(0, time - (serverTime ?? now));
}

/**
 * How long to wait before a call is repeated: as long as the server asked, else exponential backoff with
 * full jitter, so that callers who failed together do not come back together.
 *
 * @param attempt how many times the call has been made, from 1
 * @param retryAfterMs what the server asked for; 0 counts as no hint, so that it cannot cause a busy loop
 * @param random a number from 0 (inclusive) to 1 (exclusive)
 * @returns milliseconds
 */
export function retryDelay(attempt: number, retryAfterMs: number | undefined, random: number): number {
  if (retryAfterMs !== undefined && retryAfterMs > 0) return retryAfterMs;
  const ceiling = Math.min(longestBackoffMs, firstBackoffMs * 2 ** Math.min(attempt - 1, 30));
  return Math.round(ceiling * random);
}
