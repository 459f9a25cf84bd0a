/** One limit that a call counts against: at most `calls` in any stretch of `windowMs`. */
export interface RateLimit {
  /** Calls with the same key share the limit. */
  readonly key: string;
  readonly calls: number;
  readonly windowMs: number;
}

/**
 * One millisecond because clocks here tell whole ones, one for a server that counts the window's end as
 * inside it and for clocks that are being corrected.
 */
const marginMs = 2;

/** What is known about the calls of one key. */
export class RateLimitTrack {
  #inFlight = 0;
  /** When each answer was here, oldest first; only those whose window is not over. */
  #settled: number[] = [];
  #windowMs = 0;
  #pausedUntil = Number.NEGATIVE_INFINITY;
  #pauseMs = 0;

  start(): void {
    this.#inFlight += 1;
  }

  settle(now: number): void {
    this.#inFlight -= 1;
    this.#settled.push(now);
  }

  pause(milliseconds: number, now: number): void {
    const until = now + milliseconds + marginMs;
    if (until <= this.#pausedUntil) return;
    this.#pausedUntil = until;
    this.#pauseMs = milliseconds + marginMs;
  }

  /** How much longer a pause lasts, in milliseconds; 0 when there is none. */
  pausedFor(now: number): number {
    this.#forget(now);
    return Math.max(0, this.#pausedUntil - now);
  }

  /** From when another call fits: now or earlier, a time, or infinity when an answer has to come first. */
  freeAt(limit: RateLimit, now: number): number {
    this.#windowMs = Math.max(this.#windowMs, limit.windowMs);
    this.#forget(now);
    const surplus = this.#inFlight + this.#settled.length - limit.calls + 1;
    if (surplus <= 0) return this.#pausedUntil;
    const last = this.#settled[surplus - 1];
    if (last === undefined) return Number.POSITIVE_INFINITY;
    return Math.max(this.#pausedUntil, last + limit.windowMs + marginMs);
  }

  isAtRest(now: number): boolean {
    this.#forget(now);
    return this.#inFlight === 0 && this.#settled.length === 0 && this.#pausedUntil <= now;
  }

  #forget(now: number): void {
    // A clock that was set back: nothing can have happened later than now, and no pause lasts longer.
    if ((this.#settled.at(-1) ?? now) > now) this.#settled = this.#settled.map((at) => Math.min(at, now));
    if (this.#pausedUntil - now > this.#pauseMs) this.#pausedUntil = now + this.#pauseMs;
    let over = 0;
    for (const at of this.#settled) {
      if (at + this.#windowMs + marginMs > now) break;
      over += 1;
    }
    if (over > 0) this.#settled.splice(0, over);
  }
}
