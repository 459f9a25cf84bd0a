import type { Clock, Store } from 'importer-core';
import { type RetryHeldOptions, type RetryHeldOutcome, retryHeld } from 'importer-core';
import { tablesOf } from '../store/tables.js';
import { askNow } from './account-turns.js';

/** Which held orders: those with these ids, else those with this reason, else all. */
export interface WantedHolds {
  readonly ids?: readonly string[] | undefined;
  readonly reason?: string | undefined;
}

/**
 * Asks for held orders to be tried again by whoever imports for the account, here or on another machine; see
 * {@link wantedHolds} and {@link retryWanted}.
 *
 * @returns how many
 * @example await wantHeldAgain(store, account, { reason: 'article-unknown' }, clock)
 */
export async function wantHeldAgain(
  { db }: Store,
  account: string,
  { ids, reason }: WantedHolds,
  clock: Clock,
): Promise<number> {
  let holds = db
    .updateTable('hold')
    .set({ wanted_at: new Date(clock.now()).toISOString() })
    .where('account', '=', account);
  if (ids) holds = holds.where('hold_id', 'in', ids.length > 0 ? ids : ['']);
  else if (reason !== undefined) holds = holds.where('reason', '=', reason);
  const { numUpdatedRows } = await holds.executeTakeFirst();
  const scheduled = await tablesOf(db)
    .selectFrom('account')
    .select('key')
    .where('key', '=', account)
    .executeTakeFirst();
  if (scheduled) await askNow(db, account);
  return Number(numUpdatedRows);
}

/**
 * Held orders that were asked for again, the longest waiting first.
 *
 * @param most how many at a time: each takes a call, and other work waits meanwhile
 * @param target only those held for this target
 */
export async function wantedHolds(
  { db }: Store,
  account: string,
  most = 20,
  target?: string,
): Promise<readonly string[]> {
  let holds = db.selectFrom('hold').where('account', '=', account).where('wanted_at', 'is not', null);
  if (target !== undefined) holds = holds.where('target', '=', target);
  const rows = await holds
    .select('hold_id as id')
    .orderBy('wanted_at')
    .orderBy('hold_id')
    .limit(most)
    .execute();
  return rows.map(({ id }) => id);
}

/**
 * Ends what {@link wantHeldAgain} asked for: one that is still held would be tried again and again.
 *
 * @param target only at this target; absent: at every one
 */
export async function endWanted(
  { db }: Store,
  account: string,
  ids: readonly string[],
  target?: string,
): Promise<void> {
  if (ids.length === 0) return;
  await db
    .updateTable('hold')
    .set({ wanted_at: null })
    .where('account', '=', account)
    .where('hold_id', 'in', ids)
    .$if(target !== undefined, (holds) => holds.where('target', '=', target ?? ''))
    .execute();
}

/**
 * Tries held orders of one target that were asked for again; at most 20 at a time.
 *
 * @returns undefined when none was asked for
 * @throws as {@link retryHeld}; what was not tried stays asked for
 */
export async function retryWanted(
  options: Omit<RetryHeldOptions, 'ids'>,
): Promise<readonly RetryHeldOutcome[] | undefined> {
  const { store, account, target } = options;
  const ids = await wantedHolds(store, account, 20, target.id);
  if (ids.length === 0) return undefined;
  const outcomes = await retryHeld({ ...options, ids });
  await endWanted(store, account, ids, target.id);
  return outcomes;
}
