import { type AccountLease, renewLease } from 'importer-accounts';
import type { Clock, Store } from 'importer-core';
import { monotonicNow } from 'importer-core/service';

/** A lease that is kept alive. */
export interface KeptLease {
  /** Aborted when the lease has gone to somebody else, or may have: the database did not answer in time. */
  readonly lost: AbortSignal;
  end(): void;
}

/** Says again and again that the lease's holder is still there, until it is ended or lost. */
export function keepLease(store: Store, lease: AccountLease, leaseMs: number, clock: Clock): KeptLease {
  const lost = new AbortController();
  const ended = new AbortController();
  let renewedAt = monotonicNow(clock);
  const run = async (): Promise<void> => {
    while (!ended.signal.aborted) {
      await clock.sleep(leaseMs / 4, ended.signal);
      const askedAt = monotonicNow(clock);
      const kept = await Promise.race([
        renewLease(store, lease, leaseMs).catch(() => undefined),
        clock.sleep(leaseMs / 4, ended.signal).then(() => undefined),
      ]);
      if (kept === true) renewedAt = askedAt;
      if (kept === false || monotonicNow(clock) - renewedAt > leaseMs * 0.75) {
        lost.abort(new Error('The account has gone to another worker.'));
        return;
      }
    }
  };
  run().catch(() => {});
  return { lost: lost.signal, end: () => ended.abort() };
}
