import { HoldError, RetryError, SettingsError, StopError } from '../errors.js';
import { neutralEnglish } from './format-value.js';
import type { Kinds, Message, Words } from './message.js';
import type { HoldReason, ProblemValues } from './problem.js';
import type { ValueKind } from './value-kinds.js';

type OptionalNames<Some extends Kinds> = {
  [Name in keyof Some]: Some[Name] extends ValueKind<infer Value>
    ? undefined extends Value
      ? Name
      : never
    : never;
}[keyof Some];
type ValueOf<Kind> = Kind extends ValueKind<infer Value> ? Value : never;
type ValuesOf<Some extends Kinds> = {
  readonly [Name in Exclude<keyof Some, OptionalNames<Some>>]: ValueOf<Some[Name]>;
} & { readonly [Name in OptionalNames<Some>]?: ValueOf<Some[Name]> };

/** Any message, whatever its values. */
interface SomeMessage extends Pick<Message, 'values' | 'title'> {
  // biome-ignore lint/suspicious/noExplicitAny: -- a function's argument cannot be widened
  readonly de: (text: any, name: (key: string) => string) => Words;
  // biome-ignore lint/suspicious/noExplicitAny: -- as above
  readonly en: (text: any, name: (key: string) => string) => Words;
}

export type Messages = Readonly<Record<string, SomeMessage>>;

type ValuesFor<Some extends Messages, Code extends keyof Some> = Code extends unknown
  ? Some[Code] extends Message<infer Needed>
    ? ValuesOf<Needed>
    : never
  : never;

/** A problem of a catalogue, worded in neutral English. */
export interface CatalogueProblem {
  readonly code: string;
  readonly values: ProblemValues;
  readonly message: string;
}

/** The codes of one package or part, with their words; makes its problems and errors. */
export class Catalogue<Some extends Messages> {
  readonly messages: Some;

  constructor(messages: Some) {
    this.messages = messages;
  }

  /** A problem that is not thrown, e.g. what a dead write-back says. */
  problem<Code extends keyof Some & string>(code: Code, values: ValuesFor<Some, Code>): CatalogueProblem {
    const entry = this.messages[code] as Message;
    // Only what the words use: values are stored and shown, and nothing else belongs there.
    const given = Object.fromEntries(
      Object.entries(values).filter(([name, one]) => one !== undefined && Object.hasOwn(entry.values, name)),
    );
    const words = neutralEnglish(entry, given);
    return { code, values: given, message: typeof words === 'string' ? words : words.join(' ') };
  }

  /** The reason of a hold that is not thrown. */
  reason<Code extends keyof Some & string>(
    code: Code,
    values: ValuesFor<Some, Code>,
    field?: string,
  ): HoldReason & { readonly values: ProblemValues } {
    const { message: words, values: given } = this.problem(code, values);
    return { reason: code, field, values: given, message: words };
  }

  retry<Code extends keyof Some & string>(
    code: Code,
    values: ValuesFor<Some, Code>,
    options: { cause?: unknown; retryAfterMs?: number | undefined } = {},
  ): RetryError {
    const { message: words, values: given } = this.problem(code, values);
    return new RetryError(code, words, { ...options, values: given });
  }

  hold<Code extends keyof Some & string>(
    code: Code,
    values: ValuesFor<Some, Code>,
    options: { cause?: unknown; field?: string | undefined } = {},
  ): HoldError {
    const { message: words, values: given } = this.problem(code, values);
    return new HoldError(code, words, { ...options, values: given });
  }

  /** @param settings neutral keys of the settings at fault */
  settings<Code extends keyof Some & string>(
    code: Code,
    values: ValuesFor<Some, Code>,
    settings: readonly string[],
    options: { cause?: unknown } = {},
  ): SettingsError {
    const { message: words, values: given } = this.problem(code, values);
    return new SettingsError(code, words, { ...options, settings, values: given });
  }

  stop<Code extends keyof Some & string>(
    code: Code,
    values: ValuesFor<Some, Code>,
    options: { cause?: unknown } = {},
  ): StopError {
    const { message: words, values: given } = this.problem(code, values);
    return new StopError(code, words, { ...options, values: given });
  }
}

/**
 * A catalogue: every code of a part with German and English words.
 *
 * @example
 * const messages = createCatalogue({
 *   'article-unknown': message({ sku: value.text }, {
 *     de: ({ sku }) => [`Das ERP kennt den Artikel ${sku} nicht.`, 'Legen Sie ihn an.'],
 *     en: ({ sku }) => [`The ERP does not know the article ${sku}.`, 'Create it.'],
 *   }),
 * });
 * throw messages.hold('article-unknown', { sku: 'A-1' });
 */
export function createCatalogue<Some extends Messages>(messages: Some): Catalogue<Some> {
  return new Catalogue(messages);
}
