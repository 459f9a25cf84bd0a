import type { ImporterError, SettingsError } from '../errors.js';
import { billbeeMessages } from '../messages/core/billbee-messages.js';
import type { AnswerText } from './answer-text.js';
import { credentialSettings } from './connection.js';

/** The one thing that a call is about. */
export interface Subject {
  /** `stocks`: several levels at once, `id` says how many. */
  readonly about: 'order' | 'stock' | 'stocks' | 'webhook';
  readonly id: string;
}

/** A call as errors name it. */
export interface TriedCall {
  /** Method and URL without its query, e.g. `GET https://api.billbee.io/api/v1/orders`. */
  readonly call: string;
  /** Which try it was, from the second on. */
  readonly tries: number | undefined;
}

/** What an answer is about, for its errors. */
export interface AnswerContext {
  /** The call, and what came back; Billbee's words redacted and clipped. */
  readonly heard: TriedCall & {
    readonly status: number;
    readonly words: string | undefined;
    readonly errorCode: string | undefined;
  };
  /** Undefined for lists. */
  readonly subject: Subject | undefined;
  readonly retryAfterMs: number | undefined;
  /** Where a redirect leads, without path or query. */
  readonly redirectedTo: string | undefined;
}

/**
 * The error that an answer stands for, by what to do next; undefined when it is a success.
 *
 * Codes: `throttled`, `server-error`, `unauthorized`, `forbidden`, `api-not-activated`, `not-booked`,
 * `api-not-found`, `not-found`, `invalid-data`, `order-refused`, `refused`, `not-billbee`.
 */
export function answerError(answer: AnswerText, context: AnswerContext): ImporterError | undefined {
  const { status } = answer;
  const { heard, redirectedTo } = context;
  const retryAfter = { retryAfterMs: context.retryAfterMs };

  if (status === 429) return billbeeMessages.retry('throttled', heard, retryAfter);
  if (status === 0 || (status >= 300 && status < 400)) {
    return billbeeMessages.settings('not-billbee', { ...heard, what: 'redirect', redirectedTo }, ['baseUrl']);
  }
  if (status === 401 || status === 403) return refusedError(answer, context);
  const ownError = ownCodeError(answer, context);
  if (ownError) return ownError;
  if (status === 408 || status === 425 || status >= 500) {
    return billbeeMessages.retry('server-error', heard, retryAfter);
  }
  if (status === 402) return accountError('not-booked', context);
  if (status === 404) return notFoundError(answer, context);
  if (status === 400 || status === 422) return perSubject('invalid-data', context);
  if (status >= 400) return perSubject('refused', context);
  return undefined;
}

/** Billbee's own ErrorCode, whatever else the status says. Source: `Billbee API: ErrorCode`, names of the official C# SDK. */
function ownCodeError(answer: AnswerText, context: AnswerContext): ImporterError | undefined {
  const { heard, retryAfterMs } = context;
  if (answer.failure === undefined) return undefined;
  switch (answer.failure) {
    case '1':
      return accountError('api-not-activated', context);
    case '16':
    case '17':
      return accountError('not-booked', context);
    case '2':
      return context.subject === undefined ? undefinedUnlessOk() : perSubject('not-found', context);
    case '5':
    case '6':
      return perSubject('order-refused', context);
    case '8':
      return billbeeMessages.retry('server-error', heard, { retryAfterMs });
    case '10':
    case '11':
      return perSubject('invalid-data', context);
    default:
      return undefinedUnlessOk();
  }

  // With a status that already tells the cause, an unknown code adds nothing but its words.
  function undefinedUnlessOk(): ImporterError | undefined {
    return answer.status < 300 ? perSubject('refused', context) : undefined;
  }
}

/** 401 is about credentials, 403 about rights or the API's switch: the status decides, whatever ErrorCode the body has. */
function refusedError(answer: AnswerText, context: AnswerContext): SettingsError {
  if (answer.status === 403 && answer.failure === '1') return accountError('api-not-activated', context);
  if (answer.status === 403 && (answer.failure === '16' || answer.failure === '17'))
    return accountError('not-booked', context);
  if (/activated|aktiviert|freigeschaltet|switched off|disabled/i.test(answer.words))
    return accountError('api-not-activated', context);
  if (/booked|gebucht|NoPaidAccount|paid account/i.test(answer.words))
    return accountError('not-booked', context);
  if (answer.status === 403) return accountError('forbidden', context);
  const settings = namedInRefusal(answer.words);
  return billbeeMessages.settings('unauthorized', { ...context.heard, settings }, settings);
}

function accountError(
  code: 'forbidden' | 'api-not-activated' | 'not-booked',
  { heard }: AnswerContext,
): SettingsError {
  return billbeeMessages.settings(code, heard, ['username']);
}

function notFoundError(answer: AnswerText, context: AnswerContext): ImporterError {
  // ASP.NET's own words for a path that nothing answers, or a web page: then it is the address, not the order.
  const isAddress = answer.kind === 'html' || /no http resource/i.test(answer.words);
  if (context.subject !== undefined && !isAddress) return perSubject('not-found', context);
  return billbeeMessages.settings('api-not-found', context.heard, ['baseUrl']);
}

function perSubject(
  code: 'not-found' | 'order-refused' | 'invalid-data' | 'refused',
  { heard, subject }: AnswerContext,
): ImporterError {
  return subject === undefined
    ? billbeeMessages.stop(code, heard)
    : billbeeMessages.hold(code, { ...heard, ...subject });
}

const keyWords = /(?:api|developer|entwickler|app)[\s_-]*(?:key|schl(?:ü|ue)ssel)|x-billbee-api-key/i;
const loginWords = /passwor[dt]|kennwort|\buser|benutzer|\blogin|\banmelde|\bbasic\b/i;

/**
 * Which credentials a refusal is about, as far as its words tell. Billbee does not publish them; what is not
 * clear names all three.
 *
 * @example namedInRefusal('Der API-Key ist unbekannt') // ['apiKey']
 */
function namedInRefusal(words: string): readonly string[] {
  const aboutKey = keyWords.test(words);
  const aboutLogin = loginWords.test(words);
  if (aboutKey === aboutLogin) return credentialSettings;
  return aboutKey ? ['apiKey'] : ['username', 'apiPassword'];
}
