import type { Clock, Store } from 'importer-core';
import type { Pace } from 'importer-core/service';
import { type PaceLimit, Pacer, type PaceTicket } from 'importer-core/service';
import { sha256 } from 'importer-core/store';
import { CallPlaces } from './call-places.js';

/**
 * The pace of a process that shares its developer keys with others: an account's own limits are kept here, because one
 * process at a time works on an account; those of the key in the database, where all can see them.
 *
 * @example
 * const shared = new SharedPace(store, clock, holder);
 * createBillbeeClient({ connection, fetch, clock, pacer: shared.forKey(connection.apiKey) });
 */
export class SharedPace {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #holder: string;
  readonly #pacer: Pacer;
  readonly #places = new Map<string, Promise<CallPlaces>>();

  /** @param holder names this process, differently from all others */
  constructor(store: Store, clock: Clock, holder: string) {
    this.#store = store;
    this.#clock = clock;
    this.#holder = holder;
    this.#pacer = new Pacer(clock);
  }

  /** The pace of calls with a developer key. */
  forKey(apiKey: string): Pace {
    const places = this.#places.get(apiKey) ?? this.#openPlaces(apiKey);
    this.#places.set(apiKey, places);
    const pacer = this.#pacer;
    return {
      pause: (key, milliseconds) => pacer.pause(key, milliseconds),
      pausedFor: (key) => pacer.pausedFor(key),
      async acquire(limits: readonly PaceLimit[], signal?: AbortSignal): Promise<PaceTicket> {
        const ticket = await pacer.acquire(limits, signal);
        try {
          const giveBack = await (await places).take(signal);
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

  async #openPlaces(apiKey: string): Promise<CallPlaces> {
    return new CallPlaces(this.#store, this.#clock, await keyName(apiKey), this.#holder);
  }
}

/** Names a developer key without telling it. */
async function keyName(apiKey: string): Promise<string> {
  return (await sha256(`billbee-importer developer key ${apiKey}`)).slice(0, 24);
}
