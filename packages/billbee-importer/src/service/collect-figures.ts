import { readLastComplete, readOverview } from 'importer-accounts';
import type { Clock, Store } from 'importer-core';
import { shops } from 'importer-staging';
import type { CollectedFigures } from '../metrics/service-metrics.js';
import type { JobQueue } from '../work/job-queue.js';
import { within } from './readiness.js';

const databaseMs = 5000;

/** Reads what the figures need from the database; fails when it does not answer within 5 s. */
export async function collectFigures(
  store: Store,
  clock: Clock,
  { account, queue }: { readonly account?: string | undefined; readonly queue?: JobQueue | undefined },
): Promise<CollectedFigures> {
  return within(databaseMs, collect());

  async function collect(): Promise<CollectedFigures> {
    const stored = await readOverview(store, clock.now(), account);
    const lastCompleteAt = await readLastComplete(store, account);
    const completeAt = lastCompleteAt === undefined ? undefined : Date.parse(lastCompleteAt);
    return {
      // An account of the environment has no place in the schedule: its runs tell how far behind it is.
      stored:
        account === undefined || completeAt === undefined
          ? stored
          : { ...stored, lagSeconds: Math.max(0, (clock.now() - completeAt) / 1000) },
      lastCompleteAt: completeAt,
      queue: await queue?.sizes(),
      shops: (await shops(store, clock).list()).length,
    };
  }
}
