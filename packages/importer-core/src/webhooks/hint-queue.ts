import type { Clock } from '../ports.js';

/** What hints ask for at the moment. */
export type HintedWork =
  | { readonly kind: 'orders'; readonly ids: readonly string[] }
  /** A look at everything: a hint named no order, or there are more than are worth a call each. */
  | { readonly kind: 'poll' };

export interface HintQueueOptions {
  readonly clock: Clock;
  /**
   * The same order is read by its id at most once in so many milliseconds; 15 s by default, which leaves two of Billbee's 6
   * calls per order and minute to others.
   */
  readonly spacingMs?: number | undefined;
  /** Up to so many orders are read by their ids; a page of a poll is quicker for more. 20 by default. */
  readonly mostOrders?: number | undefined;
}

const poll = '';

/**
 * Hints from webhooks, coalesced: however many come for one order, it is read at once and then, if more have
 * come since, again a little later, so that the last state is always seen.
 *
 * @example
 * queue.add(['300000180937794']);
 * queue.take() // { kind: 'orders', ids: ['300000180937794'] }
 */
export class HintQueue {
  readonly #clock: Clock;
  readonly #spacingMs: number;
  readonly #mostOrders: number;
  /** Waiting order ids, and `''` for a poll. */
  readonly #waiting = new Set<string>();
  /** When each was last taken. */
  readonly #taken = new Map<string, number>();

  constructor({ clock, spacingMs = 15_000, mostOrders = 20 }: HintQueueOptions) {
    this.#clock = clock;
    this.#spacingMs = spacingMs;
    this.#mostOrders = mostOrders;
  }

  /** @param ids BillBeeOrderIds; none at all asks for a poll */
  add(ids: readonly string[]): void {
    const tooMany = this.#waiting.size + ids.length > this.#mostOrders * 10;
    for (const id of ids.length === 0 || tooMany ? [poll] : ids) this.#waiting.add(id);
  }

  /** Takes out what may be done now; undefined when nothing may. */
  take(): HintedWork | undefined {
    const now = this.#clock.now();
    for (const [id, at] of this.#taken) if (now - at >= this.#spacingMs || at > now) this.#taken.delete(id);
    const ready = [...this.#waiting].filter((id) => !this.#taken.has(id));
    const orders = ready.filter((id) => id !== poll);
    if (ready.includes(poll) || (orders.length > this.#mostOrders && !this.#taken.has(poll))) {
      for (const id of ready) this.#waiting.delete(id);
      this.#taken.set(poll, now);
      return { kind: 'poll' };
    }
    const ids = orders.slice(0, this.#mostOrders);
    if (ids.length === 0) return undefined;
    for (const id of ids) {
      this.#waiting.delete(id);
      this.#taken.set(id, now);
    }
    return { kind: 'orders', ids };
  }

  /** When {@link take} has something next, in milliseconds since 1970; undefined when nothing waits. */
  nextAt(): number | undefined {
    const times = [...this.#waiting].map(
      (id) => (this.#taken.get(id) ?? Number.NEGATIVE_INFINITY) + this.#spacingMs,
    );
    return times.length === 0 ? undefined : Math.max(this.#clock.now(), Math.min(...times));
  }
}
