import type { ImportSummary } from 'importer-core';

/** What the service has done since it was started. */
export class ServiceFigures {
  /** Runs by outcome: `complete`, `failed`, … */
  readonly runs = new Map<string, number>();
  /** Orders by outcome: `created`, `skipped`, `held`; polls and hints together. */
  readonly orders = new Map<string, number>();
  /** Signed deliveries of webhooks. */
  hints = 0;
  /** Code of the error that the latest poll ended with; undefined when it succeeded. */
  failure: string | undefined;
  /** Whether waiting can help against {@link failure}. */
  failureMayPass = true;
  /** Failed polls since the last that succeeded. */
  failuresInARow = 0;
  /** A poll is under way. */
  polling = false;

  countOrders({ created, skipped, held }: Pick<ImportSummary, 'created' | 'skipped' | 'held'>): void {
    for (const [outcome, count] of Object.entries({ created, skipped, held })) {
      this.orders.set(outcome, (this.orders.get(outcome) ?? 0) + count);
    }
  }

  /** Notes how a poll ended. */
  endPoll(outcome: string, error: unknown): void {
    this.runs.set(outcome, (this.runs.get(outcome) ?? 0) + 1);
    if (outcome !== 'failed') {
      this.failure = undefined;
      this.failuresInARow = 0;
      return;
    }
    const { code, reaction } = (error ?? {}) as { code?: unknown; reaction?: unknown };
    this.failure = typeof code === 'string' ? code : 'unexpected';
    this.failureMayPass = reaction === 'retry' || code === 'already-running';
    this.failuresInARow += 1;
  }
}
