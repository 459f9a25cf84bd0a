import { knownLabelId } from './match-status-label.js';
import { type Bilingual, describeStatus } from './order-statuses.js';

/** A text that should list order status ids holds something else. */
export class StatusIdsError extends Error {
  override readonly name = 'StatusIdsError';
  /** The part of the text that could not be read, e.g. `drei`. */
  readonly part: string;
  /** What is wrong and what to write instead, for people. */
  readonly messages: Bilingual;

  constructor(part: string, messages: Bilingual) {
    super(messages.en);
    this.part = part;
    this.messages = messages;
  }
}

/**
 * The text form of order status ids, as it goes into an ERP's settings field: ascending, each once, a comma
 * between, no spaces.
 *
 * @param ids positive integers in any order
 * @throws {StatusIdsError} when a number is no order status id
 * @example formatStatusIds([16, 3]) // '3,16'
 */
export function formatStatusIds(ids: Iterable<number>): string {
  const distinct = [...new Set(ids)];
  for (const id of distinct) if (!isStatusId(id)) throw notAnId(String(id));
  return distinct.sort((a, b) => a - b).join(',');
}

/** Whether a number can be an order status id: a positive integer of at most nine digits. */
export function isStatusId(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) > 0 && (value as number) <= 999_999_999;
}

/**
 * Reads the text form of order status ids. Between ids it takes commas, semicolons, spaces and line breaks; an
 * id may stand beside its label (`3 Bezahlt`, `Bezahlt (3)`), and a known label may stand alone.
 *
 * @param text what a person typed or pasted; an empty text is an empty list
 * @returns the ids, ascending, each once
 * @throws {StatusIdsError} naming the part that is neither, or whose label belongs to another id
 * @example parseStatusIds('16; 3 Bezahlt') // [3, 16]
 */
export function parseStatusIds(text: string): number[] {
  const ids = new Set<number>();
  for (const raw of text.replace(/[\u200b-\u200d\u2060\ufeff]/g, '').split(/[,;\n\r\u2028\u2029]/)) {
    const part = raw.replace(/\s+/g, ' ').trim();
    if (part !== '') for (const id of readPart(part)) ids.add(id);
  }
  return [...ids].sort((a, b) => a - b);
}

function readPart(part: string): number[] {
  const numbers = part.split(' ');
  if (numbers.every((word) => /^\d+$/.test(word))) return numbers.map(readId);
  // `1. Mahnung` is a label, `1 Mahnung` is an id with a foreign label.
  const whole = /^\d+ /.test(part) ? undefined : knownLabelId(part);
  if (whole !== undefined && !/^\d*$/.test(part)) return [whole];
  const idFirst = /^(\d+) ?[-–:.=]? ?(\D.*|\d\..*)$/.exec(part);
  if (idFirst) return [readPair(part, idFirst[1], idFirst[2])];
  const idLast = /^(.*\S) ?[([](\d+)[)\]]$/.exec(part) ?? /^(.*\D) ?[-–:=]? (\d+)$/.exec(part);
  if (idLast) return [readPair(part, idLast[2], idLast[1])];
  throw notAnId(part);
}

function readId(word: string): number {
  const id = Number(word);
  if (!/^[1-9]/.test(word) || !isStatusId(id)) throw notAnId(word);
  return id;
}

function readPair(part: string, number = '', label = ''): number {
  const id = Number(number);
  const meant = knownLabelId(label) ?? (label === describeStatus(id).label.de ? id : undefined);
  if (meant === undefined || !isStatusId(id)) throw notAnId(part);
  if (meant === id) return id;
  const shown = shorten(part);
  const own = describeStatus(id).label;
  const other = describeStatus(meant).label;
  throw new StatusIdsError(part, {
    de: `„${shown}“ widerspricht sich: ${id} ist ${own.de}, ${other.de} hat die ID ${meant}. Nur die richtige Nummer angeben.`,
    en: `"${shown}" contradicts itself: ${id} is ${own.en}, ${other.en} has the id ${meant}. Give the right number only.`,
  });
}

function notAnId(part: string): StatusIdsError {
  const shown = shorten(part);
  return new StatusIdsError(part, {
    de: `„${shown}“ ist keine Status-ID. Erlaubt sind Nummern, getrennt durch Komma, zum Beispiel 3,16.`,
    en: `"${shown}" is not an order status id. Use numbers with commas between them, for example 3,16.`,
  });
}

function shorten(part: string): string {
  return part.length > 60 ? `${part.slice(0, 60)}…` : part;
}
