import { join } from 'node:path';
import type { Accounts, CallLimits } from 'importer-accounts';
import { type Account, CallBudget } from 'importer-accounts';
import type { BillbeeCall } from 'importer-core';
import {
  type BillbeeClient,
  createBillbeeClient,
  createWebhookApi,
  type Pace,
  type Store,
  type Target,
  type WebhookApi,
} from 'importer-core';
import type { CommandContext } from '../context.js';
import type { Log } from '../log/log.js';
import { readCallLimits } from '../settings/call-limits.js';
import { type ImportPlan, planImport } from './import-plan.js';
import { openImportTarget } from './open-target.js';
import { requireOwnPrefix } from './require-own-prefix.js';

/** One merchant for the length of a turn: Billbee as this account, the rules of its settings, its target. */
export interface Merchant {
  readonly account: string;
  readonly plan: ImportPlan;
  readonly source: BillbeeClient;
  readonly sink: BillbeeClient;
  readonly webhooks: WebhookApi;
  readonly budget: CallBudget;
  readonly limits: CallLimits | undefined;
  /** Calls and repeats of this turn. */
  readonly usage: { readonly calls: number; readonly retries: number };
  openTarget(): Promise<Target>;
  /** Puts into the outbox what the target's ERP reports; nothing where it has none. */
  readBack(): Promise<void>;
}

export interface MerchantParts {
  readonly context: CommandContext;
  readonly store: Store;
  readonly accounts: Accounts;
  readonly log: Log;
  readonly outDir: string | undefined;
  paceOf(apiKey: string): Pace;
  onCall(call: BillbeeCall): void;
}

/** Patience of one call within a turn; what needs more comes again with the job's retry. */
const sourcePatience = { maxAttempts: 4, maxWaitMs: 20_000, timeoutMs: 30_000 };
const sinkPatience = { maxAttempts: 2, maxWaitMs: 2000, timeoutMs: 15_000 };

/**
 * Opens a merchant.
 *
 * @throws SettingsError when credentials or settings cannot be used
 */
export async function openMerchant(
  { key: account, settings }: Account,
  { context, store, accounts, log, outDir, paceOf, onCall }: MerchantParts,
): Promise<Merchant> {
  const { clock, env, fetch, terminal } = context;
  const plan = planImport(context, outDir === undefined ? {} : { out: fileOf(outDir, account) }, settings);
  if (plan.xentral) await requireOwnPrefix(account, plan.xentral, accounts, context);
  const limits = readCallLimits(settings, env, terminal);
  const budget = new CallBudget({
    store,
    account,
    clock,
    limits,
    onWarning: ({ calls, warnAt }) => log.write('calls-warning', { account, calls, warnAt }),
  });
  const connection = await accounts.connection(account);
  const shared = { connection, fetch, clock, pacer: paceOf(connection.apiKey), gate: budget, onCall };
  const source = createBillbeeClient({ ...shared, ...sourcePatience });
  const sink = createBillbeeClient({ ...shared, ...sinkPatience });
  const webhooks = createWebhookApi({ ...shared, ...sinkPatience });
  return {
    account,
    plan,
    source,
    sink,
    webhooks,
    budget,
    limits,
    get usage() {
      const all = [source.usage, sink.usage, webhooks.usage];
      return {
        calls: all.reduce((sum, { calls }) => sum + calls, 0),
        retries: all.reduce((sum, { retries }) => sum + retries, 0),
      };
    },
    openTarget: () => openImportTarget(plan, store, account, context),
    async readBack() {
      if (!plan.xentral) return;
      const feedback = await import('../commands/feedback.js');
      await feedback.readBack(context, account, store, plan);
    },
  };
}

/** A file name for each account, the same on every machine. */
function fileOf(folder: string, account: string): string {
  return join(folder, `${encodeURIComponent(account).replaceAll('%40', '@')}.ndjson`);
}
