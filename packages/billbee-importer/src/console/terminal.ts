import { styleText } from 'node:util';
import type { Language } from 'importer-core/statuses';
import { type Say, textsIn } from '../texts/index.js';

/** A stream to write to: `process.stdout`, or one that collects. */
export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean | undefined;
}

export interface TerminalOptions {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly language: Language;
}

/** Where commands write. Everything for people is one line, without control characters and without secrets. */
export class Terminal {
  readonly language: Language;
  readonly say: Say;
  readonly stderr: Output;
  readonly #stdout: Output;
  readonly #colour: boolean;
  readonly #redactors = new Set<(text: string) => string>();
  #jsonWritten = false;

  constructor({ stdout, stderr, env, language }: TerminalOptions) {
    this.language = language;
    this.say = textsIn(language);
    this.stderr = stderr;
    this.#stdout = stdout;
    this.#colour = usesColour({ env, isTTY: stderr.isTTY ?? false });
  }

  /** From now on nothing is written before it has passed `redact`. @returns ends it, for secrets of which nothing more is said */
  hide(redact: (text: string) => string): () => void {
    this.#redactors.add(redact);
    return () => this.#redactors.delete(redact);
  }

  /** A line of the result. */
  print(line: string): void {
    this.#stdout.write(`${this.#clean(line)}\n`);
  }

  /** A line beside the result: progress, hints. */
  note(line: string): void {
    this.stderr.write(`${this.#clean(line)}\n`);
  }

  /** The cause of a failure, in red where colours are wanted. */
  complain(line: string): void {
    this.stderr.write(`${red(this.#clean(line), this.#colour)}\n`);
  }

  /** Several lines as they are, for stack traces. */
  trace(text: string): void {
    for (const line of text.split('\n')) this.note(line);
  }

  /** The one JSON object of a command with `--json`. */
  json(value: unknown): void {
    this.jsonPart(`${this.jsonText(value)}\n`);
  }

  /** A piece of the one JSON object, for results too long to be kept. */
  jsonPart(text: string): void {
    this.#jsonWritten = true;
    this.#stdout.write(text);
  }

  /** Whether the JSON object has been written, or at least begun. */
  get jsonWritten(): boolean {
    return this.#jsonWritten;
  }

  /** JSON text whose strings hold no secret. */
  jsonText(value: unknown): string {
    return JSON.stringify(value, (_, inner) => (typeof inner === 'string' ? this.#redact(inner) : inner));
  }

  #clean(line: string): string {
    return printable(this.#redact(line));
  }

  #redact(text: string): string {
    let clean = text;
    for (const redact of this.#redactors) clean = redact(clean);
    return clean;
  }
}

/** What decides whether a stream gets colours. */
interface ColourQuestion {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isTTY: boolean;
}

/**
 * Whether colours may be written: on a terminal, or when `FORCE_COLOR` asks for them; never with `NO_COLOR`.
 *
 * @example usesColour({ env: { NO_COLOR: '1' }, isTTY: true }) // false
 */
export function usesColour({ env, isTTY }: ColourQuestion): boolean {
  if (env['NO_COLOR']) return false;
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return isTTY && env['TERM'] !== 'dumb';
}

/** The text in red, or as it is. */
export function red(text: string, colour: boolean): string {
  return colour ? styleText('red', text, { validateStream: false }) : text;
}

/**
 * A text from outside as one line that cannot steer a terminal: control characters, line breaks and characters
 * that turn the writing direction become spaces.
 *
 * @example printable('gone\u001b[2J\nreally') // 'gone [2J really'
 */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' ');
}
