import type { ProblemValues, Store } from 'importer-core';
import { type OrderSummary, readOrderSummary } from 'importer-core/order';
import { type HoldOrigin, likeOf, sqlText } from 'importer-core/store';

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
  /** What people know it by; nothing where the payload is not kept any more. */
  readonly summary: OrderSummary;
  /** It was asked for again and waits for its turn. */
  readonly retryRequested: boolean;
}

export interface HeldQuery {
  /** From 1. */
  readonly page?: number | undefined;
  readonly pageSize?: number | undefined;
  readonly reason?: string | undefined;
  /** Part of an id or of the payload: order number, name, e-mail address. */
  readonly search?: string | undefined;
  /** Only this one. */
  readonly id?: string | undefined;
}

/** One page of an account's held orders, oldest first, and how many there are for each reason. */
export async function heldOverview(
  { db }: Store,
  account: string,
  { page = 1, pageSize = 50, reason, search, id }: HeldQuery = {},
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
  if (id !== undefined) holds = holds.where('hold_id', '=', sqlText(id));
  if (search !== undefined) {
    const like = likeOf(search);
    holds = holds.where(({ eb, or }) => or([eb('hold_id', 'ilike', like), eb('payload', 'ilike', like)]));
  }
  const counted = await holds.select(({ fn }) => fn.countAll().as('count')).executeTakeFirstOrThrow();
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
      'payload',
    ])
    .orderBy('held_at')
    .orderBy('hold_id')
    .orderBy('target')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute();
  return {
    orders: rows.map(({ hold_id: orderId, held_at: heldAt, retry_requested_at, payload, ...rest }) => ({
      ...rest,
      values: rest.values as ProblemValues | null,
      orderId,
      heldAt,
      summary: readOrderSummary(JSON.parse(payload)),
      retryRequested: retry_requested_at !== null,
    })),
    total: Number(counted.count),
    reasons,
  };
}
