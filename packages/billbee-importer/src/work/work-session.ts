import { endRetryRequests, requestedRetries } from 'importer-accounts';
import {
  type ImportOptions,
  type RetryHeldOutcome,
  retryHeld,
  type SettingsError,
  type Store,
  type Target,
} from 'importer-core';
import { mostSingleRetries } from 'importer-core/service';
import type { FeedbackSummary } from 'xentral-target';
import type { CommandContext } from '../context.js';
import type { AccountSession } from '../session/account-session.js';
import { type ImportRules, importOptions, retryOptions } from '../session/import-options.js';
import { type RetryRules, retryHolds } from '../session/retry-holds.js';

/** A session as a worker uses it: with the rules of its imports and a place for the orders. */
export interface WorkSession {
  readonly session: AccountSession;
  readonly rules: ImportRules;
  /** Bounds between two polls, in milliseconds; undefined: only when somebody asks, as an ERP does. */
  readonly poll: { readonly shortestMs: number; readonly longestMs: number } | undefined;
  /** Whether Billbee is asked, once a day, for its own count of the month's calls. */
  readonly asksUsage: boolean;
  /** Whether Billbee's webhooks are looked after, and their public address; without one, our registration is taken back. */
  readonly webhooks: { readonly publicUrl: string | undefined } | undefined;
  /** Opened for each work, so that a file that was moved away is noticed. */
  openTarget(): Promise<Target>;
  /**
   * Tries held orders again that a person asked for: some of them one by one, or all in the pages of the selected statuses.
   * Undefined when there are none.
   */
  retryRequested(signal: AbortSignal): Promise<RequestedRetries | undefined>;
  /** Puts into the outbox what the target's ERP reports of its own accord; undefined where it has none. */
  readBack(): Promise<FeedbackSummary | undefined>;
}

export interface RequestedRetries {
  readonly outcomes: readonly RetryHeldOutcome[];
  /** Why targets could not be opened. */
  readonly closed: readonly SettingsError[];
}

const fewRetries = 20;

/** The options of an import of this session. */
export function optionsOf(
  { session, rules }: WorkSession,
  target: Target,
  { store, clock }: { readonly store: Store; readonly clock: CommandContext['clock'] },
  signal: AbortSignal,
): ImportOptions {
  const { account, source } = session;
  return importOptions(rules, { account, source, store, target, clock, signal });
}

/**
 * Retries at whichever target each order was held.
 *
 * @param readRules read after the requests: whoever corrects a setting and then asks has it used, also in the middle of other work
 */
export async function retryAnywhere(
  context: CommandContext,
  store: Store,
  session: AccountSession,
  readRules: () => Promise<RetryRules>,
  signal: AbortSignal,
): Promise<RequestedRetries | undefined> {
  const requested = await requestedRetries(store, session.account);
  if (requested.length === 0) return undefined;
  const rules = await readRules();
  const ids = atOnce(requested, rules);
  const retried = await retryHolds(context, session, store, ids, rules, {
    anyStatus: false,
    signal,
  });
  await endRetryRequests(store, session.account, ids);
  return retried;
}

/**
 * Retries at one target, of orders that are still in a selected status.
 *
 * @param open called after the requests were read, see {@link retryAnywhere}
 */
export async function retryAt(
  targetId: string,
  { account, source }: AccountSession,
  open: () => Promise<{ readonly target: Target; readonly rules: ImportRules }>,
  { store, clock }: { readonly store: Store; readonly clock: CommandContext['clock'] },
  signal: AbortSignal,
): Promise<RequestedRetries | undefined> {
  const requested = await requestedRetries(store, account, { target: targetId });
  if (requested.length === 0) return undefined;
  const { target, rules } = await open();
  const ids = atOnce(requested, rules);
  const options = retryOptions(rules, { account, source, store, target, clock, signal });
  const outcomes = await retryHeld({ ...options, onlyStatusIds: rules.statusIds, ids });
  await endRetryRequests(store, account, ids, target.id);
  return { outcomes, closed: [] };
}

/** Each of a few takes a call, and other work waits meanwhile; many take a call for 250 orders of the selected statuses. */
function atOnce(ids: readonly string[], { statusIds }: Pick<ImportRules, 'statusIds'>): readonly string[] {
  return statusIds.length > 0 && ids.length > mostSingleRetries ? ids : ids.slice(0, fewRetries);
}
