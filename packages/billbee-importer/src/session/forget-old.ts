import type { Accounts } from 'importer-accounts';
import type { Clock, Store } from 'importer-core';
import { forgetOldOrders } from 'importer-core/store';
import { createShops, forgetOldTaken } from 'importer-staging';
import type { CommandContext } from '../context.js';
import { readSettingsFile } from '../settings/read-settings-file.js';
import { type Retention, readRetention } from '../settings/retention.js';

const dayMs = 86_400_000;

/** Forgets what is older than its retention in one account. */
export async function forgetOld(
  store: Store,
  account: string,
  { heldDays, deliveredDays, takenDays }: Retention,
  clock: Pick<Clock, 'now'>,
): Promise<void> {
  const before = (days: number | undefined): string | undefined =>
    days === undefined ? undefined : new Date(clock.now() - days * dayMs).toISOString();
  await forgetOldOrders(store.db, account, { held: before(heldDays), delivered: before(deliveredDays) });
  const taken = before(takenDays);
  if (taken !== undefined) await forgetOldTaken(store, account, taken);
}

/**
 * The same for all whom a worker works for: accounts of the store by their own settings, the merchant of the environment and the
 * ERPs' shops by the settings file.
 *
 * @throws SettingsError `settings-unreadable`, `settings-invalid`
 */
export async function forgetOldOfAll(
  { env, terminal, clock }: Pick<CommandContext, 'env' | 'terminal' | 'clock'>,
  store: Store,
  accounts: Accounts,
  merchant: string | undefined,
): Promise<void> {
  const own = new Map((await accounts.list()).map(({ key, settings }) => [key, settings]));
  const file = readSettingsFile(env, terminal);
  const shops = (await createShops(store, clock).list()).map(({ account }) => account);
  const others = new Set([merchant, ...shops].filter((key) => key !== undefined && key !== null));
  const all = [...own, ...[...others].filter((key) => !own.has(key)).map((key) => [key, file] as const)];
  for (const [account, settings] of all) {
    if (settings['retention'] === undefined) continue;
    await forgetOld(store, account, readRetention(settings, env, terminal), clock);
  }
}
