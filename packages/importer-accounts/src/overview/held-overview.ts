import type { ProblemValues, Store } from 'importer-core';
import type { HoldOrigin } from 'importer-core/store';

/** A held order as a list shows it: no payload. */
export interface HeldOverview {
  readonly orderId: string;
  readonly origin: HoldOrigin;
  readonly reason: string;
  readonly field: string | null;
  /** What the words are made of, see `Problem`. */
  readonly values: ProblemValues | null;
  readonly message: string;
  readonly target: string;
  /** ISO 8601. */
  readonly heldAt: string;
  /** It was asked for again and waits for its turn. */
  readonly retryRequested: boolean;
}

export interface HeldQuery {
  /** From 1. */
  readonly page?: number | undefined;
  readonly pageSize?: number | undefined;
  readonly reason?: string | undefined;
}

/** One page of an account's held orders, oldest first, and how many there are for each reason. */
export async function heldOverview(
  { db }: Store,
  account: string,
  { page = 1, pageSize = 50, reason }: HeldQuery = {},
): Promise<{
  readonly orders: readonly HeldOverview[];
  readonly total: number;
  readonly reasons: readonly { readonly reason: string; readonly count: number }[];
}> {
  const counts = await db
    .selectFrom('hold')
    .select(({ fn }) => ['reason', fn.countAll().as('count')])
    .where('account', '=', account)
    .groupBy('reason')
    .orderBy('reason')
    .execute();
  const reasons = counts.map((row) => ({ reason: row.reason, count: Number(row.count) }));
  let holds = db.selectFrom('hold').where('account', '=', account);
  if (reason !== undefined) holds = holds.where('reason', '=', reason);
  const rows = await holds
    .select([
      'hold_id',
      'origin',
      'reason',
      'field',
      'values',
      'message',
      'target',
      'held_at',
      'retry_requested_at',
    ])
    .orderBy('held_at')
    .orderBy('hold_id')
    .orderBy('target')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute();
  const chosen = reason === undefined ? reasons : reasons.filter((one) => one.reason === reason);
  return {
    orders: rows.map(({ hold_id: orderId, held_at: heldAt, retry_requested_at, ...rest }) => ({
      ...rest,
      values: rest.values as ProblemValues | null,
      orderId,
      heldAt,
      retryRequested: retry_requested_at !== null,
    })),
    total: chosen.reduce((sum, { count }) => sum + count, 0),
    reasons,
  };
}
