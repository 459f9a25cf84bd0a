import { setTimeout as delay } from 'node:timers/promises';

/**
 * Asks again until `read` returns something true, and returns it.
 *
 * @param what - what is waited for; names the error.
 * @param limitMs - milliseconds to wait at most.
 * @throws Error when the limit passed; its cause is the last error of `read`.
 *
 * @example
 * await until('the list', () => page.evaluate('document.querySelector("li") !== null'), 1000);
 */
export async function until<Value>(
  what: string,
  read: () => Promise<Value> | Value,
  limitMs = 60_000,
): Promise<NonNullable<Value>> {
  const end = performance.now() + limitMs;
  let last: unknown;
  for (;;) {
    try {
      const value = await read();
      if (value) return value;
      last = value;
    } catch (error) {
      last = error;
    }
    if (performance.now() > end) throw new Error(`${what}: not within ${limitMs} ms`, { cause: last });
    await delay(25);
  }
}
