import { HoldError, type ImporterError, RetryError, SettingsError, StopError } from '../errors.js';
import type { AnswerText } from './answer-text.js';
import { connectionSettings } from './connection.js';
import { namedInRefusal } from './refusal-words.js';

/** What an answer is about, for its errors. */
export interface AnswerContext {
  /** Method and URL without its query, e.g. `GET https://api.billbee.io/api/v1/orders`. */
  readonly call: string;
  /** The one thing that the call is about, e.g. `order 300000180937794`; undefined for lists. */
  readonly subject: string | undefined;
  readonly retryAfterMs: number | undefined;
  /** Where a redirect leads, without path or query. */
  readonly redirectedTo: string | undefined;
  /** Billbee's words, redacted and clipped, in quotes and with what joins them to the sentence; empty when it said nothing. */
  readonly quoted: string;
}

/**
 * The error that an answer stands for, by what to do next; undefined when it is a success.
 *
 * Codes: `throttled`, `server-error`, `unauthorized`, `forbidden`, `api-not-activated`, `not-booked`,
 * `not-found`, `invalid-data`, `order-refused`, `refused`, `not-billbee`.
 */
export function answerError(answer: AnswerText, context: AnswerContext): ImporterError | undefined {
  const { status } = answer;
  const retryAfter = { retryAfterMs: context.retryAfterMs };
  const said = `${context.call} was answered with status ${status}${context.quoted}.`;

  if (status === 429) {
    return new RetryError('throttled', `Billbee asks to slow down: ${said} Try again later.`, retryAfter);
  }
  if (status === 0 || (status >= 300 && status < 400)) return redirectError(context, status);
  const ownError = ownCodeError(answer, context, said);
  if (ownError) return ownError;
  if (status === 401 || status === 403) return refusedError(answer, said);
  if (status === 408 || status === 425 || status >= 500) {
    return new RetryError('server-error', `Billbee has trouble: ${said} Try again later.`, retryAfter);
  }
  if (status === 402) return notBooked(said);
  if (status === 404) return notFoundError(answer, context, said);
  if (status === 400 || status === 422) return perSubject('invalid-data', context, said);
  if (status >= 400) return perSubject('refused', context, said);
  return undefined;
}

/** Billbee's own ErrorCode, wherever it comes. Source: `Billbee API: ErrorCode`, names of the official C# SDK. */
function ownCodeError(answer: AnswerText, context: AnswerContext, said: string): ImporterError | undefined {
  if (answer.failure === undefined) return undefined;
  switch (answer.failure) {
    case '1':
      return notActivated(said);
    case '16':
    case '17':
      return notBooked(said);
    case '2':
      return context.subject === undefined ? undefinedUnlessOk() : perSubject('not-found', context, said);
    case '5':
    case '6':
      return perSubject('order-refused', context, said);
    case '8':
      return new RetryError('server-error', `Billbee has trouble: ${said} Try again later.`, {
        retryAfterMs: context.retryAfterMs,
      });
    case '10':
    case '11':
      return perSubject('invalid-data', context, said);
    default:
      return undefinedUnlessOk();
  }

  // With a status that already tells the cause, an unknown code adds nothing but its words.
  function undefinedUnlessOk(): ImporterError | undefined {
    return answer.status < 300 ? perSubject('refused', context, said) : undefined;
  }
}

function refusedError(answer: AnswerText, said: string): SettingsError {
  if (/activated|aktiviert|freigeschaltet|switched off|disabled/i.test(answer.words))
    return notActivated(said);
  if (/booked|gebucht|NoPaidAccount|paid account/i.test(answer.words)) return notBooked(said);
  if (answer.status === 403) {
    return new SettingsError(
      'forbidden',
      `The user in BILLBEE_USERNAME may not do this: ${said} Use the account's main user.`,
      { settings: [connectionSettings.username] },
    );
  }
  const settings = namedInRefusal(answer.words);
  return new SettingsError('unauthorized', `Billbee refuses ${settings.join(', ')}: ${said} Correct it.`, {
    settings,
  });
}

function notActivated(said: string): SettingsError {
  return new SettingsError(
    'api-not-activated',
    `The API is not switched on for the account of BILLBEE_USERNAME: ${said} ` +
      'Switch it on in Billbee under Einstellungen > Billbee API.',
    { settings: [connectionSettings.username] },
  );
}

function notBooked(said: string): SettingsError {
  return new SettingsError(
    'not-booked',
    `The account of BILLBEE_USERNAME has not booked the API: ${said} Check the account's plan in Billbee.`,
    { settings: [connectionSettings.username] },
  );
}

function notFoundError(answer: AnswerText, context: AnswerContext, said: string): ImporterError {
  // ASP.NET's own words for a path that nothing answers, or a web page: then it is the address, not the order.
  const isAddress = answer.kind === 'html' || /no http resource/i.test(answer.words);
  if (context.subject !== undefined && !isAddress) return perSubject('not-found', context, said);
  return new SettingsError(
    'not-found',
    `Billbee's API is not at this address: ${said} Correct BILLBEE_URL; it ends with /api/v1.`,
    { settings: [connectionSettings.baseUrl] },
  );
}

function redirectError(context: AnswerContext, status: number): SettingsError {
  const target = context.redirectedTo === undefined ? '' : ` to ${context.redirectedTo}`;
  return new SettingsError(
    'not-billbee',
    `${context.call} was redirected${target} (status ${status}), which Billbee's API never does. ` +
      'Credentials are not sent on. Correct BILLBEE_URL.',
    { settings: [connectionSettings.baseUrl] },
  );
}

function perSubject(code: string, { subject }: AnswerContext, said: string): ImporterError {
  return subject === undefined
    ? new StopError(code, `Billbee refuses the call: ${said}`)
    : new HoldError(code, `Billbee refuses this for ${subject}: ${said}`);
}
