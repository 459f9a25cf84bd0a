const windowMs = 60_000;

/** Xentral's limit: so many calls in any minute, told in every answer. */
export class RateLimit {
  readonly #perMinute: number;
  #arrivals: number[] = [];
  /** Calls turned away. */
  refused = 0;

  constructor(perMinute: number) {
    this.#perMinute = perMinute;
  }

  /** @returns headers of the answer, and whether it must be 429 */
  admit(now: number): { readonly refused: boolean; readonly headers: Record<string, string> } {
    this.#arrivals = this.#arrivals.filter((at) => at > now - windowMs);
    const oldest = this.#arrivals[0] ?? now;
    const refused = this.#arrivals.length >= this.#perMinute;
    if (refused) this.refused += 1;
    else this.#arrivals.push(now);
    const headers: Record<string, string> = {
      'X-RateLimit-Limit': String(this.#perMinute),
      'X-RateLimit-Remaining': String(Math.max(0, this.#perMinute - this.#arrivals.length)),
    };
    if (refused) {
      headers['Retry-After'] = String(Math.max(1, Math.ceil((oldest + windowMs - now) / 1000)));
      headers['X-RateLimit-Reset'] = String(Math.ceil((oldest + windowMs) / 1000));
    }
    return { refused, headers };
  }
}
