import { dueAccounts, type WorkScope } from 'importer-accounts';
import type { Store } from 'importer-core';

/** What is most pressing for an account. */
export type WorkKind = 'import' | 'report';

/** Somebody is to look at an account now. The schedule says what there is to do; a job that is lost, or one too many, does no harm. */
export interface Job {
  /** Of the account's entry in the schedule. */
  readonly key: string;
  readonly kind: WorkKind;
}

/** Hands out work among those who do it. */
export interface WorkQueue {
  /** How often somebody without anything to do looks for jobs at least, in milliseconds; a wake is quicker. */
  readonly longestLookMs: number;
  /**
   * Takes up to `most` jobs.
   *
   * @throws what the database throws
   */
  take(most: number): Promise<readonly Job[]>;
  close(): Promise<void>;
}

/** Where few share the work, as on the embedded database, each looks for it in the schedule himself; leases keep them apart. */
export function scheduleQueue({ db }: Store, scope: WorkScope): WorkQueue {
  return {
    // Each look costs the embedded database some milliseconds, and what is urgent wakes the worker.
    longestLookMs: 2000,
    take: async (most) => (await dueAccounts(db, scope, most)).map(({ key, work }) => ({ key, kind: work })),
    async close() {},
  };
}
