import type { Clock, Store } from 'importer-core';
import { createRateLimiter, type RateLimit, type RateLimiter, type RateTicket } from 'importer-core/service';
import { sha256 } from 'importer-core/store';
import { RateLimitSlots } from './rate-limit-slots.js';

/**
 * The pace of a process that shares its developer keys with others: an account's own limits are kept here, because one
 * process at a time works on an account; those of the key in the database, where all can see them.
 *
 * @example
 * const shared = new SharedRateLimiter(store, clock, holder);
 * createBillbeeClient({ connection, fetch, clock, rateLimiter: shared.forKey(connection.apiKey) });
 */
export class SharedRateLimiter {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #holder: string;
  readonly #rateLimiter: RateLimiter;
  readonly #slots = new Map<string, Promise<RateLimitSlots>>();

  /** @param holder names this process, differently from all others */
  constructor(store: Store, clock: Clock, holder: string) {
    this.#store = store;
    this.#clock = clock;
    this.#holder = holder;
    this.#rateLimiter = createRateLimiter(clock);
  }

  /** The pace of calls with a developer key. */
  forKey(apiKey: string): RateLimiter {
    const slots = this.#slots.get(apiKey) ?? this.#openPlaces(apiKey);
    this.#slots.set(apiKey, slots);
    const rateLimiter = this.#rateLimiter;
    return {
      pause: (key, milliseconds) => rateLimiter.pause(key, milliseconds),
      pausedFor: (key) => rateLimiter.pausedFor(key),
      async acquire(limits: readonly RateLimit[], signal?: AbortSignal): Promise<RateTicket> {
        const ticket = await rateLimiter.acquire(limits, signal);
        try {
          const giveBack = await (await slots).take(signal);
          return {
            settle() {
              ticket.settle();
              giveBack();
            },
          };
        } catch (error) {
          ticket.settle();
          throw error;
        }
      },
    };
  }

  async #openPlaces(apiKey: string): Promise<RateLimitSlots> {
    return new RateLimitSlots(this.#store, this.#clock, await keyName(apiKey), this.#holder);
  }
}

/** Names a developer key without telling it. */
async function keyName(apiKey: string): Promise<string> {
  return (await sha256(`billbee-importer developer key ${apiKey}`)).slice(0, 24);
}
