import type { Clock, HintQueue } from 'importer-core';

export interface WorkLoopOptions {
  readonly clock: Clock;
  readonly stop: AbortSignal;
  readonly hints: HintQueue;
  /** From the end of one poll to the next, in milliseconds; varied by a tenth so that services do not march in step. */
  readonly pollMs: number;
  /** From 0 (inclusive) to 1 (exclusive). */
  readonly random: () => number;
  /** One import run; must not throw. */
  poll(): Promise<void>;
  /** Imports orders that hints have named; must not throw. */
  importHinted(ids: readonly string[]): Promise<void>;
  /** Tries held orders again that a person has asked for. @returns whether more of them wait; must not throw */
  retryWanted(): Promise<boolean>;
  /** Sends what is due in the outbox. @returns when the next is due, in milliseconds since 1970 */
  send(): Promise<number | undefined>;
  /** Looks after the registration for webhooks. @returns when to look again, in milliseconds since 1970 */
  register(): Promise<number>;
}

/** A write-back that is due all the time (refused credentials) is tried no more often than this. */
const shortestSendPauseMs = 1000;

/**
 * Does the service's work, one thing at a time: the registration first, then hints, polls and write-backs as they
 * become due. One at a time, because an account has one import at a time anyway.
 */
export class WorkLoop {
  readonly #options: WorkLoopOptions;
  #sleep: AbortController | undefined;
  /** Looked at after every poll too: another process may have asked. */
  #wanted = false;

  constructor(options: WorkLoopOptions) {
    this.#options = options;
  }

  /** Something new is in the hints. */
  wake(): void {
    this.#sleep?.abort(new Error('woken'));
  }

  /** A person wants held orders tried again, or dead write-backs sent. */
  askAgain(): void {
    this.#wanted = true;
    this.wake();
  }

  /** Works until `stop`; what is under way then is brought to its next safe point. */
  async run(): Promise<void> {
    const { clock, stop, hints, pollMs, random } = this.#options;
    let pollAt = clock.now();
    let registerAt = clock.now();
    let sendAt: number | undefined;
    while (!stop.aborted) {
      const now = clock.now();
      const hinted = registerAt > now ? hints.take() : undefined;
      if (registerAt <= now) {
        registerAt = await this.#options.register();
      } else if (hinted?.kind === 'orders') {
        await this.#options.importHinted(hinted.ids);
        sendAt = await this.#send();
      } else if (hinted?.kind === 'poll' || pollAt <= now) {
        await this.#options.poll();
        pollAt = clock.now() + pollMs * (0.9 + 0.2 * random());
        this.#wanted = true;
      } else if (this.#wanted) {
        this.#wanted = false;
        if (await this.#options.retryWanted()) this.#wanted = true;
        sendAt = await this.#send();
      } else if (sendAt !== undefined && sendAt <= now) {
        sendAt = await this.#send();
      } else {
        const next = Math.min(
          pollAt,
          registerAt,
          sendAt ?? Number.POSITIVE_INFINITY,
          hints.nextAt() ?? Number.POSITIVE_INFINITY,
        );
        await this.#sleepUntil(next);
      }
    }
  }

  async #send(): Promise<number | undefined> {
    const { clock, stop } = this.#options;
    if (stop.aborted) return undefined;
    const due = await this.#options.send();
    return due === undefined ? undefined : Math.max(due, clock.now() + shortestSendPauseMs);
  }

  async #sleepUntil(time: number): Promise<void> {
    const { clock, stop } = this.#options;
    const sleep = new AbortController();
    const end = (): void => sleep.abort(stop.reason);
    this.#sleep = sleep;
    stop.addEventListener('abort', end, { once: true });
    try {
      await clock.sleep(Math.max(1, time - clock.now()), sleep.signal);
    } catch (error) {
      if (!sleep.signal.aborted) throw error;
    } finally {
      stop.removeEventListener('abort', end);
      this.#sleep = undefined;
    }
  }
}
