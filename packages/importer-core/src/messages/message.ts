import type { Bilingual } from '../statuses/index.js';
import type { ValueKind } from './value-kinds.js';

/** What is wrong, or that and what to do about it. */
export type Words = string | readonly [problem: string, remedy: string];

/** The values of a message, by name. */
export type Kinds = Readonly<Record<string, ValueKind<unknown>>>;
type TextOf<Some extends Kinds> = { readonly [Name in keyof Some]: string };
/**
 * @param text the values as text in the reader's language; empty when absent
 * @param name what the front end calls a setting, by its neutral key
 */
type WordsOf<Some extends Kinds> = (text: TextOf<Some>, name: (key: string) => string) => Words;

/** One code: the values it needs, and its words in both languages. */
export interface Message<Some extends Kinds = Kinds> {
  readonly values: Some;
  /** A few words for lists and filters; every reason for which an order is held has them. */
  readonly title?: Bilingual | undefined;
  readonly de: WordsOf<Some>;
  readonly en: WordsOf<Some>;
}

/** @param values the kind of each value */
export function message<Some extends Kinds>(
  values: Some,
  words: Omit<Message<Some>, 'values'>,
): Message<Some> {
  return { values, ...words };
}
