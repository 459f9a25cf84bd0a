/**
 * The outside world as arguments. Nothing in importer-core reaches for a global clock, network or
 * database; whoever embeds the library hands these in (Node versions: `importer-core/node`).
 */

/** Time, so that tests can move it and a service can share it. */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  now(): number;
  /**
   * Resolves after `milliseconds`.
   *
   * @throws the signal's reason when it is aborted first
   */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
  /** Milliseconds from any beginning, for durations: nobody sets this clock back. Absent: {@link now} is taken. */
  monotonic?(): number;
}

/**
 * For durations and for waits within this process: a clock that nobody sets.
 *
 * @example const since = monotonicNow(clock); … monotonicNow(clock) - since // milliseconds
 */
export function monotonicNow(clock: Clock): number {
  return clock.monotonic?.() ?? clock.now();
}

/** The platform's `fetch`, or one with the same shape (a proxy agent, a recorder). */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** Where an import stands; passed to a listener that shows it. */
export interface ImportProgress {
  readonly read: number;
  readonly created: number;
  readonly skipped: number;
  readonly held: number;
  /** Billbee's own count of matching orders, when it has said one. */
  readonly expected: number | undefined;
}
