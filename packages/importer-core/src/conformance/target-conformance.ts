import type { ErpOrder } from '../order/erp-order.js';
import type { Store } from '../store/store.js';
import type { Target } from '../target/target.js';
import type { ConformanceCheck } from './check.js';
import { targetDeliveryChecks } from './target-delivery-checks.js';
import { targetEngineChecks } from './target-engine-checks.js';
import { targetMemoryChecks } from './target-memory-checks.js';
import { TargetTrial } from './target-trial.js';

/** An ERP that holds no order of the account yet. */
export interface TargetPlace {
  /** Opens the target on it, as a new process would; called several times, each result is closed. */
  open(): Promise<Target>;
  /**
   * BillBeeOrderIds that the ERP holds, looked up without the target (its database, its API): an order that is there twice
   * stands there twice. Orders of other checks may be among them. Without it duplicates cannot be seen.
   */
  orderIds?(): Promise<readonly string[]>;
  /** Clears it away. */
  remove?(): Promise<void>;
}

export interface TargetConformanceOptions {
  /** Makes a place for one check; `account` is another one each time, for ERPs that are never empty. */
  create(account: string): Promise<TargetPlace>;
  /** Turns the suite's orders into ones that this ERP takes, e.g. with an article that it knows; ids and amounts stay. */
  readonly adapt?: ((order: ErpOrder) => ErpOrder) | undefined;
  /** Turns an order into one that this ERP refuses, e.g. by an unknown article; absent: it takes everything. */
  readonly refusable?: ((order: ErpOrder) => ErpOrder) | undefined;
  /** The target promises more than it must: the same key delivered again is no second order. */
  readonly idempotent?: boolean | undefined;
  /** Makes an empty store, e.g. `() => openEmbeddedDatabase('memory://')`: then whole imports are checked too. */
  readonly store?: (() => Promise<Store>) | undefined;
}

/** A check of one target: what it does on a place of its own. */
export type TargetTrialRun = (trial: TargetTrial) => Promise<string | undefined>;

/**
 * What the import engine relies on in a target, as checks for any test runner.
 *
 * @example
 * for (const { name, run } of targetConformance({ create })) it(name, async () => { await run(); });
 */
export function targetConformance(options: TargetConformanceOptions): readonly ConformanceCheck[] {
  const trials = { ...targetDeliveryChecks, ...targetMemoryChecks, ...targetEngineChecks };
  return Object.entries(trials).map(([name, run], index) => ({
    name: `target: ${name}`,
    run: () => TargetTrial.hold(options, index + 1, run),
  }));
}
