import type { Language } from '../statuses/index.js';
import type { Message, Words } from './message.js';
import type { Problem, ProblemValues } from './problem.js';
import { germanSchemaWords } from './schema-words.js';
import type { ValueKind } from './value-kinds.js';
import { wordField } from './word-field.js';

/** For whom something is worded. */
export interface Reader {
  readonly language: Language;
  /** What the front end calls a setting. */
  readonly nameOf: (key: string) => string;
  /** What another problem says. */
  readonly word: (problem: Problem) => string;
  /** Leaves out what another system said. */
  readonly hidesQuoted?: boolean | undefined;
  /** IANA name; undefined: the machine's own. */
  readonly timeZone?: string | undefined;
}

const locales = { de: 'de-DE', en: 'en-GB' } as const;

/** A message with its values filled in. */
export function wordsFor(message: Message, values: ProblemValues, reader: Reader): Words {
  const texts = Object.fromEntries(
    Object.entries(message.values).map(([name, kind]) => [name, formatValue(kind, values[name], reader)]),
  );
  return message[reader.language](texts, reader.nameOf);
}

/** The words for a reader of whom nothing is known: settings keep their neutral names. */
export function neutralEnglish(message: Message, values: ProblemValues): Words {
  return wordsFor(message, values, {
    language: 'en',
    nameOf: (key) => key,
    word: (problem) => problem.message,
    timeZone: 'UTC',
  });
}

/** A value as text. What a stored value is not any more (an older version wrote it) is shown as it stands. */
function formatValue(kind: ValueKind<unknown>, value: unknown, reader: Reader): string {
  if (value === undefined || value === null) return '';
  const { language, nameOf } = reader;
  switch (kind.name) {
    case 'quoted':
      return reader.hidesQuoted ? '' : String(value);
    case 'amount':
      return formatNumber(value, language, { minimumFractionDigits: 2, maximumFractionDigits: 10 });
    case 'decimal':
      return formatNumber(value, language, { maximumFractionDigits: 20 });
    case 'count':
      return formatNumber(value, language, {});
    case 'time':
      return formatTime(String(value), reader);
    case 'setting':
      return nameOf(String(value));
    case 'settings':
      return listed(textsOf(value).map(nameOf), language);
    case 'list':
      return textsOf(value).join(', ');
    case 'field':
      return wordField(String(value), language);
    case 'oneOf':
      return kind.options?.[String(value)]?.[language] ?? String(value);
    case 'schema': {
      const words = String(value);
      return language === 'en' ? words : (kind.german?.[words] ?? germanSchemaWords(words));
    }
    case 'problem':
      return reader.word(value as Problem);
    default:
      return String(value);
  }
}

function formatNumber(value: unknown, language: Language, options: Intl.NumberFormatOptions): string {
  const text = String(value);
  if (!/^-?\d+(?:\.\d+)?$/.test(text)) return text;
  // Given as text, every digit counts; a double would lose some.
  return new Intl.NumberFormat(locales[language], options).format(text as Intl.StringNumericLiteral);
}

function formatTime(text: string, { language, timeZone }: Reader): string {
  const time = new Date(text);
  if (Number.isNaN(time.getTime())) return text;
  const day = { day: '2-digit', month: '2-digit', year: 'numeric', timeZone } as const;
  const clock = { hour: '2-digit', minute: '2-digit', timeZone } as const;
  const parts = [day, clock].map((options) =>
    new Intl.DateTimeFormat(locales[language], options).format(time),
  );
  return parts.join(' ');
}

/** `a, b und c` */
function listed(names: readonly string[], language: Language): string {
  return new Intl.ListFormat(locales[language], { type: 'conjunction' }).format(names);
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [String(value)];
}
