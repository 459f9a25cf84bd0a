import type { ProblemValues } from '../messages/problem.js';
import type { Clock, ImportProgress } from '../ports.js';
import type { Store } from '../store/store.js';
import type { Target } from '../target/target.js';
import type { OrderSource } from './order-source.js';
import type { PrepareOrder } from './prepare-order.js';

/** What one import run needs. */
export interface ImportOptions {
  /** Names the Billbee account in the store, e.g. its user name or a hash of it. */
  readonly account: string;
  /** Orders in these statuses are imported. */
  readonly statusIds: readonly number[];
  readonly source: OrderSource;
  readonly store: Store;
  readonly target: Target;
  readonly clock: Clock;
  /** Parses and maps one raw order; `prepareOrder()` makes the standard one. */
  readonly prepare?: PrepareOrder | undefined;
  /** Read again what was modified after this time (ISO 8601; without an offset: Billbee's own notation). */
  readonly since?: string | undefined;
  /** Stop after this many orders were newly created or held. */
  readonly limit?: number | undefined;
  /**
   * Asked whenever the watermark has moved and more is to be read: true ends the run as `limited`, and the next one goes on
   * from there. So many accounts can share a worker, and a large one does not keep the others waiting.
   */
  readonly shouldYield?: (() => boolean) | undefined;
  /** Decide and report, but write nothing to store or target. */
  readonly dryRun?: boolean | undefined;
  /** An order whose content changed after it was delivered: leave it, offer it as an update, or hold it. Default `ignore`. */
  readonly changes?: ChangePolicy | undefined;
  /** Set each delivered order to this status in Billbee: put into the outbox once the target has confirmed it. */
  readonly setInProgressAfterImport?: { readonly statusId: number } | undefined;
  /** Attach these tags to each delivered order in Billbee: put into the outbox once the target has confirmed it. */
  readonly tagsAfterImport?: readonly string[] | undefined;
  /** Told about each order as it is decided. */
  readonly onDecision?: ((decision: ImportDecision) => void) | undefined;
  /** Told after every page. */
  readonly onProgress?: ((progress: ImportProgress) => void) | undefined;
  /** Ends the run cleanly after the step under way; the summary covers what was done. */
  readonly signal?: AbortSignal | undefined;
}

export type ChangePolicy = 'hold' | 'update' | 'ignore';

/** What happens to one order and why. */
export interface ImportDecision {
  /** BillBeeOrderId, or `unknown-` and 12 hex digits for an order without a readable id. */
  readonly orderId: string;
  readonly action: 'create' | 'update' | 'skip' | 'hold';
  /** Stable code, e.g. `new`, `already-delivered`, `total-mismatch`. */
  readonly reason: string;
  readonly field?: string | undefined;
  /** What the words are made of, see `Problem`. */
  readonly values?: ProblemValues | undefined;
  readonly message?: string | undefined;
}

/** One run in figures; read = created + skipped + held, always. */
export interface ImportSummary {
  /** Distinct orders of this run; orders held earlier and unchanged are not counted again. */
  readonly read: number;
  /** Delivered to the target, updates included. */
  readonly created: number;
  readonly skipped: number;
  readonly held: number;
  /** Calls to Billbee. */
  readonly calls: number;
  /** Repeated calls among them. */
  readonly retries: number;
  readonly elapsedMs: number;
  /** Where the next run starts: greatest LastModifiedAt of what is proved complete; null before that. */
  readonly cursor: string | null;
}

/** How a run ended. */
export interface ImportResult {
  readonly summary: ImportSummary;
  /** `complete`: everything was read; `limited`: by `limit` or `shouldYield`; `aborted`: by the signal; `failed`: see `error`. */
  readonly outcome: 'complete' | 'limited' | 'aborted' | 'failed';
  /** Why a failed run ended. */
  readonly error: unknown;
}
