import type { OutboxEntry, Store, WriteBackState } from 'importer-core';
import { entryOf } from 'importer-core/store';

export interface OutboxQuery {
  /** From 1. */
  readonly page?: number | undefined;
  readonly pageSize?: number | undefined;
  readonly state?: WriteBackState | undefined;
}

/** One page of an account's write-backs, newest first, and how many there are in each state. */
export async function outboxOverview(
  { db }: Store,
  account: string,
  { page = 1, pageSize = 50, state }: OutboxQuery = {},
): Promise<{
  readonly entries: readonly OutboxEntry[];
  readonly total: number;
  readonly counts: Readonly<Record<WriteBackState, number>>;
}> {
  const rows = await db
    .selectFrom('outbox')
    .select(({ fn }) => ['state', fn.countAll().as('count')])
    .where('account', '=', account)
    .groupBy('state')
    .execute();
  const of = (wanted: string): number => Number(rows.find((row) => row.state === wanted)?.count ?? 0);
  const counts = { waiting: of('waiting'), sent: of('sent'), dead: of('dead') };
  let entries = db.selectFrom('outbox').where('account', '=', account);
  if (state !== undefined) entries = entries.where('state', '=', state);
  const found = await entries
    .selectAll()
    .orderBy('id', 'desc')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute();
  const total = state === undefined ? counts.waiting + counts.sent + counts.dead : counts[state];
  return { entries: found.map(entryOf), total, counts };
}
