import type { ImporterError } from '../errors.js';
import { billbeeMessages } from '../messages/core/billbee-messages.js';
import { answerError, type Subject, type TriedCall } from './answer-error.js';
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
 * @param now in milliseconds since 1970 UTC
 * @returns the answer, or the error it stands for
 */
export function readAnswer(
  request: { readonly method: string; readonly subject?: Subject },
  call: TriedCall,
  response: Response,
  text: string,
  connection: CheckedConnection,
  now: number,
): BillbeeAnswer | ImporterError {
  const answer = readAnswerText(response.status, text);
  const serverTime = parseHttpDate(response.headers.get('date'));
  const retryAfterMs = parseRetryAfter(response.headers.get('retry-after'), serverTime, now);
  const { words, errorCode } = quote(answer, connection);
  const redirectedTo = originOf(response.headers.get('location'), connection);
  const heard = { ...call, status: answer.status, words, errorCode };
  const error = answerError(answer, { heard, subject: request.subject, retryAfterMs, redirectedTo });
  if (error) return error;
  if (answer.kind === 'html') return billbeeMessages.retry('not-billbee', { ...heard, what: 'page' });
  const isWrite = request.method !== 'GET';
  const isReadable = answer.kind === 'json' || (answer.kind === 'empty' && isWrite);
  if (!isReadable || !successes.has(answer.status)) {
    const what = answer.kind === 'empty' ? 'empty' : answer.kind === 'text' ? 'broken' : 'other';
    return billbeeMessages.retry('bad-answer', { ...call, what });
  }
  return { ...answer, serverTime };
}

/** Billbee's own words about a failure, redacted and clipped. */
function quote({ failure, words }: AnswerText, connection: CheckedConnection) {
  if (words === '' && !failure) return { words: undefined, errorCode: undefined };
  // First redacted, then clipped: half a secret would not be recognised any more.
  const clean = connection.redact(words).replace(/\s+/g, ' ');
  const clipped = clean.length > longestQuote ? `${clean.slice(0, longestQuote)}…` : clean;
  return {
    words: clipped || undefined,
    errorCode: failure ? connection.redact(failure).slice(0, 40) : undefined,
  };
}

function originOf(location: string | null, connection: CheckedConnection): string | undefined {
  if (location === null) return undefined;
  try {
    return connection.redact(new URL(location, connection.baseUrl).origin);
  } catch {
    return undefined;
  }
}
