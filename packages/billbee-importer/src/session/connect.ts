import { CallBudget } from 'importer-accounts';
import {
  accountKey,
  type BillbeeCall,
  type BillbeeClient,
  type BillbeeClientOptions,
  createBillbeeClient,
  createWebhookApi,
  type Pace,
  Pacer,
  readApiUsage,
  type Store,
  type WebhookApi,
} from 'importer-core';
import type { CommandContext } from '../context.js';
import { readCallLimits } from '../settings/call-limits.js';
import { readCredentials } from '../settings/credentials.js';
import { readSettingsFile } from '../settings/read-settings-file.js';
import { paceOfKeys } from './rate-limiters.js';

/** Billbee as one command uses it: reading and writing share the pace and are counted together. */
export interface Connection {
  readonly account: string;
  /** Patient: waits out minutes of throttling or of a restart. */
  readonly source: BillbeeClient;
  /** Impatient: what cannot be sent now is safe in the outbox and tried again by a later command. */
  readonly sink: BillbeeClient;
  readonly webhooks: WebhookApi;
  /** Calls to Billbee so far. */
  readonly usage: { readonly calls: number; readonly retries: number };
  /**
   * From now on calls are counted in the store, the limits of the settings file hold, and the developer key's calls per
   * second are shared with the other processes on that database.
   *
   * @param options `readOnly`: the limits hold, but nothing is written; `ask`: ask Billbee for its own count, at most
   *   once a day (default: when the settings file has limits)
   * @throws SettingsError `settings-invalid`
   */
  countIn(
    store: Store,
    options?: { readonly readOnly?: boolean; readonly ask?: boolean },
  ): Promise<CallBudget>;
}

/** Tries per write-back in one sending; the outbox has its own, longer patience. */
const sinkAttempts = 2;
const sinkWaitMs = 2000;
const sinkTimeoutMs = 15_000;

/**
 * Prepares the connection; nothing is sent yet.
 *
 * @param onCall told about each HTTP request when it is over
 * @throws SettingsError naming the settings that are missing or cannot be used
 */
export function connect(context: CommandContext, onCall?: (call: BillbeeCall) => void): Connection {
  const { env, terminal, fetch, clock, stop } = context;
  const connection = readCredentials(env, terminal);
  let pace: Pace = new Pacer(clock);
  const pacer: Pace = {
    acquire: (limits, signal) => pace.acquire(limits, signal),
    pause: (key, milliseconds) => pace.pause(key, milliseconds),
    pausedFor: (key) => pace.pausedFor(key),
  };
  let budget: CallBudget | undefined;
  const gate = { pass: async () => budget?.pass() };
  const patient: BillbeeClientOptions = { connection, fetch, clock, pacer, gate, onCall };
  const impatient: BillbeeClientOptions = {
    ...patient,
    maxAttempts: sinkAttempts,
    maxWaitMs: sinkWaitMs,
    timeoutMs: sinkTimeoutMs,
  };
  const source = createBillbeeClient(patient);
  const sink = createBillbeeClient(impatient);
  const webhooks = createWebhookApi(impatient);
  let usageCalls = 0;
  const account = accountKey(connection.username);
  return {
    account,
    source,
    sink,
    webhooks,
    get usage() {
      const all = [source.usage, sink.usage, webhooks.usage];
      return {
        calls: all.reduce((sum, { calls }) => sum + calls, usageCalls),
        retries: all.reduce((sum, { retries }) => sum + retries, 0),
      };
    },
    async countIn(store, { readOnly = false, ask } = {}) {
      if (!readOnly) pace = paceOfKeys(context, store)(connection.apiKey);
      const limits = readCallLimits(readSettingsFile(env, terminal), env, terminal);
      budget = new CallBudget({
        store,
        account,
        clock,
        limits,
        readOnly,
        onWarning: ({ calls, warnAt, stopAt }) =>
          terminal.note(
            stopAt === undefined
              ? terminal.say('budget.warning', { calls, warnAt })
              : terminal.say('budget.warningStop', { calls, warnAt, stopAt }),
          ),
      });
      const count = (call: BillbeeCall): void => {
        usageCalls += 1;
        onCall?.(call);
      };
      if (ask ?? limits !== undefined) {
        await budget.askBillbee((month) => readApiUsage({ ...patient, onCall: count }, month, stop));
      }
      return budget;
    },
  };
}
