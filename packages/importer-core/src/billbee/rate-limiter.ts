import { type Clock, monotonicNow } from '../ports.js';
import { type RateLimit, RateLimitTrack } from './rate-limit-track.js';

/** The right to make one call. */
export interface RateTicket {
  /** To be called when the answer's headers are there, or the call has failed. Further calls do nothing. */
  settle(): void;
}

interface Waiter {
  readonly limits: readonly RateLimit[];
  grant(): void;
  refuse(reason: unknown): void;
}

/** Lets calls through, one by one or several at once. */
export interface RateLimiter {
  /**
   * Waits until all limits have room and takes some in each.
   *
   * @throws the signal's reason when it is aborted first
   */
  acquire(limits: readonly RateLimit[], signal?: AbortSignal): Promise<RateTicket>;
  /** Lets no call with this key through for so many milliseconds: the server has said that it is too much. */
  pause(key: string, milliseconds: number): void;
  /** How much longer calls with this key are held back by a pause, in milliseconds. */
  pausedFor(key: string): number;
}

/**
 * Lets calls through so that a server with strict sliding windows never has to refuse one. Share one among
 * all clients that use the same developer key.
 *
 * **Why there is no 429.** A server counts call k when it arrives, somewhere between its sending and its
 * answer. The only moment known not to be before that arrival is when the answer's headers are here. So
 * call k + n is sent a window after the *headers* of call k, and arrives at least a window after k,
 * whatever the network did to either. Measuring from the sending would be shorter by the time to the headers, but
 * one slow start (a connection to be opened, a lost packet) followed by a quick call breaks the limit.
 *
 * **Why that is quick all the same.** Calls are not spread evenly: n go out at once and the window's rest
 * is waited for. 20 pages at 2 a second are 10 pairs, with 9 windows between them: 9 s is ideal. With a
 * time L to the headers and a margin of 2 ms it takes 9 x (1 s + L + 2 ms) + 2 L: for L = 10 ms 9.13 s, a factor
 * of 1.014; a slow server costs L per window, which is the price of never being refused. The time for a body, and what the reader does with it, falls into the window and costs nothing.
 *
 * Waiting is first come, first served among calls that share a limit; a call whose limits all have room never
 * waits behind one that waits for another limit. Keys that are at rest are forgotten.
 *
 * @example
 * const ticket = await rateLimiter.acquire([{ key: 'orders', calls: 2, windowMs: 1000 }], signal);
 * try { await fetch(url); } finally { ticket.settle(); }
 */
export function createRateLimiter(clock: Clock): RateLimiter & { readonly size: number } {
  return new SlidingWindows(clock);
}

class SlidingWindows implements RateLimiter {
  readonly #clock: Clock;
  readonly #tracks = new Map<string, RateLimitTrack>();
  #queue: Waiter[] = [];
  #alarm: { readonly at: number; readonly abort: AbortController } | undefined;
  #sweepAbove = 64;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Keys that are remembered at the moment. */
  get size(): number {
    return this.#tracks.size;
  }

  async acquire(limits: readonly RateLimit[], signal?: AbortSignal): Promise<RateTicket> {
    signal?.throwIfAborted();
    await new Promise<void>((resolve, reject) => {
      const abort = (): void => {
        this.#queue = this.#queue.filter((other) => other !== waiter);
        reject(signal?.reason);
        this.#pump();
      };
      const waiter: Waiter = {
        limits,
        grant() {
          signal?.removeEventListener('abort', abort);
          resolve();
        },
        refuse(reason) {
          signal?.removeEventListener('abort', abort);
          reject(reason);
        },
      };
      signal?.addEventListener('abort', abort, { once: true });
      this.#queue.push(waiter);
      this.#pump();
    });
    let settled = false;
    return {
      settle: () => {
        if (settled) return;
        settled = true;
        for (const { key } of limits) this.#track(key).settle(monotonicNow(this.#clock));
        this.#pump();
      },
    };
  }

  pause(key: string, milliseconds: number): void {
    this.#track(key).pause(milliseconds, monotonicNow(this.#clock));
    this.#pump();
  }

  pausedFor(key: string): number {
    return this.#tracks.get(key)?.pausedFor(monotonicNow(this.#clock)) ?? 0;
  }

  #pump(): void {
    const now = monotonicNow(this.#clock);
    const full = new Set<string>();
    const waiting: Waiter[] = [];
    let next = Number.POSITIVE_INFINITY;
    for (const waiter of this.#queue) {
      // Another before it waits for the same room: looking again would find the same.
      if (waiter.limits.some(({ key }) => full.has(key))) {
        waiting.push(waiter);
        continue;
      }
      let mayGo = true;
      for (const limit of waiter.limits) {
        const free = this.#track(limit.key).freeAt(limit, now);
        if (free <= now) continue;
        mayGo = false;
        full.add(limit.key);
        next = Math.min(next, free);
      }
      if (mayGo) {
        for (const { key } of waiter.limits) this.#track(key).start();
        waiter.grant();
      } else {
        waiting.push(waiter);
      }
    }
    this.#queue = waiting;
    this.#sweep(now);
    this.#wakeAt(next, now);
  }

  #wakeAt(at: number, now: number): void {
    if (this.#alarm !== undefined && this.#alarm.at <= at && at !== Number.POSITIVE_INFINITY) return;
    this.#alarm?.abort.abort();
    this.#alarm = undefined;
    if (at === Number.POSITIVE_INFINITY) return;
    const alarm = { at, abort: new AbortController() };
    this.#alarm = alarm;
    this.#clock.sleep(at - now, alarm.abort.signal).then(
      () => {
        if (this.#alarm !== alarm) return;
        this.#alarm = undefined;
        this.#pump();
      },
      (reason: unknown) => {
        if (this.#alarm !== alarm) return;
        this.#alarm = undefined;
        for (const waiter of this.#queue.splice(0)) waiter.refuse(reason);
      },
    );
  }

  #track(key: string): RateLimitTrack {
    let track = this.#tracks.get(key);
    if (!track) {
      track = new RateLimitTrack();
      this.#tracks.set(key, track);
    }
    return track;
  }

  /** Forgets keys at rest, seldom enough that it costs next to nothing per call. */
  #sweep(now: number): void {
    if (this.#tracks.size <= this.#sweepAbove) return;
    for (const [key, track] of this.#tracks) if (track.isAtRest(now)) this.#tracks.delete(key);
    this.#sweepAbove = Math.max(64, this.#tracks.size * 2);
  }
}
