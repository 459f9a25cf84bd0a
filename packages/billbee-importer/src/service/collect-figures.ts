import {
  countAccounts,
  readLastComplete,
  readOverview,
  readScheduleState,
  type StoreOverview,
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

  async function withMerchant(
    { accounts, overdueSeconds }: StoreOverview,
    key: string,
  ): Promise<Pick<StoreOverview, 'accounts' | 'overdueSeconds'>> {
    const state = await readScheduleState(store, key);
    const failing = accounts.failing + (state?.failure == null ? 0 : 1);
    return {
      accounts: { ...accounts, enabled: accounts.enabled + 1, failing },
      overdueSeconds: Math.max(overdueSeconds, state?.dueSeconds ?? 0),
    };
  }

  async function collect(): Promise<CollectedFigures> {
    const account = merchant !== undefined && (await countAccounts(store)) === 0 ? merchant : undefined;
    const stored = await readOverview(store, clock.now(), account);
    const lastCompleteAt = await readLastComplete(store, account);
    const completeAt = lastCompleteAt === undefined ? undefined : Date.parse(lastCompleteAt);
    const lagSeconds =
      account === undefined || completeAt === undefined
        ? stored.lagSeconds
        : Math.max(0, (clock.now() - completeAt) / 1000);
    return {
      // The overview looks at accounts of the store: the merchant of the environment comes to them.
      stored: {
        ...stored,
        lagSeconds,
        ...(merchant !== undefined && (await withMerchant(stored, merchant))),
      },
      lastCompleteAt: completeAt,
      queue: await scheduleSizes(store, scope),
      shops: (await createShops(store, clock).list()).length,
    };
  }
}
