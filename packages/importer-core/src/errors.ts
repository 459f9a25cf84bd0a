import type { HoldReason, ProblemValues } from './messages/problem.js';

/**
 * Every error of this library says what to do next, by its class:
 *
 * | class | what to do |
 * | --- | --- |
 * | {@link RetryError} | the same call can succeed later: wait, then try again |
 * | {@link HoldError} | this one order needs a person: keep it aside, go on with the rest |
 * | {@link SettingsError} | a setting is wrong: name it, change it, start again |
 * | {@link StopError} | going on would do harm or is pointless: end the run |
 *
 * `message` names the setting, order or URL and the remedy, in English and with neutral names (`apiKey`, `since`). A front end
 * words the error anew, by `code` and `values`, in its reader's language: see `createWording` in `importer-core/messages`.
 * Neither holds a secret or personal data.
 */
export abstract class ImporterError extends Error {
  /** What the caller should do next. */
  abstract readonly reaction: 'retry' | 'hold' | 'settings' | 'stop';
  /** Stable, machine-readable cause, e.g. `throttled`. */
  readonly code: string;
  /** What the words are made of; undefined: `message` is all there is to say, in the words of whoever made the error. */
  readonly values: ProblemValues | undefined;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.values = options?.values;
  }
}

interface ErrorOptions {
  cause?: unknown;
  values?: ProblemValues | undefined;
}

/** The same call can succeed later: throttling, a server error, a broken connection. */
export class RetryError extends ImporterError {
  override readonly name = 'RetryError';
  readonly reaction = 'retry';
  /** How long the server asked to wait, in milliseconds; undefined when it did not say. */
  readonly retryAfterMs: number | undefined;

  constructor(code: string, message: string, options?: ErrorOptions & { retryAfterMs?: number | undefined }) {
    super(code, message, options);
    this.retryAfterMs = options?.retryAfterMs;
  }
}

/** One order cannot be taken as it is; it is held back and the others go on. */
export class HoldError extends ImporterError {
  override readonly name = 'HoldError';
  readonly reaction = 'hold';
  /** The field that is at fault, as a path in Billbee's payload, e.g. `OrderItems[0].Quantity`. */
  readonly field: string | undefined;

  constructor(code: string, message: string, options?: ErrorOptions & { field?: string | undefined }) {
    super(code, message, options);
    this.field = options?.field;
  }

  /** What is kept with an order that is held because of it. */
  get holdReason(): HoldReason {
    const { code: reason, field, values, message } = this;
    return { reason, field, values, message };
  }
}

/** A setting is missing or wrong. */
export class SettingsError extends ImporterError {
  override readonly name = 'SettingsError';
  readonly reaction = 'settings';
  /** Neutral keys of the settings at fault, e.g. `['apiKey']`. */
  readonly settings: readonly string[];

  constructor(code: string, message: string, options: ErrorOptions & { settings: readonly string[] }) {
    super(code, message, options);
    this.settings = options.settings;
  }
}

/** Going on would do harm or is pointless. */
export class StopError extends ImporterError {
  override readonly name = 'StopError';
  readonly reaction = 'stop';
}
