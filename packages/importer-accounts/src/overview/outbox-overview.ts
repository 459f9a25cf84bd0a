import type { OutboxEntry, Store, WriteBackState } from 'importer-core';
import { entryOf, likeOf, sqlText } from 'importer-core/store';
import { sql } from 'kysely';

export interface OutboxQuery {
  /** From 1. */
  readonly page?: number | undefined;
  readonly pageSize?: number | undefined;
  readonly state?: WriteBackState | undefined;
  /** Part of an order id, SKU or tracking number. */
  readonly search?: string | undefined;
  /** Only about this order. */
  readonly orderId?: string | undefined;
}

/** One page of an account's write-backs, newest first, and how many there are in each state. */
export async function outboxOverview(
  { db }: Store,
  account: string,
  { page = 1, pageSize = 50, state, search, orderId }: OutboxQuery = {},
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
  if (orderId !== undefined) entries = entries.where('order_id', '=', sqlText(orderId));
  if (search !== undefined) {
    const like = likeOf(search);
    entries = entries.where(({ or }) =>
      or([sql<boolean>`subject ilike ${like}`, sql<boolean>`payload::text ilike ${like}`]),
    );
  }
  const counted = await entries.select(({ fn }) => fn.countAll().as('count')).executeTakeFirstOrThrow();
  const found = await entries
    .selectAll()
    .orderBy('id', 'desc')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute();
  return { entries: found.map(entryOf), total: Number(counted.count), counts };
}
