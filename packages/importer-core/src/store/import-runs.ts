import type { Kysely } from 'kysely';
import type { CursorPlace } from './cursors.js';
import type { Tables } from './tables.js';

/** @returns the run's number */
export async function startRun(db: Kysely<Tables>, place: CursorPlace, now: string): Promise<string> {
  const { account, target, selection } = place;
  const row = await db
    .insertInto('import_run')
    .values({ account, target, selection, started_at: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  return String(row.id);
}

/** Notes how a run ended; one that was killed has no end. */
export async function finishRun(
  db: Kysely<Tables>,
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
