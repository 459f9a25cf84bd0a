import {
  type ImportProgress,
  listHeld,
  type RetryHeldOutcome,
  retryHeld,
  SettingsError,
  type Store,
} from 'importer-core';
import { mostSingleRetries } from 'importer-core/service';
import type { SettingsFile } from 'importer-core/statuses';
import type { CommandContext } from '../context.js';
import { importRules } from '../settings/mapping-rules.js';
import { mappingTables } from '../settings/mapping-tables.js';
import { readSettingsFile } from '../settings/read-settings-file.js';
import { readXentralPlan } from '../settings/xentral-settings.js';
import type { AccountSession } from './account-session.js';
import { type ImportRules, prepareForTarget, retryOptions } from './import-options.js';
import type { ImportPlan } from './import-plan.js';
import { openHeldTarget } from './open-target.js';

/** What decides how held orders are tried again, at whichever target each was held. */
export type RetryRules = Pick<ImportPlan, 'mapping' | 'tables' | 'xentral'> &
  Omit<ImportRules, 'prepare' | 'changes'> & {
    /** The tables as they stand in the settings: an ERP shop reads them with its own. */
    readonly shopTables: unknown;
  };

/**
 * The rules of an account's settings; unlike an import, a retry needs no selected status.
 *
 * @param settings default: the file that `BILLBEE_SETTINGS` names
 * @throws SettingsError naming path and key
 */
export function readRetryRules(
  { env, terminal }: CommandContext,
  settings: SettingsFile = readSettingsFile(env, terminal),
): RetryRules {
  const { mapping, tagsAfterImport } = importRules(settings, env, terminal);
  const { setInProgressAfterImport, inProgressStatusId, importStatusIds = [] } = settings;
  const setsStatus = setInProgressAfterImport === true && inProgressStatusId !== undefined;
  return {
    mapping,
    tagsAfterImport,
    statusIds: importStatusIds,
    tables: mappingTables(settings, env, terminal),
    xentral: readXentralPlan(settings, env, terminal),
    shopTables: settings['mapping'],
    statusAfterImport: setsStatus ? { statusId: inProgressStatusId } : undefined,
  };
}

/** What became of a retry. */
export interface RetriedHolds {
  readonly outcomes: readonly RetryHeldOutcome[];
  /** Why targets could not be opened; their orders stay held. */
  readonly closed: readonly SettingsError[];
}

export interface RetryChoice {
  /** Also orders that have left the statuses that are imported. Default: for orders that are named, as a person means them. */
  readonly anyStatus?: boolean;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ImportProgress) => void;
}

const listed = 250;
const callsPerSecond = 2;

/**
 * What it costs at least to try so many held orders again; Billbee allows two calls a second.
 *
 * @param fromList whether there are statuses whose list can be read
 */
export function retryCost(orders: number, fromList = true): { readonly calls: number; readonly ms: number } {
  const calls = fromList && orders > mostSingleRetries ? Math.ceil(orders / listed) : orders;
  return { calls, ms: (calls / callsPerSecond) * 1000 };
}

/**
 * Tries held orders again, each at the target it was meant for. Those of a target that cannot be opened, such as a shop that is
 * gone, stay held and say why; they do not keep the others from theirs.
 *
 * @param ids none at all: every held order of the account that is still in one of the statuses that are imported; others,
 *   which were cancelled or shipped meanwhile, stay held and say so
 */
export async function retryHolds(
  context: CommandContext,
  { account, source }: Pick<AccountSession, 'account' | 'source'>,
  store: Store,
  ids: readonly string[],
  rules: RetryRules,
  { anyStatus = ids.length > 0, signal = context.stop, onProgress }: RetryChoice = {},
): Promise<RetriedHolds> {
  const { terminal, clock } = context;
  const wanted = new Set(ids);
  const held = await listHeld(store, account);
  const heldIds = new Set(held.map(({ orderId }) => orderId));
  const chosen = held.filter(({ orderId }) => wanted.size === 0 || wanted.has(orderId));
  const outcomes: RetryHeldOutcome[] = [...wanted]
    .filter((id) => !heldIds.has(id))
    .map((orderId) => ({
      orderId,
      outcome: 'unknown-id',
      message: terminal.say('retry.unknownId', { id: orderId }),
    }));
  const closed: SettingsError[] = [];
  const progress = { read: 0, created: 0, skipped: 0, held: 0, expected: chosen.length };
  for (const targetId of new Set(chosen.map(({ target }) => target))) {
    const here = chosen.filter((order) => order.target === targetId).map(({ orderId }) => orderId);
    const target = await openHeldTarget(targetId, rules, store, account, context).catch(unopened);
    if (target instanceof SettingsError) {
      const { code: reason, message } = target;
      closed.push(target);
      for (const orderId of here) outcomes.push({ orderId, outcome: 'held', reason, message });
      continue;
    }
    const xentral = targetId.startsWith('xentral:') ? rules.xentral : undefined;
    const prepare = prepareForTarget({ ...rules, xentral });
    try {
      const ends = { account, source, store, target, clock, signal };
      const onlyStatusIds = anyStatus || rules.statusIds.length === 0 ? undefined : rules.statusIds;
      const options = {
        ...retryOptions({ ...rules, prepare }, ends),
        onlyStatusIds,
        ...(wanted.size > 0 && { ids: here }),
        onOutcome(outcome: RetryHeldOutcome) {
          outcomes.push(outcome);
          progress.read += 1;
          if (outcome.outcome === 'delivered') progress.created += 1;
          else if (outcome.outcome === 'held') progress.held += 1;
          else progress.skipped += 1;
          onProgress?.({ ...progress });
        },
      };
      await retryHeld(options);
    } finally {
      await target.close();
    }
  }
  return { outcomes, closed };
}

function unopened(error: unknown): SettingsError {
  if (error instanceof SettingsError) return error;
  throw error;
}
