import type { Store } from 'importer-core';
import { sql } from 'kysely';

/** What the store holds of an account, in figures. */
export interface StoreFigures {
  readonly outbox: { readonly waiting: number; readonly sent: number; readonly dead: number };
  readonly held: number;
  /** The latest import run that has ended, whoever made it; times are ISO 8601. */
  readonly lastRun: { readonly endedAt: string; readonly outcome: string } | undefined;
  /** When a run last read everything, ISO 8601. */
  readonly lastCompleteAt: string | undefined;
}

/**
 * Counts what the store holds of an account; fails when the database does not answer.
 *
 * @example (await readStoreFigures(store, account)).outbox.dead // 0
 */
export async function readStoreFigures({ db }: Store, account: string): Promise<StoreFigures> {
  const only = sql<boolean>`account = ${account}`;
  const states = await db
    .selectFrom('outbox')
    .select(({ fn }) => ['state', fn.countAll().as('count')])
    .where(only)
    .groupBy('state')
    .execute();
  const count = (state: string): number => Number(states.find((row) => row.state === state)?.count ?? 0);
  const holds = await db
    .selectFrom('hold')
    .select(({ fn }) => fn.countAll().as('count'))
    .where(only)
    .executeTakeFirstOrThrow();
  const runs = db.selectFrom('import_run').where(only).where('ended_at', 'is not', null);
  const last = await runs
    .select(['ended_at as endedAt', 'outcome'])
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  const complete = await runs
    .select(({ fn }) => fn.max('ended_at').as('endedAt'))
    .where('outcome', '=', 'complete')
    .executeTakeFirst();
  return {
    outbox: { waiting: count('waiting'), sent: count('sent'), dead: count('dead') },
    held: Number(holds.count),
    lastRun: last && { endedAt: last.endedAt ?? '', outcome: last.outcome ?? '' },
    lastCompleteAt: complete?.endedAt ?? undefined,
  };
}
