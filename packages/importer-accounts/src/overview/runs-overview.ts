import type { Store } from 'importer-core';

/** One import run of an account. */
export interface RunOverview {
  readonly id: string;
  readonly target: string;
  /** ISO 8601. */
  readonly startedAt: string;
  /** Null while it runs, and for one that was killed. */
  readonly endedAt: string | null;
  /** `complete`, `limited`, `aborted`, `failed`; null while it runs, and for one that was killed. */
  readonly outcome: string | null;
  readonly read: number;
  readonly created: number;
  readonly held: number;
  readonly calls: number;
}

/** How long a change at Billbee can have waited when a run had brought it here. */
export interface LagPoint {
  /** End of the run, milliseconds since 1970. */
  readonly at: number;
  /** Since the start of the complete run before it, in milliseconds. */
  readonly lagMs: number;
}

/** The account's latest runs, newest first. */
export async function recentRuns(
  { db }: Store,
  account: string,
  limit = 20,
): Promise<readonly RunOverview[]> {
  const rows = await db
    .selectFrom('import_run')
    .select(['id', 'target', 'started_at', 'ended_at', 'outcome', 'summary'])
    .where('account', '=', account)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => {
    const { read = 0, created = 0, held = 0, calls = 0 } = (row.summary ?? {}) as Partial<RunOverview>;
    const { target, started_at: startedAt, ended_at: endedAt, outcome } = row;
    return { id: String(row.id), target, startedAt, endedAt, outcome, read, created, held, calls };
  });
}

/**
 * How far the account lagged behind Billbee at the end of each complete run.
 *
 * @param since ISO 8601; at most the latest 2,000 runs after it
 */
export async function lagHistory(
  { db }: Store,
  account: string,
  since: string,
): Promise<readonly LagPoint[]> {
  const rows = await db
    .selectFrom('import_run')
    .select(['started_at', 'ended_at'])
    .where('account', '=', account)
    .where('outcome', '=', 'complete')
    .where('ended_at', '>=', since)
    .orderBy('id', 'desc')
    .limit(2000)
    .execute();
  const runs = rows.reverse().map((row) => ({
    startedAt: Date.parse(row.started_at),
    endedAt: Date.parse(row.ended_at ?? row.started_at),
  }));
  return runs.slice(1).map(({ endedAt }, index) => ({
    at: endedAt,
    lagMs: Math.max(0, endedAt - (runs[index]?.startedAt ?? endedAt)),
  }));
}
