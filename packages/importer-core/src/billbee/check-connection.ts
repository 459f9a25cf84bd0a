import { ImporterError, SettingsError } from '../errors.js';
import { connectionMessages } from '../messages/core/connection-messages.js';
import type { Problem } from '../messages/problem.js';
import type { Clock, Fetch } from '../ports.js';
import { BillbeeCaller } from './call-billbee.js';
import { type BillbeeConnection, CheckedConnection, defaultBaseUrl } from './connection.js';
import { orderPageQuery } from './order-page.js';
import { createRateLimiter, type RateLimiter } from './rate-limiter.js';

/** Why a connection does not work; exactly one. */
export type ConnectionCause =
  | 'host-unreachable'
  | 'not-https'
  | 'missing-credential'
  | 'invalid-setting'
  | 'wrong-api-key'
  | 'wrong-user-or-password'
  /** One of the three credentials, and Billbee does not tell which. */
  | 'wrong-credentials'
  | 'api-off'
  | 'no-rights'
  | 'throttled'
  | 'billbee-down'
  | 'not-billbee';

/** What a connection check has found out. */
export type ConnectionCheck =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly cause: ConnectionCause;
      /** Neutral keys of the settings at fault, e.g. `['apiKey']`; empty when none is. */
      readonly settings: readonly string[];
      /** What is wrong and what to do, to be worded by a front end. */
      readonly problem: Problem;
    };

export interface CheckConnectionOptions {
  readonly connection: BillbeeConnection;
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly signal?: AbortSignal | undefined;
  /** Shared with the clients of the same developer key. */
  readonly rateLimiter?: RateLimiter | undefined;
}

const maxAttempts = 2;
const maxWaitMs = 3000;
const timeoutMs = 8000;

/**
 * Checks a connection by one call that asks for one order. That proves most: address, TLS, all three
 * credentials, the API switched on and booked, the user's right to orders, and an envelope that only Billbee
 * answers with. The enum endpoints would be cheaper, but may be open to users who cannot read orders.
 *
 * It is repeated once at most, so that the result is there within seconds.
 *
 * @throws the signal's reason when it is aborted; nothing else
 * @example
 * const check = await checkConnection({ connection, fetch, clock: systemClock });
 * console.log(check.ok ? 'success' : check.problem.message);
 */
export async function checkConnection(options: CheckConnectionOptions): Promise<ConnectionCheck> {
  const { clock, fetch, rateLimiter = createRateLimiter(clock), signal } = options;
  let headersCame = false;
  try {
    const connection = new CheckedConnection(options.connection);
    const caller = new BillbeeCaller({
      connection,
      fetch,
      clock,
      rateLimiter,
      userAgent: 'billbee-importer',
      maxAttempts,
      maxWaitMs,
      timeoutMs,
      random: () => 0.5,
      onCall({ status }) {
        headersCame = status !== undefined;
      },
    });
    const query = orderPageQuery({ page: 1, pageSize: 1, statusIds: [] });
    const request = { method: 'GET', route: '/orders', path: '/orders', query, repeatable: true } as const;
    await caller.call(request, signal, (answer) =>
      answer.enveloped && (answer.data === null || Array.isArray(answer.data)) ? answer : undefined,
    );
    return { ok: true };
  } catch (error) {
    signal?.throwIfAborted();
    if (!(error instanceof ImporterError)) throw error;
    return { ok: false, ...explain(error, headersCame) };
  }
}

/** What Billbee says to a call that was refused for what the connection is: wrong credentials, a switch, a right. */
const refusals = ['unauthorized', 'api-not-activated', 'not-booked', 'forbidden'];

/**
 * A refused call in the words of the connection check, for whoever has got the error of another call.
 *
 * @returns undefined for an error that says nothing of the connection
 * @example wording.say(connectionProblem(error) ?? error)
 */
export function connectionProblem(error: unknown): Problem | undefined {
  const isRefusal = error instanceof ImporterError && refusals.includes(error.code);
  return isRefusal ? explain(error, true).problem : undefined;
}

function explain(
  error: ImporterError,
  headersCame: boolean,
): Omit<Extract<ConnectionCheck, { ok: false }>, 'ok'> {
  const cause = causeOf(error, headersCame);
  const settings = settingsOf(error, cause);
  const status = Number(error.values?.['status']);
  const values = { settings, example: defaultBaseUrl, status: status >= 500 ? status : undefined };
  return { cause, settings, problem: connectionMessages.problem(`connection-${cause}`, values) };
}

function causeOf(error: ImporterError, headersCame: boolean): ConnectionCause {
  switch (error.code) {
    case 'missing-credential':
    case 'not-https':
    case 'throttled':
      return error.code;
    case 'bad-credential':
    case 'bad-url':
      return 'invalid-setting';
    case 'unauthorized':
      return refusedCredential(error instanceof SettingsError ? error.settings : []);
    case 'api-not-activated':
    case 'not-booked':
      return 'api-off';
    case 'forbidden':
      return 'no-rights';
    case 'unreachable':
    case 'tls':
      return 'host-unreachable';
    case 'network':
    case 'timeout':
      return headersCame ? 'billbee-down' : 'host-unreachable';
    case 'server-error':
      return 'billbee-down';
    default:
      return 'not-billbee';
  }
}

function refusedCredential(settings: readonly string[]): ConnectionCause {
  if (settings.length > 2) return 'wrong-credentials';
  return settings.includes('apiKey') ? 'wrong-api-key' : 'wrong-user-or-password';
}

function settingsOf(error: ImporterError, cause: ConnectionCause): readonly string[] {
  if (error instanceof SettingsError) return error.settings;
  return cause === 'host-unreachable' || cause === 'not-billbee' ? ['baseUrl'] : [];
}
