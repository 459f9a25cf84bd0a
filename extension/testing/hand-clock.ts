import type { After } from '../popup/tab-reading.js';

/** Time that passes only when the test says so. */
export class HandClock {
  #now = 0;
  #waiting = new Set<{ at: number; run: () => void }>();

  readonly after: After = (milliseconds, run) => {
    const timer = { at: this.#now + milliseconds, run };
    this.#waiting.add(timer);
    return () => this.#waiting.delete(timer);
  };

  pass(milliseconds: number): void {
    this.#now += milliseconds;
    for (const timer of [...this.#waiting].sort((a, b) => a.at - b.at)) {
      if (timer.at > this.#now || !this.#waiting.delete(timer)) continue;
      timer.run();
    }
  }
}
