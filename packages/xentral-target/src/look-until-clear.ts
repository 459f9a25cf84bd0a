import type { Clock } from 'importer-core';

const firstLookMs = 500;

/**
 * Looks for what may have been written, again and again, until it is there or so much time has passed that it cannot come
 * any more.
 *
 * @param look what is found; undefined: nothing yet
 */
export async function lookUntilClear<T>(
  clock: Clock,
  unclearSeconds: number,
  signal: AbortSignal | undefined,
  look: () => Promise<T | undefined>,
): Promise<T | undefined> {
  const until = clock.now() + unclearSeconds * 1000;
  for (let wait = firstLookMs; ; wait *= 2) {
    await clock.sleep(Math.max(1, Math.min(wait, until - clock.now())), signal);
    const isLast = clock.now() >= until;
    const found = await look();
    if (found !== undefined || isLast) return found;
  }
}
