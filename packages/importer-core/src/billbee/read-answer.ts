import { type ImporterError, RetryError } from '../errors.js';
import { answerError } from './answer-error.js';
import { type AnswerText, readAnswerText } from './answer-text.js';
import type { CheckedConnection } from './connection.js';
import { parseHttpDate, parseRetryAfter } from './retry-timing.js';

/** A successful answer. */
export interface BillbeeAnswer extends AnswerText {
  /** HTTP `Date`, milliseconds since 1970 UTC; undefined without one. */
  readonly serverTime: number | undefined;
}

/** The statuses that stand for success. Source: Billbee's official C# SDK. */
const successes = new Set([200, 201, 202, 204]);
const longestQuote = 300;

/**
 * Judges one HTTP answer.
 *
 * @param call method and URL without its query
 * @param now in milliseconds since 1970 UTC
 * @returns the answer, or the error it stands for
 */
export function readAnswer(
  request: { readonly method: string; readonly subject?: string },
  call: string,
  response: Response,
  text: string,
  connection: CheckedConnection,
  now: number,
): BillbeeAnswer | ImporterError {
  const answer = readAnswerText(response.status, text);
  const serverTime = parseHttpDate(response.headers.get('date'));
  const retryAfterMs = parseRetryAfter(response.headers.get('retry-after'), serverTime, now);
  const quoted = quote(answer, connection);
  const redirectedTo = originOf(response.headers.get('location'), connection);
  const error = answerError(answer, { call, subject: request.subject, retryAfterMs, redirectedTo, quoted });
  if (error) return error;
  if (answer.kind === 'html') {
    return new RetryError(
      'not-billbee',
      `${call} was answered with a web page${quoted}, which is not Billbee's API. ` +
        'Try again later; if it stays, correct BILLBEE_URL.',
    );
  }
  const isWrite = request.method !== 'GET';
  const isReadable = answer.kind === 'json' || (answer.kind === 'empty' && isWrite);
  if (!isReadable || !successes.has(answer.status)) return badAnswer(call, answer.kind);
  return { ...answer, serverTime };
}

/** An answer that ended early or is not in Billbee's notation. */
export function badAnswer(call: string, what: string): RetryError {
  const fault = what === 'empty' ? 'was empty' : what === 'text' ? 'is not whole or not JSON' : what;
  return new RetryError('bad-answer', `The answer to ${call} ${fault}. Try again later.`);
}

function quote({ failure, words }: AnswerText, connection: CheckedConnection): string {
  // First redacted, then clipped: half a secret would not be recognised any more.
  const clean = connection.redact(words).replace(/\s+/g, ' ');
  const clipped = clean.length > longestQuote ? `${clean.slice(0, longestQuote)}…` : clean;
  const code = failure ? `, ErrorCode ${connection.redact(failure).slice(0, 40)}` : '';
  return clipped === '' ? code : `${code}: "${clipped}"`;
}

function originOf(location: string | null, connection: CheckedConnection): string | undefined {
  if (location === null) return undefined;
  try {
    return connection.redact(new URL(location, connection.baseUrl).origin);
  } catch {
    return undefined;
  }
}
