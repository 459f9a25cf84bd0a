import { type Clock, type Fetch, type Problem, RetryError } from 'importer-core';
import { createRateLimiter, type RateLimiter } from 'importer-core/service';
import type { CheckedXentral } from '../connection.js';
import { xentralMessages } from '../messages/index.js';
import { type ListQuery, listQuery } from './query.js';
import { pathOnly, refusal } from './refusal.js';

export interface XentralApiOptions {
  readonly connection: CheckedXentral;
  readonly fetch: Fetch;
  readonly clock: Clock;
  /** Calls per minute until the tenant says its own limit. */
  readonly callsPerMinute: number;
  /** For one answer, in milliseconds. */
  readonly timeoutMs?: number;
  /** In all, for one call with its repeats, in milliseconds. */
  readonly patienceMs?: number;
  readonly signal?: AbortSignal | undefined;
}

/** A write whose answer did not come, or said nothing about what became of it. */
export class UnclearAnswer extends RetryError {
  constructor({ code, message, values }: Problem, options?: { cause?: unknown }) {
    super(code, message, { ...options, values: values ?? undefined });
  }
}

const minuteMs = 60_000;
const readAttempts = 4;

/**
 * Calls to one tenant, paced by the limits it tells.
 *
 * Reads are repeated; a write is repeated only where Xentral has clearly not taken it (429). Everything else that leaves
 * open whether a write arrived is an {@link UnclearAnswer}: whoever made it has to look.
 */
export class XentralApi {
  readonly #options: Required<Omit<XentralApiOptions, 'signal'>> & Pick<XentralApiOptions, 'signal'>;
  readonly #rateLimiter: RateLimiter;
  #limit: number;
  calls = 0;

  constructor(options: XentralApiOptions) {
    this.#options = { timeoutMs: 30_000, patienceMs: 300_000, ...options };
    this.#rateLimiter = createRateLimiter(options.clock);
    this.#limit = options.callsPerMinute;
  }

  get origin(): string {
    return this.#options.connection.origin;
  }

  get clock(): Clock {
    return this.#options.clock;
  }

  /** @returns parsed JSON; undefined for 404 */
  async read(path: string, signal = this.#options.signal): Promise<unknown> {
    for (let attempt = 1; ; attempt += 1) {
      const answer = await this.#call('GET', path, undefined, signal).catch((error: unknown) => {
        if (attempt < readAttempts && error instanceof UnclearAnswer) return undefined;
        throw error;
      });
      if (answer === undefined) {
        await this.#options.clock.sleep(250 * 2 ** attempt, signal);
        continue;
      }
      if (answer.status === 404) return undefined;
      if (answer.status >= 400) throw refusal('GET', path, answer);
      try {
        return JSON.parse(answer.body) as unknown;
      } catch (cause) {
        const unreadable = { path: `${this.origin}${pathOnly(path)}` };
        throw xentralMessages.stop('xentral-answer-unreadable', unreadable, { cause });
      }
    }
  }

  async list(path: string, query: ListQuery, signal = this.#options.signal): Promise<unknown> {
    return this.read(`${path}?${listQuery(query)}`, signal);
  }

  /**
   * @returns the id at the end of the `Location` header
   * @throws UnclearAnswer when it may have been taken
   * @throws HoldError `xentral-refused` with Xentral's words
   */
  async create(path: string, body: unknown, signal = this.#options.signal): Promise<string | undefined> {
    const answer = await this.#call('POST', path, JSON.stringify(body), signal);
    if (answer.status >= 400) throw refusal('POST', path, answer);
    return /(\d+)\/?(?:[?#].*)?$/.exec(answer.location ?? '')?.[1];
  }

  async #call(
    method: string,
    path: string,
    body: string | undefined,
    signal: AbortSignal | undefined,
  ): Promise<{ status: number; body: string; location: string | null }> {
    const { connection, clock, timeoutMs, patienceMs } = this.#options;
    const until = clock.now() + patienceMs;
    for (;;) {
      const ticket = await this.#rateLimiter.acquire(
        [{ key: 'tenant', calls: this.#limit, windowMs: minuteMs }],
        signal,
      );
      const timeout = AbortSignal.timeout(timeoutMs);
      let response: Response;
      let text: string;
      try {
        this.calls += 1;
        response = await this.#options.fetch(`${connection.origin}${path}`, {
          method,
          headers: {
            ...connection.credentialHeaders(),
            Accept: 'application/json',
            ...(body !== undefined && { 'Content-Type': 'application/json' }),
          },
          redirect: 'manual',
          signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
          ...(body !== undefined && { body }),
        });
        ticket.settle();
        text = await response.text();
      } catch (cause) {
        const why = connection.redact(cause instanceof Error ? cause.message : String(cause));
        throw this.#unclear(method, path, why, cause);
      } finally {
        ticket.settle();
      }
      this.#learn(response);
      const { status } = response;
      if (status === 429 && clock.now() < until) {
        this.#rateLimiter.pause('tenant', pauseOf(response, clock.now()));
        continue;
      }
      if (status === 429) {
        throw xentralMessages.retry('xentral-throttled', { origin: connection.origin });
      }
      if (status >= 500) {
        throw this.#unclear(method, path, String(status));
      }
      if (status >= 300 && status < 400) {
        const { origin } = connection;
        throw xentralMessages.stop('xentral-redirect', { origin, path: pathOnly(path) });
      }
      return { status, body: text, location: response.headers.get('location') };
    }
  }

  #unclear(method: string, path: string, detail: string, cause?: unknown): UnclearAnswer {
    const values = { method, path: pathOnly(path), origin: this.origin, detail };
    return new UnclearAnswer(xentralMessages.problem('xentral-no-answer', values), { cause });
  }

  /** Source: `Xentral API: X-RateLimit-Limit, X-RateLimit-Remaining`. Others share the limit. */
  #learn({ headers }: Response): void {
    const limit = Number(headers.get('x-ratelimit-limit'));
    if (Number.isSafeInteger(limit) && limit > 0) this.#limit = Math.max(1, limit - 1);
    if (headers.get('x-ratelimit-remaining') === '0' && headers.get('retry-after') === null) {
      this.#rateLimiter.pause('tenant', 1000);
    }
  }
}

function pauseOf({ headers }: Response, now: number): number {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  if (seconds > 0) return Math.min(seconds, 600) * 1000;
  const reset = Number(headers.get('x-ratelimit-reset') ?? Number.NaN) * 1000;
  return reset > now ? Math.min(reset - now, 600_000) : 1000;
}
