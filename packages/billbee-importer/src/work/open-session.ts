import { join } from 'node:path';
import type { Accounts } from 'importer-accounts';
import { type BillbeeConnection, prepareOrder, type Store, type Target } from 'importer-core';
import type { BillbeeCall, RateLimiter } from 'importer-core/service';
import type { SettingsFile } from 'importer-core/statuses';
import type { CommandContext } from '../context.js';
import type { Log } from '../log/log.js';
import { accountUrl } from '../service/webhooks.js';
import { type AccountSession, createAccountSession, workPatience } from '../session/account-session.js';
import { type ImportRules, rulesOf } from '../session/import-options.js';
import { type ImportPlan, type ImportSwitches, planImport } from '../session/import-plan.js';
import { openImportTarget, readBack } from '../session/open-target.js';
import { readRetryRules } from '../session/retry-holds.js';
import { readCallLimits } from '../settings/call-limits.js';
import { readCredentials } from '../settings/credentials.js';
import { importRules } from '../settings/mapping-rules.js';
import { readSettingsFile } from '../settings/read-settings-file.js';
import { prefixCheck } from './own-prefix.js';
import type { WorkParts } from './work-parts.js';
import { retryAnywhere, retryAt, type WorkSession } from './work-session.js';
import type { WorkSettings } from './work-settings.js';

/** The merchant whom the environment names, as `serve` works for him. */
export interface Merchant {
  readonly account: string;
  readonly switches: ImportSwitches;
  /** From the end of one poll to the next, in milliseconds. */
  readonly pollMs: number;
}

/** A shop of an ERP, whose orders wait in the store until the ERP takes them. */
export interface ErpShop {
  readonly account: string;
  readonly connection: BillbeeConnection;
  readonly statusIds: readonly number[];
  openTarget(): Target;
}

export interface OpenSessionParts {
  readonly context: CommandContext;
  readonly store: Store;
  readonly accounts: Accounts;
  readonly log: Log;
  readonly settings: Pick<WorkSettings, 'shortestMs' | 'longestMs' | 'outDir'>;
  /** Public address of the service; undefined: polling only. */
  readonly publicUrl: string | undefined;
  readonly merchant?: Merchant | undefined;
  /** @returns undefined when there is no such shop, or it cannot be used */
  readonly openShop?: ((name: string) => Promise<ErpShop | undefined>) | undefined;
  rateLimiter(apiKey: string): RateLimiter;
  onCall(key: string, call: BillbeeCall): void;
}

/** In the schedule, a shop of an ERP has this before its name; Billbee's user names hold no colon. */
export const shopPrefix = 'shop:';

/**
 * Opens the session of any account that a worker works on: the merchant of the environment, an account of the store, or a shop of
 * an ERP. Settings are read anew each time; the merchant's and the shops' sessions stay, so that each warning of a month comes once.
 */
export function sessionOpener(parts: OpenSessionParts): WorkParts['openSession'] {
  const { context, store, accounts, log, settings, publicUrl, merchant } = parts;
  const { env, terminal } = context;
  const requireOwnPrefix = prefixCheck(accounts, context);
  const sessions = new Map<string, { readonly connection: string; readonly session: AccountSession }>();

  return (key) => {
    if (key === merchant?.account) return openMerchant(merchant);
    if (key.startsWith(shopPrefix)) return openErpShop(key);
    return openAccount(key);
  };

  async function openMerchant({ account, switches, pollMs }: Merchant): Promise<WorkSession> {
    const file = readSettingsFile(env, terminal);
    const plan = planImport(context, switches, file);
    const session = keep(account, readCredentials(env, terminal), (calls, warnAt, stopAt) =>
      terminal.note(
        stopAt === undefined
          ? terminal.say('budget.warning', { calls, warnAt })
          : terminal.say('budget.warningStop', { calls, warnAt, stopAt }),
      ),
    );
    return workOf(
      session,
      plan,
      async () => readSettingsFile(env, terminal),
      { shortestMs: pollMs, longestMs: pollMs },
      publicUrl,
    );
  }

  async function openAccount(key: string): Promise<WorkSession | undefined> {
    const opened = await accounts.withConnection(key);
    if (!opened?.account.enabled) return undefined;
    const { account: found, connection } = opened;
    const { outDir, shortestMs, longestMs } = settings;
    const plan = planImport(
      context,
      outDir === undefined ? {} : { out: fileOf(outDir, key) },
      found.settings,
    );
    if (plan.xentral) await requireOwnPrefix(key, found.settings);
    const session = create(key, connection, readCallLimits(found.settings, env, terminal), (calls, warnAt) =>
      log.write('calls-warning', { account: key, calls, warnAt }),
    );
    const url = publicUrl && accountUrl(publicUrl, key);
    const readSettings = async (): Promise<SettingsFile> =>
      (await accounts.get(key))?.settings ?? found.settings;
    return workOf(session, plan, readSettings, { shortestMs, longestMs }, url);
  }

  async function openErpShop(key: string): Promise<WorkSession | undefined> {
    const name = key.slice(shopPrefix.length);
    const shop = await parts.openShop?.(name);
    if (!shop) return undefined;
    const { clock } = context;
    const rulesNow = ({ statusIds }: ErpShop): ImportRules => {
      const { mapping } = importRules(readSettingsFile(env, terminal), env, terminal);
      return { statusIds, prepare: prepareOrder(mapping), changes: 'update' };
    };
    const session = keep(key, shop.connection);
    return {
      session,
      rules: rulesNow(shop),
      poll: undefined,
      asksUsage: session.limits !== undefined,
      webhooks: undefined,
      openTarget: async () => shop.openTarget(),
      retryRequested(signal) {
        const open = async () => {
          const now = (await parts.openShop?.(name)) ?? shop;
          return { target: now.openTarget(), rules: rulesNow(now) };
        };
        return retryAt(shop.openTarget().id, session, open, { store, clock }, signal);
      },
      readBack: async () => undefined,
    };
  }

  function workOf(
    session: AccountSession,
    plan: ImportPlan,
    readSettings: () => Promise<SettingsFile>,
    poll: WorkSession['poll'],
    url: string | undefined,
  ): WorkSession {
    const { account } = session;
    return {
      session,
      rules: rulesOf(plan),
      poll,
      // The merchant has no month plan that counts his calls.
      asksUsage: session.limits !== undefined || account === merchant?.account,
      webhooks: { publicUrl: url },
      openTarget: () => openImportTarget(plan, store, account, context),
      retryRequested: (signal) =>
        retryAnywhere(
          context,
          store,
          session,
          async () => readRetryRules(context, await readSettings()),
          signal,
        ),
      readBack: async () => (plan.xentral ? readBack(context, account, store, plan) : undefined),
    };
  }

  /** The session that was opened before, while its credentials are the same. */
  function keep(key: string, connection: BillbeeConnection, warn: Warn = () => {}): AccountSession {
    const text = JSON.stringify(connection);
    const known = sessions.get(key);
    if (known?.connection === text) return known.session;
    const limits = readCallLimits(readSettingsFile(env, terminal), env, terminal);
    const session = create(key, connection, limits, warn);
    sessions.set(key, { connection: text, session });
    return session;
  }

  function create(
    key: string,
    connection: BillbeeConnection,
    limits: AccountSession['limits'],
    warn: Warn,
  ): AccountSession {
    const { fetch, clock, stop } = context;
    return createAccountSession({
      store,
      connection,
      fetch,
      clock,
      limits,
      rateLimiter: parts.rateLimiter(connection.apiKey),
      patience: workPatience,
      signal: stop,
      onWarning: ({ calls, warnAt, stopAt }) => warn(calls, warnAt, stopAt),
      onCall: (call) => parts.onCall(key, call),
    });
  }
}

type Warn = (calls: number, warnAt: number, stopAt: number | undefined) => void;

/** A file name for each account, the same on every machine. */
function fileOf(folder: string, account: string): string {
  return join(folder, `${encodeURIComponent(account).replaceAll('%40', '@')}.ndjson`);
}
