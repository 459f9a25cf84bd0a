import {
  listHeld,
  type RetryHeldOptions,
  type RetryHeldOutcome,
  retryHeld,
  SettingsError,
  type Store,
  type Target,
} from 'importer-core';
import type { SettingsFile } from 'importer-core/statuses';
import type { CommandContext } from '../context.js';
import { importRules } from '../settings/mapping-rules.js';
import { mappingTables } from '../settings/mapping-tables.js';
import { readSettingsFile } from '../settings/read-settings-file.js';
import { readXentralPlan } from '../settings/xentral-settings.js';
import type { Connection } from './connect.js';
import { prepareForTarget } from './import-options.js';
import type { ImportPlan } from './import-plan.js';
import { openAnyTarget } from './open-any-target.js';
import { openImportTarget } from './open-target.js';

function statusAfterRetry({
  setInProgressAfterImport,
  inProgressStatusId,
  importStatusIds = [],
}: SettingsFile): RetryHeldOptions['setInProgressAfterImport'] {
  return setInProgressAfterImport === true && inProgressStatusId !== undefined
    ? { statusId: inProgressStatusId, fromStatusIds: importStatusIds }
    : undefined;
}

export type RetryRules = Pick<ImportPlan, 'mapping' | 'tables'> &
  Pick<RetryHeldOptions, 'setInProgressAfterImport' | 'tagsAfterImport'> & {
    /** The tables as they stand in the settings file: an ERP shop reads them with its own settings. */
    readonly shopTables: unknown;
  };

/** What decides how held orders are tried again, from the settings file as it is now. */
export function readRetryRules({ env, terminal }: CommandContext): RetryRules {
  const settings = readSettingsFile(env, terminal);
  const { mapping, tagsAfterImport } = importRules(settings, env, terminal);
  return {
    mapping,
    tagsAfterImport,
    tables: mappingTables(settings, env, terminal),
    shopTables: settings['mapping'],
    setInProgressAfterImport: statusAfterRetry(settings),
  };
}

/**
 * Tries held orders again, each at the target it was meant for. Those of a target that cannot be opened, such as a shop that is
 * gone, stay held and say why; they do not keep the others from theirs.
 *
 * @param ids none at all: every held order of the account
 * @param onClosed told about each target that cannot be opened
 */
export async function retryHolds(
  context: CommandContext,
  { account, source }: Pick<Connection, 'account' | 'source'>,
  store: Store,
  ids: readonly string[],
  rules: RetryRules,
  onClosed: (error: SettingsError) => void = () => {},
): Promise<RetryHeldOutcome[]> {
  const { terminal, clock, stop } = context;
  const wanted = new Set(ids);
  const held = await listHeld(store, account);
  const chosen = held.filter(({ orderId }) => wanted.size === 0 || wanted.has(orderId));
  const outcomes: RetryHeldOutcome[] = [...wanted]
    .filter((id) => !held.some(({ orderId }) => orderId === id))
    .map((orderId) => ({
      orderId,
      outcome: 'unknown-id',
      message: terminal.say('retry.unknownId', { id: orderId }),
    }));
  for (const targetId of new Set(chosen.map(({ target }) => target))) {
    const here = chosen.filter((order) => order.target === targetId).map(({ orderId }) => orderId);
    const opened = await openHeldTarget(context, targetId, store, account, rules).catch(closed);
    if (opened instanceof SettingsError) {
      const { code: reason, message } = opened;
      onClosed(opened);
      outcomes.push(...here.map((orderId) => ({ orderId, outcome: 'held', reason, message }) as const));
      continue;
    }
    const { target, prepare } = opened;
    try {
      const { setInProgressAfterImport, tagsAfterImport } = rules;
      const options = {
        account,
        source,
        store,
        target,
        clock,
        signal: stop,
        prepare,
        setInProgressAfterImport,
        tagsAfterImport,
      };
      outcomes.push(...(await retryHeld({ ...options, ids: here })));
    } finally {
      await target.close();
    }
  }
  return outcomes;
}

function closed(error: unknown): SettingsError {
  if (error instanceof SettingsError) return error;
  throw error;
}

/** The target that an order was held at, and the way of an order to it. */
async function openHeldTarget(
  context: CommandContext,
  targetId: string,
  store: Store,
  account: string,
  rules: RetryRules,
): Promise<{ readonly target: Target; readonly prepare: RetryHeldOptions['prepare'] }> {
  const { env, terminal } = context;
  if (!targetId.startsWith('xentral:')) {
    const { clock } = context;
    const target = await openAnyTarget(targetId, { store, account, clock, mapping: rules.shopTables });
    return { target, prepare: prepareForTarget({ ...rules, xentral: undefined }) };
  }
  const xentral = readXentralPlan(readSettingsFile(env, terminal), env, terminal);
  const plan = { ...rules, xentral, out: undefined, dryRun: false };
  const target = xentral && (await openImportTarget(plan, store, account, context));
  if (target?.id === targetId) return { target, prepare: prepareForTarget(plan) };
  throw new SettingsError('xentral-missing', terminal.say('xentral.other', { target: targetId }), {
    settings: ['XENTRAL_URL'],
  });
}
