import type { Bilingual } from '../statuses/index.js';
import type { Problem } from './problem.js';

/** How a value is written in a sentence, and the type it has. */
export interface ValueKind<Value> {
  readonly name:
    | 'text'
    | 'quoted'
    | 'amount'
    | 'decimal'
    | 'count'
    | 'time'
    | 'setting'
    | 'settings'
    | 'list'
    | 'field'
    | 'oneOf'
    | 'schema'
    | 'problem';
  readonly optional?: boolean;
  readonly options?: Readonly<Record<string, Bilingual>>;
  /** German of English phrases. */
  readonly german?: Readonly<Record<string, string>>;
  /** For the compiler only. */
  readonly type?: Value;
}

/** The kinds of values in messages. */
export const value = {
  /** A text as it stands: an id, a URL, quoted words. */
  text: { name: 'text' } as ValueKind<string>,
  /** Words of another system, which may name people: left out on pages and in logs. */
  quoted: { name: 'quoted' } as ValueKind<string>,
  /** Money as a decimal string, e.g. `4.90`; German: `4,90`. */
  amount: { name: 'amount' } as ValueKind<string>,
  /** A decimal string with the digits it has, e.g. `7.5`; German: `7,5`. */
  decimal: { name: 'decimal' } as ValueKind<string>,
  /** A whole number. */
  count: { name: 'count' } as ValueKind<number>,
  /** ISO 8601; German: `26.11.2026 14:05`. */
  time: { name: 'time' } as ValueKind<string>,
  /** Neutral key of a setting, e.g. `apiKey`: written as the front end calls it. */
  setting: { name: 'setting' } as ValueKind<string>,
  /** Several of them: `a, b und c`. */
  settings: { name: 'settings' } as ValueKind<readonly string[]>,
  /** Texts with commas between them. */
  list: { name: 'list' } as ValueKind<readonly string[]>,
  /** Path in Billbee's payload or the neutral order, e.g. `OrderItems[0].Quantity`: written in words. */
  field: { name: 'field' } as ValueKind<string>,
  /** What another problem says. */
  problem: { name: 'problem' } as ValueKind<Problem>,
  /** One of several phrases, each with its words. */
  oneOf<const Options extends Readonly<Record<string, Bilingual>>>(
    options: Options,
  ): ValueKind<keyof Options & string> {
    return { name: 'oneOf', options };
  },
  /**
   * What a schema says of a value, in English.
   *
   * @param german of the schema's own phrases; zod's have theirs
   */
  schema(german: Readonly<Record<string, string>>): ValueKind<string> {
    return { name: 'schema', german };
  },
  /** A value that can be absent: its text is empty then. */
  optional<Value>(kind: ValueKind<Value>): ValueKind<Value | undefined> {
    return { ...kind, optional: true } as ValueKind<Value | undefined>;
  },
} as const;
