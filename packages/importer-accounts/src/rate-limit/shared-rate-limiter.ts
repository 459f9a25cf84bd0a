import type { Clock, Store } from 'importer-core';
import { createRateLimiter, type RateLimit, type RateLimiter, type RateTicket } from 'importer-core/service';
import { sha256 } from 'importer-core/store';
import { RateLimitSlots } from './rate-limit-slots.js';

/** Rate limiters of a process that shares its developer keys with other processes. */
export interface SharedRateLimiter {
  /** The rate limiter for calls with a developer key. */
  forKey(apiKey: string): RateLimiter;
}

/**
 * Makes rate limiters whose developer keys other processes use too: an account's own limits are kept here, because one
 * process at a time works on an account; those of the key in the database, where all can see them.
 *
 * @param holder names this process, differently from all others
 * @example
 * const shared = createSharedRateLimiter(store, clock, holder);
 * createBillbeeClient({ connection, fetch, clock, rateLimiter: shared.forKey(connection.apiKey) });
 */
export function createSharedRateLimiter(store: Store, clock: Clock, holder: string): SharedRateLimiter {
  const rateLimiter = createRateLimiter(clock);
  const slotsOf = new Map<string, Promise<RateLimitSlots>>();
  return {
    forKey(apiKey) {
      const slots =
        slotsOf.get(apiKey) ?? keyName(apiKey).then((name) => new RateLimitSlots(store, clock, name, holder));
      slotsOf.set(apiKey, slots);
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
    },
  };
}

/** Names a developer key without telling it. */
async function keyName(apiKey: string): Promise<string> {
  return (await sha256(`billbee-importer developer key ${apiKey}`)).slice(0, 24);
}
