import type { Clock, Store } from 'importer-core';
import { noteEvents } from 'importer-core/store';
import { sql } from 'kysely';

/**
 * Which held orders: those with these ids, else those with this reason, else all but those that were split off a delivered
 * order, which somebody has to mean.
 */
export interface RetryRequest {
  readonly ids?: readonly string[] | undefined;
  readonly reason?: string | undefined;
  /** Only those held for this target. */
  readonly target?: string | undefined;
  /** Those with this reason are left out. */
  readonly exceptReason?: string | undefined;
}

/**
 * Requests a retry of held orders from whoever works on the account next, here or on another machine; see {@link requestedRetries}.
 * To have it done at once, call `pollAllNow` after it.
 *
 * @returns how many
 * @example await requestRetry(store, account, { reason: 'article-unknown' }, clock)
 */
export async function requestRetry(
  { db }: Store,
  account: string,
  { ids, reason, target, exceptReason }: RetryRequest,
  clock: Clock,
): Promise<number> {
  const now = new Date(clock.now()).toISOString();
  return db.transaction().execute(async (trx) => {
    let holds = trx.updateTable('hold').set({ retry_requested_at: now }).where('account', '=', account);
    if (ids) holds = holds.where('hold_id', 'in', ids.length > 0 ? ids : ['']);
    else if (reason !== undefined) holds = holds.where('reason', '=', reason);
    else holds = holds.where('reason', '!=', 'split-off-delivered');
    if (target !== undefined) holds = holds.where('target', '=', target);
    if (exceptReason !== undefined) holds = holds.where('reason', '!=', exceptReason);
    const requested = await holds.returning(['target', 'hold_id as orderId']).execute();
    for (const held of new Set(requested.map((one) => one.target))) {
      const events = requested
        .filter((one) => one.target === held)
        .map(({ orderId }) => ({ orderId, event: 'retry-requested' as const }));
      await noteEvents(trx, { account, target: held }, events, now);
    }
    return requested.length;
  });
}

/**
 * Held orders whose retry was requested, the longest waiting first.
 *
 * @param most how many at a time; absent: all
 * @param target only those held for this target
 */
export async function requestedRetries(
  { db }: Store,
  account: string,
  { most, target }: { readonly most?: number; readonly target?: string } = {},
): Promise<readonly string[]> {
  let holds = db
    .selectFrom('hold')
    .where('account', '=', account)
    .where('retry_requested_at', 'is not', null);
  if (target !== undefined) holds = holds.where('target', '=', target);
  const rows = await holds
    .select('hold_id as id')
    .orderBy('retry_requested_at')
    .orderBy('hold_id')
    .$if(most !== undefined, (rows) => rows.limit(most ?? 0))
    .execute();
  return rows.map(({ id }) => id);
}

/**
 * Ends what {@link requestRetry} asked for: one that is still held would be tried again and again.
 *
 * @param target only at this target; absent: at every one
 */
export async function endRetryRequests(
  { db }: Store,
  account: string,
  ids: readonly string[],
  target?: string,
): Promise<void> {
  if (ids.length === 0) return;
  await db
    .updateTable('hold')
    .set({ retry_requested_at: null })
    .where('account', '=', account)
    // As many as there are: parameters are limited.
    .where(sql<boolean>`hold_id = any(array(select json_array_elements_text(${JSON.stringify(ids)}::json)))`)
    .$if(target !== undefined, (holds) => holds.where('target', '=', target ?? ''))
    .execute();
}
