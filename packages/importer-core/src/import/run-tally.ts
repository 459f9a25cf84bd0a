import type { ImportProgress } from '../ports.js';
import type { ImportDecision, ImportSummary } from './import-options.js';
import type { OrderSource } from './order-source.js';

/** Counts one run. Every decision adds to `read` and to one of the others, so they always add up. */
export class RunTally {
  #created = 0;
  #skipped = 0;
  #held = 0;
  readonly #startedAt: number;
  readonly #usage: { readonly calls: number; readonly retries: number };
  readonly #source: OrderSource;
  expected: number | undefined;

  constructor(source: OrderSource, startedAt: number) {
    this.#source = source;
    this.#usage = { ...pick(source) };
    this.#startedAt = startedAt;
  }

  add({ action }: ImportDecision): void {
    if (action === 'skip') this.#skipped += 1;
    else if (action === 'hold') this.#held += 1;
    else this.#created += 1;
  }

  /** Created or held: what `limit` counts. */
  get handled(): number {
    return this.#created + this.#held;
  }

  get progress(): ImportProgress {
    const created = this.#created;
    const skipped = this.#skipped;
    const held = this.#held;
    return { read: created + skipped + held, created, skipped, held, expected: this.expected };
  }

  summary(now: number, cursor: string | null): ImportSummary {
    const { read, created, skipped, held } = this.progress;
    const { calls, retries } = pick(this.#source);
    return {
      read,
      created,
      skipped,
      held,
      calls: calls - this.#usage.calls,
      retries: retries - this.#usage.retries,
      elapsedMs: Math.max(0, Math.round(now - this.#startedAt)),
      cursor,
    };
  }
}

function pick(source: OrderSource): { calls: number; retries: number } {
  return { calls: source.usage.calls, retries: source.usage.retries };
}
