import {
  type ChangePolicy,
  type Clock,
  type ImportOptions,
  type OrderSource,
  type PrepareOrder,
  prepareOrder,
  type RetryHeldOptions,
  type Store,
  type Target,
} from 'importer-core';
import { resolveMapping } from 'importer-mapping';
import type { ImportPlan } from './import-plan.js';

/** What decides how an account's orders are imported, whoever asks for it. */
export interface ImportRules {
  readonly statusIds: readonly number[];
  readonly prepare: PrepareOrder;
  readonly changes?: ChangePolicy | undefined;
  readonly statusAfterImport?: { readonly statusId: number } | undefined;
  readonly tagsAfterImport?: readonly string[] | undefined;
}

/** Where an import reads and what it writes to. */
export interface ImportEnds {
  readonly account: string;
  readonly source: OrderSource;
  readonly store: Store;
  readonly target: Target;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/** The options of every import: of a run, or of single orders. */
export function importOptions(rules: ImportRules, ends: ImportEnds): ImportOptions {
  const { statusIds, prepare, changes, statusAfterImport, tagsAfterImport } = rules;
  return {
    ...endsOf(ends),
    statusIds,
    prepare,
    changes,
    setInProgressAfterImport: statusAfterImport,
    tagsAfterImport,
  };
}

/** The options of every retry of held orders: an order that has left the statuses of the import keeps its status. */
export function retryOptions(
  { statusIds, prepare, statusAfterImport, tagsAfterImport }: ImportRules,
  ends: ImportEnds,
): Omit<RetryHeldOptions, 'ids'> {
  return {
    ...endsOf(ends),
    prepare,
    setInProgressAfterImport: statusAfterImport && { ...statusAfterImport, fromStatusIds: statusIds },
    tagsAfterImport,
  };
}

/** The rules of a plan. */
export function rulesOf(plan: ImportPlan): ImportRules {
  const { statusIds, changes, statusAfterImport, tagsAfterImport } = plan;
  return { statusIds, changes, statusAfterImport, tagsAfterImport, prepare: prepareForTarget(plan) };
}

/**
 * The way of an order to its target. For an ERP the tables are applied here as well, so that an order they hold is
 * held before anything is claimed or sent, and a dry run shows it.
 */
export function prepareForTarget({
  mapping,
  tables,
  xentral,
}: Pick<ImportPlan, 'mapping' | 'tables' | 'xentral'>): PrepareOrder {
  const prepare = prepareOrder(mapping);
  if (!xentral) return prepare;
  return (raw) => {
    const prepared = prepare(raw);
    if (prepared.result.outcome === 'held') return prepared;
    const result = resolveMapping(prepared.result.order, tables);
    if (result.outcome === 'resolved') return prepared;
    const { reason, field, values, message } = result;
    return { ...prepared, contentHash: '', result: { outcome: 'held', reason, field, values, message } };
  };
}

/** Not more than these: what carries an import's ends may be a whole session. */
function endsOf({ account, source, store, target, clock, signal }: ImportEnds): ImportEnds {
  return { account, source, store, target, clock, signal };
}
