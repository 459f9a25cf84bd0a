/**
 * What can go wrong with a write.
 *
 * - `lost-answer`: it is done, the connection breaks before the answer.
 * - `lost-request`: the connection breaks, nothing is done.
 * - `late`: the connection breaks at once, it is done later ({@link SandboxOptions.lateMs}).
 * - `error-after`: it is done, the answer is 500.
 * - `error-before`: nothing is done, the answer is 503.
 * - `throttled`: 429, nothing is done.
 */
export const faultNames = [
  'lost-answer',
  'lost-request',
  'late',
  'error-after',
  'error-before',
  'throttled',
] as const;

export type FaultName = (typeof faultNames)[number];

/** Faults in sequence for the writes to come; `undefined` in it is a write that goes well. */
export class FaultPlan {
  #next: (FaultName | undefined)[] = [];

  plan(...faults: readonly (FaultName | undefined)[]): void {
    this.#next.push(...faults);
  }

  /** From now on everything goes well. */
  clear(): void {
    this.#next = [];
  }

  take(): FaultName | undefined {
    return this.#next.shift();
  }
}
