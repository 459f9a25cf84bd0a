import { type Kysely, sql } from 'kysely';
import type { CursorScope } from './cursors.js';
import type { Store } from './store.js';
import type { CoreTables } from './tables.js';

/** @returns the run's number */
export async function startRun(db: Kysely<CoreTables>, scope: CursorScope, now: string): Promise<string> {
  const { account, target, selection } = scope;
  const row = await db
    .insertInto('import_run')
    .values({ account, target, selection, started_at: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  return String(row.id);
}

/** Notes how a run ended; one that was killed has no end. */
export async function finishRun(
  db: Kysely<CoreTables>,
  id: string,
  outcome: string,
  summary: object,
  now: string,
): Promise<void> {
  await db
    .updateTable('import_run')
    .set({ ended_at: now, outcome, summary: JSON.stringify(summary) })
    .where('id', '=', id)
    .execute();
}

/** Runs that nobody looks at any more are deleted, some at a time. */
const keptDays = 14;
const most = 10_000;

/**
 * Deletes runs that began more than two weeks ago: an account that is asked every few minutes has thousands of them a month.
 *
 * @param now milliseconds since 1970
 */
export async function forgetOldRuns({ db }: Store, now: number): Promise<void> {
  const before = new Date(now - keptDays * 86_400_000).toISOString();
  // The first by number are the oldest: what is to stay is not looked at again and again.
  await sql`delete from import_run where started_at < ${before}
    and id in (select id from import_run order by id limit ${most})`.execute(db);
}
