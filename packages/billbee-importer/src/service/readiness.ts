import type { Store } from 'importer-core';
import { runSql } from 'importer-core/store';

/** What `/readyz` answers. */
export interface Readiness {
  readonly ready: boolean;
  /** Why not: `database-unreachable`, `stopping`; null when it is. */
  readonly cause: string | null;
}

const databaseMs = 2000;

/** Whether requests can be served now: the database answers and the process is not about to end. */
export async function judgeReadiness(store: Store, stop: AbortSignal): Promise<Readiness> {
  if (stop.aborted) return { ready: false, cause: 'stopping' };
  const answered = await within(databaseMs, runSql(store.db, 'select 1')).then(
    () => true,
    () => false,
  );
  return answered ? { ready: true, cause: null } : { ready: false, cause: 'database-unreachable' };
}

/** @throws Error when it takes longer */
export async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The database does not answer.')), milliseconds);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
