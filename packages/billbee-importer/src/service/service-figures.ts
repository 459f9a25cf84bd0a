/** How the service's polls went, for its health. */
export class ServiceFigures {
  /** Code of the error that the latest poll ended with; undefined when it succeeded. */
  failure: string | undefined;
  /** Whether waiting can help against {@link failure}. */
  failureMayPass = true;
  /** Failed polls since the last that succeeded. */
  failuresInARow = 0;
  /** A poll is under way. */
  polling = false;

  /** Notes how a poll ended. */
  endPoll(outcome: string, error: unknown): void {
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
