import { ImporterError, RetryError } from '../errors.js';
import type { Clock } from '../ports.js';
import { type HintedWork, HintQueue } from '../webhooks/hint-queue.js';

const retryMs = 60_000;
/** Another run for the account is under way: it ends by itself. */
const busyMs = 15_000;

/** Does what webhooks ask for, one thing after another, until it is stopped. What fails for now is tried again. */
export class WebhookWorker {
  readonly #queue: HintQueue;
  readonly #clock: Clock;
  readonly #work: (hinted: HintedWork, signal: AbortSignal) => Promise<void>;
  readonly #onError: (error: unknown) => void;
  readonly #stop = new AbortController();
  #running: Promise<void> | undefined;

  constructor(
    clock: Clock,
    work: (hinted: HintedWork, signal: AbortSignal) => Promise<void>,
    onError: (error: unknown) => void,
  ) {
    this.#queue = new HintQueue({ clock });
    this.#clock = clock;
    this.#work = work;
    this.#onError = onError;
  }

  /** @param orderIds none at all asks for a look at everything */
  add(orderIds: readonly string[]): void {
    this.#queue.add(orderIds);
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined;
    });
  }

  /** Ends the work under way cleanly. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#running;
  }

  async #run(): Promise<void> {
    const { signal } = this.#stop;
    for (let at = this.#queue.nextAt(); at !== undefined && !signal.aborted; at = this.#queue.nextAt()) {
      try {
        await this.#clock.sleep(Math.max(0, at - this.#clock.now()), signal);
        const hinted = this.#queue.take();
        if (hinted) await this.#try(hinted, signal);
      } catch (error) {
        if (!signal.aborted) this.#onError(error);
      }
    }
  }

  async #try(hinted: HintedWork, signal: AbortSignal): Promise<void> {
    try {
      await this.#work(hinted, signal);
    } catch (error) {
      const waitMs = waitFor(error);
      if (signal.aborted || waitMs === undefined) throw error;
      this.#onError(error);
      await this.#clock.sleep(waitMs, signal);
      this.#queue.add(hinted.kind === 'orders' ? hinted.ids : []);
    }
  }
}

/** How long to wait before the same is tried again, in milliseconds; undefined: it would fail again. */
function waitFor(error: unknown): number | undefined {
  if (error instanceof RetryError) return error.retryAfterMs ?? retryMs;
  return error instanceof ImporterError && error.code === 'already-running' ? busyMs : undefined;
}
