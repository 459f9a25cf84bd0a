import type { Language } from '../statuses/index.js';
import type { Messages } from './define-messages.js';
import { type Reader, wordsFor } from './format-value.js';
import type { Message } from './message.js';
import type { Problem } from './problem.js';
import { wordField } from './word-field.js';

export interface WordingOptions {
  readonly language: Language;
  /** The catalogues of all packages whose problems can occur. */
  readonly catalogues: readonly { readonly messages: Messages }[];
  /** What the front end calls the settings, by neutral key; what is not in it keeps its key. */
  readonly names?: Readonly<Record<string, string>> | undefined;
  /** Leaves out what an ERP said, which may name people: for pages and logs. */
  readonly hidesQuoted?: boolean | undefined;
  /** IANA name, in which times are shown; the machine's own by default. */
  readonly timeZone?: string | undefined;
}

/** A problem in words, in two parts. */
export interface WordedProblem {
  /** What is wrong, one or more sentences. */
  readonly problem: string;
  /** What to do about it; empty where the problem says it or nothing can be done. */
  readonly remedy: string;
}

/** Words problems for one reader. */
export interface Wording {
  readonly language: Language;
  /** What is wrong and what to do; a problem that no catalogue knows has words of its own. */
  say(problem: Problem): string;
  /** The same in two parts. */
  parts(problem: Problem): WordedProblem;
  /** A code in a few words, for lists and filters; the code itself when there are none. */
  title(code: string): string;
  /** A path in words, e.g. `OrderItems[0].Quantity` as `Position 1, Menge`. */
  field(path: string): string;
}

/**
 * How one front end words problems for its reader.
 *
 * @example
 * const wording = createWording({ language: 'de', catalogues: [...coreCatalogues], names: { apiKey: 'API_KEY' } });
 * console.error(wording.say(error));
 */
export function createWording({
  catalogues,
  language,
  names = {},
  hidesQuoted,
  timeZone,
}: WordingOptions): Wording {
  const messages: Messages = Object.assign({}, ...catalogues.map((one) => one.messages));
  const find = (code: string): Message | undefined =>
    Object.hasOwn(messages, code) ? messages[code] : undefined;
  const reader: Reader = {
    language,
    timeZone,
    hidesQuoted,
    nameOf: (key) => (Object.hasOwn(names, key) ? (names[key] ?? key) : key),
    word: (problem) => joined(parts(problem)),
  };

  function parts({ code, values, message }: Problem): WordedProblem {
    const known = values ? find(code) : undefined;
    const words = known && values ? wordsFor(known, values, reader) : message;
    return typeof words === 'string'
      ? { problem: quotedOnce(words), remedy: '' }
      : { problem: quotedOnce(words[0]), remedy: quotedOnce(words[1]) };
  }

  return {
    language,
    say: reader.word,
    parts,
    title: (code) => find(code)?.title?.[language] ?? code,
    field: (path) => wordField(path, language),
  };
}

/** A front end's name of a setting can have quotation marks of its own, where the sentence has them, too. */
function quotedOnce(text: string): string {
  return text.replaceAll('„„', '„').replaceAll('““', '“');
}

function joined({ problem, remedy }: WordedProblem): string {
  return remedy === '' ? problem : `${problem} ${remedy}`;
}
