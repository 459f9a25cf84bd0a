import {
  countAccounts,
  readLastComplete,
  readOverview,
  scheduleSizes,
  type WorkScope,
} from 'importer-accounts';
import type { Clock, Store } from 'importer-core';
import { createShops } from 'importer-staging';
import type { CollectedFigures } from '../metrics/service-metrics.js';
import { within } from './readiness.js';

const databaseMs = 5000;

/**
 * Reads what the figures need from the database; fails when it does not answer within 5 s.
 *
 * @param merchant of the environment: the figures are his, as long as the store has no other accounts
 */
export async function collectFigures(
  store: Store,
  clock: Clock,
  scope: WorkScope,
  merchant?: string,
): Promise<CollectedFigures> {
  return within(databaseMs, collect());

  async function collect(): Promise<CollectedFigures> {
    const account = merchant !== undefined && (await countAccounts(store)) === 0 ? merchant : undefined;
    const stored = await readOverview(store, clock.now(), account);
    const lastCompleteAt = await readLastComplete(store, account);
    const completeAt = lastCompleteAt === undefined ? undefined : Date.parse(lastCompleteAt);
    return {
      // The overview looks at accounts of the store; the merchant's runs tell how far behind he is.
      stored:
        account === undefined || completeAt === undefined
          ? stored
          : { ...stored, lagSeconds: Math.max(0, (clock.now() - completeAt) / 1000) },
      lastCompleteAt: completeAt,
      queue: await scheduleSizes(store, scope),
      shops: (await createShops(store, clock).list()).length,
    };
  }
}
