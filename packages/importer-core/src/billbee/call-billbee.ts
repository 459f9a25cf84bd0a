import { ImporterError, RetryError } from '../errors.js';
import { billbeeMessages } from '../messages/core/billbee-messages.js';
import { type Clock, type Fetch, monotonicNow } from '../ports.js';
import type { Subject, TriedCall } from './answer-error.js';
import type { CheckedConnection } from './connection.js';
import { exchange } from './exchange.js';
import type { RateLimiter } from './rate-limiter.js';
import { endpointKey, rateLimits } from './rate-limits.js';
import { type BillbeeAnswer, readAnswer } from './read-answer.js';
import { retryDelay } from './retry-timing.js';
import { sendError } from './send-error.js';

/** A call as the endpoints describe it. */
export interface BillbeeRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Path with placeholders, e.g. `/orders/{id}`: limits are counted by it. */
  readonly route: string;
  /** Path below the base URL, percent-encoded. */
  readonly path: string;
  readonly query?: readonly (readonly [name: string, value: string])[];
  /** JSON text. */
  readonly body?: string;
  /** Undefined for lists. */
  readonly subject?: Subject;
  /** What the limit of this very operation is counted by, see `rateLimits`: an order's id, for lists page and filter. */
  readonly limitedBy?: string;
  /** False: carried out twice, it does its work twice. Then only what was surely not carried out is repeated. */
  readonly repeatable: boolean;
  /** Whoever asks decides anew before each try: what fails, or would have to wait long, is thrown at once. */
  readonly once?: boolean | undefined;
}

/** One HTTP request, for logs and metrics. */
export interface BillbeeCall {
  readonly method: string;
  /** Path with placeholders, e.g. `/orders/{id}`. */
  readonly route: string;
  /** HTTP status; undefined when there was no answer. */
  readonly status: number | undefined;
  /** Code of the error it ended with, e.g. `throttled`; undefined when it succeeded. */
  readonly error: string | undefined;
  /** 1 for the first try. */
  readonly attempt: number;
  readonly durationMs: number;
}

/** Says whether a call may be made; one that may is counted. */
export interface CallGate {
  /**
   * Called before each HTTP request, repeats included.
   *
   * @throws StopError when no more calls may be made
   */
  pass(): Promise<void>;
}

export interface CallerOptions {
  readonly connection: CheckedConnection;
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly rateLimiter: RateLimiter;
  readonly userAgent: string;
  /** Beyond the first, refusals for calling too often are not counted: only `maxWaitMs` ends those. */
  readonly maxAttempts: number;
  readonly maxWaitMs: number;
  readonly timeoutMs: number;
  readonly random: () => number;
  readonly gate?: CallGate | undefined;
  readonly onCall: ((call: BillbeeCall) => void) | undefined;
}

/** After a 429 without `Retry-After`: the time after which every documented window is over. */
const shortestPauseMs = 1000;

/** Makes calls: paced, with a time limit, repeated where that is safe, failures as errors that say what to do. */
export class BillbeeCaller {
  readonly usage = { calls: 0, retries: 0 };
  readonly #options: CallerOptions;

  constructor(options: CallerOptions) {
    this.#options = options;
  }

  /**
   * @param read takes out of a successful answer what is wanted; undefined when it is not there, which counts
   *   as a broken answer
   * @throws RetryError when all tries failed, or when waiting any longer would pass the limit
   * @throws SettingsError HoldError StopError see `answerError`; the signal's reason when it is aborted
   */
  async call<Wanted extends object>(
    request: BillbeeRequest,
    signal: AbortSignal | undefined,
    read: (answer: BillbeeAnswer) => Wanted | undefined,
  ): Promise<Wanted> {
    const { clock, maxAttempts, maxWaitMs, random } = this.#options;
    let waited = 0;
    let failures = 0;
    for (let attempt = 1; ; attempt += 1) {
      const result = await this.#once(request, attempt, signal, read);
      if (!(result instanceof ImporterError)) return result;
      if (!mayRepeat(request, result)) throw result;
      // Being asked to wait is no failure: a burst of refusals is sat out, however many they are.
      const throttled = result.code === 'throttled';
      if (!throttled) failures += 1;
      const proposed = retryDelay(attempt, result.retryAfterMs, random());
      const delay = throttled ? Math.max(proposed, shortestPauseMs) : proposed;
      const isLast = maxAttempts === 1 || failures >= maxAttempts;
      if (isLast || waited + delay > maxWaitMs) throw result;
      waited += delay;
      await clock.sleep(delay, signal);
      this.usage.retries += 1;
    }
  }

  async #once<Wanted extends object>(
    request: BillbeeRequest,
    attempt: number,
    signal: AbortSignal | undefined,
    read: (answer: BillbeeAnswer) => Wanted | undefined,
  ): Promise<Wanted | ImporterError> {
    const { clock, connection, fetch, gate, maxWaitMs, onCall, rateLimiter, timeoutMs } = this.#options;
    const { method, route, path, query = [] } = request;
    const endpoint = `${method} ${route}`;
    const url = `${connection.baseUrl}${path}`;
    const tried: TriedCall = { call: `${method} ${url}`, tries: attempt > 1 ? attempt : undefined };
    const key = endpointKey(connection.caller, endpoint);
    const pausedMs = rateLimiter.pausedFor(key);
    if (pausedMs > (request.once ? shortestPauseMs : maxWaitMs)) return stillThrottled(tried, pausedMs);
    // Before the waiting, so that counting the call takes nothing from the pace.
    await gate?.pass();
    const ticket = await rateLimiter.acquire(
      rateLimits(connection.caller, endpoint, request.limitedBy),
      signal,
    );
    const started = monotonicNow(clock);
    let status: number | undefined;
    let result: Wanted | ImporterError;
    try {
      this.usage.calls += 1;
      const { response, text } = await exchange(`${url}${queryText(query)}`, this.#init(request), {
        fetch,
        timeoutMs,
        signal,
        call: tried,
        onHeaders(headers) {
          ticket.settle();
          status = headers.status;
        },
      });
      const answer = readAnswer(request, tried, response, text, connection, clock.now());
      result =
        answer instanceof ImporterError
          ? answer
          : (read(answer) ?? billbeeMessages.retry('bad-answer', { ...tried, what: 'other' }));
    } catch (error) {
      if (signal?.aborted) throw signal.reason;
      const redact = (words: string): string => connection.redact(words);
      result = error instanceof RetryError ? error : sendError(tried, error, redact);
    } finally {
      ticket.settle();
    }
    const code = result instanceof ImporterError ? result.code : undefined;
    if (result instanceof RetryError && result.code === 'throttled') {
      rateLimiter.pause(key, Math.max(result.retryAfterMs ?? 0, shortestPauseMs));
    }
    onCall?.({ method, route, status, error: code, attempt, durationMs: monotonicNow(clock) - started });
    return result;
  }

  #init({ method, body }: BillbeeRequest): RequestInit {
    return {
      method,
      headers: {
        Accept: 'application/json',
        'User-Agent': this.#options.userAgent,
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...this.#options.connection.credentialHeaders(),
      },
      ...(body === undefined ? {} : { body }),
      // Followed by hand means not at all: credentials go to no other address.
      redirect: 'manual',
    };
  }
}

/** Billbee has asked for a longer wait than one call may take: no call is spent on hearing it again. */
function stillThrottled(tried: TriedCall, retryAfterMs: number): RetryError {
  const seconds = Math.ceil(retryAfterMs / 1000);
  return billbeeMessages.retry('throttled', { ...tried, seconds }, { retryAfterMs });
}

function mayRepeat({ repeatable, once }: BillbeeRequest, error: ImporterError): error is RetryError {
  if (once || !(error instanceof RetryError)) return false;
  // Refused for its number, or never sent: neither can have been carried out.
  return repeatable || error.code === 'throttled' || error.code === 'unreachable';
}

function queryText(query: readonly (readonly [string, string])[]): string {
  const pairs = query.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`);
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}
