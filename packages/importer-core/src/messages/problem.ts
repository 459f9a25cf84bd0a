/**
 * What a message is about, by neutral names: plain JSON, so that it can be stored and worded later. It holds no secret and no
 * personal data, since logs and pages show it.
 */
export type ProblemValues = Readonly<Record<string, unknown>>;

/** Something that went wrong, to be worded for whoever reads it; an `ImporterError` is one. */
export interface Problem {
  /** Stable, machine-readable cause, e.g. `total-mismatch`. */
  readonly code: string;
  /** What the words are made of; absent: `message` is all there is to say. */
  readonly values?: ProblemValues | null | undefined;
  /** The catalogue's English with neutral names, or the words of whoever made the problem. */
  readonly message: string;
}

/** Why an order is held. */
export interface HoldReason {
  /** Stable code, e.g. `total-mismatch`. */
  readonly reason: string;
  /** Path in Billbee's payload or the neutral order, e.g. `OrderItems[0].Quantity`. */
  readonly field?: string | undefined;
  /** As in {@link Problem}; a target with words of its own leaves it out. */
  readonly values?: ProblemValues | undefined;
  /** A sentence with the remedy. */
  readonly message: string;
}
