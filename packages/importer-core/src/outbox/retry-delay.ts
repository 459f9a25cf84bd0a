/** After this many tries (about a day and a half) a write-back is dead: visible, and retryable by hand. */
export const mostAttempts = 50;

const hourMs = 3_600_000;

/**
 * How long to wait after a failed try: 1, 2 and 2 seconds, then doubling up to an hour.
 *
 * @param attempts tries so far, at least 1
 * @param askedMs what the server asked for, milliseconds; obeyed from the fourth try on
 * @returns milliseconds
 */
export function retryDelay(attempts: number, askedMs = 0): number {
  if (attempts === 1) return 1000;
  if (attempts <= 3) return 2000;
  return Math.min(hourMs, Math.max(askedMs, 4000 * 2 ** (attempts - 4)));
}
