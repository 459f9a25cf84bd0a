import type { Clock } from 'importer-core';

const wrongPerMinute = 10;
const mostAddresses = 10_000;

/** Counts wrong tokens for each address, so that they cannot be guessed. */
export class WrongTokens {
  readonly #clock: Clock;
  #minute = 0;
  #counts = new Map<string, number>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** @returns false when there were too many from this address in this minute */
  count(address: string): boolean {
    const counts = this.#now();
    const count = (counts.get(address) ?? 0) + 1;
    if (counts.has(address) || counts.size < mostAddresses) counts.set(address, count);
    return count <= wrongPerMinute;
  }

  #now(): Map<string, number> {
    const minute = Math.floor(this.#clock.now() / 60_000);
    if (minute !== this.#minute) this.#counts = new Map();
    this.#minute = minute;
    return this.#counts;
  }
}
