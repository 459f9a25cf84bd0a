import { type AccountTurn, renewTurn } from 'importer-accounts';
import type { Clock, Store } from 'importer-core';

/** A turn that is kept alive. */
export interface Lease {
  /** Aborted when the turn has gone to somebody else, or may have: the database did not answer in time. */
  readonly lost: AbortSignal;
  end(): void;
}

/** Says again and again that the turn's holder is still there, until it is ended or lost. */
export function keepLease(store: Store, turn: AccountTurn, leaseMs: number, clock: Clock): Lease {
  const lost = new AbortController();
  const ended = new AbortController();
  let renewedAt = clock.now();
  const run = async (): Promise<void> => {
    while (!ended.signal.aborted) {
      await clock.sleep(leaseMs / 4, ended.signal);
      const askedAt = clock.now();
      const kept = await Promise.race([
        renewTurn(store, turn, leaseMs).catch(() => undefined),
        clock.sleep(leaseMs / 4, ended.signal).then(() => undefined),
      ]);
      if (kept === true) renewedAt = askedAt;
      if (kept === false || clock.now() - renewedAt > leaseMs * 0.75) {
        lost.abort(new Error('The turn has gone to another worker.'));
        return;
      }
    }
  };
  run().catch(() => {});
  return { lost: lost.signal, end: () => ended.abort() };
}
