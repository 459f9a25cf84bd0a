import type { Clock, Store } from 'importer-core';
import { monotonicNow } from 'importer-core/service';
import { accountMessages } from '../accounts/account-messages.js';
import { tablesOf } from '../store/tables.js';
import { endLease, takeLease } from './account-leases.js';

export interface WithoutWorkOptions {
  readonly clock: Clock;
  /** How long to wait for work under way, in milliseconds; it ends at its next safe point. */
  readonly waitMs: number;
  /** Told once, when somebody is at work. */
  readonly onWaiting?: (() => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

const lookMs = 200;
/** Far longer than what is done meanwhile takes; should this process die, work goes on after it. */
const leaseMs = 120_000;

/**
 * Does something while nobody works on an account, in whichever way: work under way is waited for, and none begins.
 *
 * @throws StopError `account-busy` when work has not ended in time; the signal's reason
 * @example await withoutWork(store, account, () => accounts.remove(account, { data: true }), { clock, waitMs: 60_000 })
 */
export async function withoutWork<T>(
  store: Store,
  account: string,
  work: () => Promise<T>,
  { clock, waitMs, onWaiting, signal }: WithoutWorkOptions,
): Promise<T> {
  const worker = `removal ${crypto.randomUUID()}`;
  const rows = await tablesOf(store.db)
    .selectFrom('account_schedule')
    .select('key')
    .where('account', '=', account)
    .execute();
  const startedAt = monotonicNow(clock);
  const leases = [];
  let told = false;
  try {
    for (const { key } of rows) {
      for (;;) {
        const lease = await takeLease(store, key, worker, leaseMs, { dueOrNot: true });
        if (lease) {
          leases.push(lease);
          break;
        }
        const isThere = await tablesOf(store.db)
          .selectFrom('account_schedule')
          .select('key')
          .where('key', '=', key)
          .executeTakeFirst();
        if (!isThere) break;
        if (monotonicNow(clock) - startedAt > waitMs) throw accountMessages.stop('account-busy', { account });
        if (!told) onWaiting?.();
        told = true;
        await clock.sleep(lookMs, signal);
      }
    }
    return await work();
  } finally {
    for (const lease of leases) await endLease(store, lease, {}).catch(() => {});
  }
}
