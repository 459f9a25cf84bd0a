import type { Clock, Store } from 'importer-core';
import { monotonicNow } from 'importer-core/service';
import { sql } from 'kysely';

/** Calls per second that Billbee allows for one developer key. Source: `Billbee API: Throttling`. */
const callsPerSecond = 50;
/** A call counts for a second after its answer; a millisecond or two for clocks. */
const windowMs = 1003;
/** A slot whose holder says nothing any more is free again. */
const leaseMs = 5000;
const renewMs = 1500;
/** Longer between asking for a slot and having it, and the slot is given back unused. */
const staleMs = 2000;

/** The time in which one slot becomes free at full use: several processes that wait would else look for the same one again and again. */
const shortestLookMs = 20;

interface Waiter {
  grant(slot: number): void;
  refuse(reason: unknown): void;
}

/**
 * The calls per second of one developer key, shared by every process that uses the same database.
 *
 * The key has 50 slots. A call takes one and gives it back when the answer's headers are there; the slot is free for the next
 * call a second later. So in no second more than 50 calls arrive at Billbee, wherever they come from, and the argument is that of
 * `RateLimiter`. Slots of a process that was killed are free after 5 s. Time is the database's.
 */
export class RateLimitSlots {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #key: string;
  readonly #holder: string;
  readonly #held = new Set<number>();
  #waiting: Waiter[] = [];
  #asking = false;
  #settled: number[] = [];
  #settling = false;
  #renewing = false;
  #ready: Promise<void> | undefined;

  /** @param key names the developer key without telling it */
  constructor(store: Store, clock: Clock, key: string, holder: string) {
    this.#store = store;
    this.#clock = clock;
    this.#key = key;
    this.#holder = holder;
  }

  /**
   * Waits for a slot.
   *
   * @returns gives the slot back; to be called when the answer's headers are there, or the call has failed
   * @throws the signal's reason when it is aborted first; what the database throws
   */
  async take(signal?: AbortSignal): Promise<() => void> {
    signal?.throwIfAborted();
    const slot = await new Promise<number>((resolve, reject) => {
      const waiter: Waiter = { grant: resolve, refuse: reject };
      const abort = (): void => {
        if (!this.#waiting.includes(waiter)) return;
        this.#waiting = this.#waiting.filter((other) => other !== waiter);
        reject(signal?.reason);
      };
      signal?.addEventListener('abort', abort, { once: true });
      waiter.grant = (slot) => {
        signal?.removeEventListener('abort', abort);
        resolve(slot);
      };
      this.#waiting.push(waiter);
      void this.#ask();
    });
    let given = false;
    return () => {
      if (given) return;
      given = true;
      this.#held.delete(slot);
      this.#settled.push(slot);
      void this.#settle();
    };
  }

  async #ask(): Promise<void> {
    if (this.#asking) return;
    this.#asking = true;
    try {
      this.#ready ??= this.#create(0);
      await this.#ready;
      while (this.#waiting.length > 0) {
        const asked = monotonicNow(this.#clock);
        const { slots, nextMs } = await this.#takeFree(this.#waiting.length);
        const late = monotonicNow(this.#clock) - asked > staleMs;
        for (const slot of slots) {
          const waiter = late ? undefined : this.#waiting.shift();
          if (waiter) {
            this.#held.add(slot);
            waiter.grant(slot);
          } else {
            // Whoever waited has gone, or the lease is too old to begin a call with.
            this.#settled.push(slot);
          }
        }
        if (this.#settled.length > 0) void this.#settle();
        if (this.#held.size > 0) void this.#renew();
        if (this.#waiting.length > 0)
          await this.#clock.sleep(Math.min(250, Math.max(shortestLookMs, nextMs)));
      }
    } catch (error) {
      this.#ready = undefined;
      for (const waiter of this.#waiting.splice(0)) waiter.refuse(error);
    } finally {
      this.#asking = false;
    }
  }

  /** @param busyMs how long the slots are taken, for calls that are under way without one */
  async #create(busyMs: number): Promise<void> {
    await sql`
      insert into rate_limit_slot (key, slot, busy_until)
      select ${this.#key}, slot, clock_timestamp() + ${busyMs} * interval '1 ms' from generate_series(1, ${callsPerSecond}::integer) slot
      on conflict do nothing`.execute(this.#store.db);
  }

  async #takeFree(most: number): Promise<{ slots: number[]; nextMs: number }> {
    const { rows } = await sql<{ slot: number }>`
      update rate_limit_slot set holder = ${this.#holder}, busy_until = clock_timestamp() + ${leaseMs} * interval '1 ms'
      where key = ${this.#key} and slot in (
        select slot from rate_limit_slot where key = ${this.#key} and busy_until <= clock_timestamp()
        order by busy_until limit ${most} for update skip locked)
      returning slot`.execute(this.#store.db);
    if (rows.length > 0) return { slots: rows.map((row) => row.slot), nextMs: shortestLookMs };
    const next = await sql<{ ms: number | null }>`
      select (extract(epoch from min(busy_until) - clock_timestamp()) * 1000)::float8 as ms from rate_limit_slot
      where key = ${this.#key}`.execute(this.#store.db);
    const ms = next.rows[0]?.ms ?? undefined;
    if (ms === undefined) {
      // A crash or a failover of the server has emptied the table. Calls made before it still count, as those of a dead process.
      await this.#create(leaseMs);
      return { slots: [], nextMs: leaseMs };
    }
    return { slots: [], nextMs: Math.ceil(ms) };
  }

  /** Gives slots back, several at a time; when that fails, their leases end by themselves. */
  async #settle(): Promise<void> {
    if (this.#settling) return;
    this.#settling = true;
    while (this.#settled.length > 0) {
      const slots = this.#settled.splice(0);
      await sql`
        update rate_limit_slot set holder = null, busy_until = clock_timestamp() + ${windowMs} * interval '1 ms'
        where key = ${this.#key} and holder = ${this.#holder} and slot = any(${slots}::integer[])`
        .execute(this.#store.db)
        .catch(() => {});
    }
    this.#settling = false;
  }

  /** As long as calls are under way, says so. */
  async #renew(): Promise<void> {
    if (this.#renewing) return;
    this.#renewing = true;
    for (;;) {
      await this.#clock.sleep(renewMs);
      const slots = [...this.#held];
      if (slots.length === 0) break;
      await sql`
        update rate_limit_slot set busy_until = clock_timestamp() + ${leaseMs} * interval '1 ms'
        where key = ${this.#key} and holder = ${this.#holder} and slot = any(${slots}::integer[])`
        .execute(this.#store.db)
        .catch(() => {});
    }
    this.#renewing = false;
  }
}
