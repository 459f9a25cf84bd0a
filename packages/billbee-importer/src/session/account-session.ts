import { type CallBudget, type CallLimits, type CallWarning, createCallBudget } from 'importer-accounts';
import {
  type BillbeeClient,
  type BillbeeConnection,
  type Clock,
  createBillbeeClient,
  createWebhookApi,
  type Fetch,
  type Store,
  sendDue,
  type WebhookApi,
} from 'importer-core';
import { accountKey, type BillbeeCall, type RateLimiter, readApiUsage } from 'importer-core/service';
import type { CommandContext } from '../context.js';
import { readCallLimits } from '../settings/call-limits.js';
import { type Credentials, readCredentials } from '../settings/credentials.js';
import { readSettingsFile } from '../settings/read-settings-file.js';
import { causeIn } from '../texts/wording.js';
import { rateLimiters } from './rate-limiters.js';

/**
 * Billbee as one account, whoever works for it: a command, a worker or a shop of an ERP. Reading and writing share the rate limiter, count
 * into the account's budget, and are counted together.
 */
export interface AccountSession {
  readonly account: string;
  /** Patient: waits out throttling or a restart. */
  readonly source: BillbeeClient;
  /** Impatient: what cannot be sent now is safe in the outbox and tried again later. */
  readonly sink: BillbeeClient;
  readonly webhooks: WebhookApi;
  readonly budget: CallBudget;
  readonly limits: CallLimits | undefined;
  /** Calls to Billbee of this session, and repeated ones among them. */
  readonly usage: { readonly calls: number; readonly retries: number };
  /** Asks Billbee for its own count of the month's calls, at most once a day. */
  askUsage(): Promise<void>;
}

/** How long one call may take, repeats included. */
interface Patience {
  readonly maxAttempts?: number;
  /** Longest wait between two attempts, in milliseconds. */
  readonly maxWaitMs?: number;
  readonly timeoutMs?: number;
}

/** For somebody who waits at a terminal for a whole run: the client's own patience, minutes of throttling. */
const runPatience: Patience = {};
/** For a worker: what needs more patience comes again with the account's next try. */
export const workPatience: Patience = { maxAttempts: 4, maxWaitMs: 20_000, timeoutMs: 30_000 };
/** The outbox has its own, longer patience. */
const sinkPatience: Patience = { maxAttempts: 2, maxWaitMs: 2000, timeoutMs: 15_000 };

export interface AccountSessionOptions {
  readonly store: Store;
  readonly connection: BillbeeConnection;
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly rateLimiter: RateLimiter;
  readonly limits: CallLimits | undefined;
  readonly patience: Patience;
  /** The limits hold, but no call is counted in the store. */
  readonly readOnly?: boolean;
  readonly signal: AbortSignal;
  /** Told once a month that the account's calls have reached the limit that warns. */
  readonly onWarning?: (warning: CallWarning) => void;
  /** Told about each HTTP request when it is over. */
  readonly onCall?: ((call: BillbeeCall) => void) | undefined;
}

/**
 * The session of one account; nothing is sent yet.
 *
 * @throws SettingsError when credentials or limits cannot be used
 */
export function createAccountSession(options: AccountSessionOptions): AccountSession {
  const { store, connection, fetch, clock, rateLimiter, limits, patience, readOnly, signal } = options;
  const account = accountKey(connection.username);
  const budget = createCallBudget({ store, account, clock, limits, readOnly, onWarning: options.onWarning });
  let usageCalls = 0;
  const shared = {
    connection,
    fetch,
    clock,
    rateLimiter,
    gate: budget,
    onCall: options.onCall,
    ...patience,
  };
  const source = createBillbeeClient(shared);
  const sink = createBillbeeClient({ ...shared, ...sinkPatience });
  const webhooks = createWebhookApi({ ...shared, ...sinkPatience });
  return {
    account,
    source,
    sink,
    webhooks,
    budget,
    limits,
    get usage() {
      const all = [source.usage, sink.usage, webhooks.usage];
      return {
        calls: all.reduce((sum, { calls }) => sum + calls, usageCalls),
        retries: all.reduce((sum, { retries }) => sum + retries, 0),
      };
    },
    async askUsage() {
      const onCall = (call: BillbeeCall): void => {
        usageCalls += 1;
        options.onCall?.(call);
      };
      await budget.askBillbee((month) => readApiUsage({ ...shared, onCall }, month, signal));
    },
  };
}

/**
 * The session of the merchant whom the environment names, for a command that somebody waits for. Warnings go to the terminal.
 *
 * @param options `readOnly`: nothing is written, and the rate limit is kept for this process alone
 * @throws SettingsError naming the settings that are missing or cannot be used
 */
export async function openMerchantSession(
  context: CommandContext,
  store: Store,
  { readOnly = false, connection }: { readonly readOnly?: boolean; readonly connection?: Credentials } = {},
): Promise<AccountSession> {
  const { env, terminal, fetch, clock, stop } = context;
  const credentials = connection ?? readCredentials(env, terminal);
  const limits = readCallLimits(readSettingsFile(env, terminal), env, terminal);
  const rateLimiter = rateLimiters(context, readOnly ? undefined : store)(credentials.apiKey);
  const session = createAccountSession({
    store,
    connection: credentials,
    fetch,
    clock,
    rateLimiter,
    limits,
    readOnly,
    patience: runPatience,
    signal: stop,
    onWarning: ({ calls, warnAt, stopAt }) =>
      terminal.note(
        stopAt === undefined
          ? terminal.say('budget.warning', { calls, warnAt })
          : terminal.say('budget.warningStop', { calls, warnAt, stopAt }),
      ),
  });
  if (limits !== undefined) await session.askUsage();
  return session;
}

/** Sends what waits in the outbox and is due. A report that cannot be sent now does not keep orders from coming in. */
export async function sendWaiting(
  { terminal, clock, stop }: CommandContext,
  { account, sink }: AccountSession,
  store: Store,
): Promise<void> {
  if (stop.aborted) return;
  const { waiting, dead, stoppedBy } = await sendDue({ store, account, sink, clock, signal: stop });
  if (stoppedBy !== undefined && !stop.aborted) {
    const cause = causeIn(terminal.language, stoppedBy);
    terminal.note(terminal.say('import.outboxStopped', { waiting, cause }));
  } else if (waiting > 0 || dead > 0) {
    terminal.note(terminal.say('import.outboxOpen', { waiting, dead }));
  }
}
