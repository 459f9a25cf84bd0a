import type { Clock, Store } from 'importer-core';
import type { WorkSession } from './work-session.js';
import type { WorkSettings } from './work-settings.js';

/** What work on an account needs from its worker. */
export interface WorkParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly settings: Pick<WorkSettings, 'leaseMs' | 'sliceMs' | 'longestMs'>;
  /** Names this worker, differently from all others. */
  readonly worker: string;
  /** Aborted when the worker is to end: the work comes to its next safe point. */
  readonly stop: AbortSignal;
  /** @returns undefined when there is no such account any more, or it is disabled */
  openSession(key: string): Promise<WorkSession | undefined>;
  /** How much slower than wished all accounts are asked, and whether their calls are used up. */
  month(): { readonly stretch: number; readonly exhausted: boolean };
}

/** What somebody asks for at once, whether it is due or not: a poll, or single orders by BillBeeOrderId. */
export type WorkRequest = { readonly poll: true } | { readonly ids: readonly string[] };
