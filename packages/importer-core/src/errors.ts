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
 * Messages name the setting, order or URL and the remedy; they never contain a secret.
 */
export abstract class ImporterError extends Error {
  /** What the caller should do next. */
  abstract readonly reaction: 'retry' | 'hold' | 'settings' | 'stop';
  /** Stable, machine-readable cause, e.g. `throttled`. */
  readonly code: string;

  constructor(code: string, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.code = code;
  }
}

/** The same call can succeed later: throttling, a server error, a broken connection. */
export class RetryError extends ImporterError {
  override readonly name = 'RetryError';
  readonly reaction = 'retry';
  /** How long the server asked to wait, in milliseconds; undefined when it did not say. */
  readonly retryAfterMs: number | undefined;

  constructor(
    code: string,
    message: string,
    options?: { cause?: unknown; retryAfterMs?: number | undefined },
  ) {
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

  constructor(code: string, message: string, options?: { cause?: unknown; field?: string | undefined }) {
    super(code, message, options);
    this.field = options?.field;
  }
}

/** A setting is missing or wrong. */
export class SettingsError extends ImporterError {
  override readonly name = 'SettingsError';
  readonly reaction = 'settings';
  /** The settings at fault, e.g. `['BILLBEE_API_KEY']`. */
  readonly settings: readonly string[];

  constructor(code: string, message: string, options: { cause?: unknown; settings: readonly string[] }) {
    super(code, message, options);
    this.settings = options.settings;
  }
}

/** Going on would do harm or is pointless. */
export class StopError extends ImporterError {
  override readonly name = 'StopError';
  readonly reaction = 'stop';
}
