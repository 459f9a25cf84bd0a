import type { Accounts } from 'importer-accounts';
import { SettingsError } from 'importer-core';
import { monotonicNow } from 'importer-core/service';
import type { SettingsFile } from 'importer-core/statuses';
import type { CommandContext } from '../context.js';
import { settingOf } from '../settings/read-environment.js';

/** So long an account goes on that came before another with its prefix. */
const keptMs = 60_000;

/**
 * Makes the check that an account gives its orders a prefix of its own in Xentral: a BillBeeOrderId is unique within its account, and
 * without different prefixes an order could be taken for one of another account that is there already, and never arrive.
 *
 * The settings of all accounts are read once a minute instead of in every run. Nothing is missed by it: what is known is read again
 * whenever it does not have the account as it is now, so the second of two with one prefix always sees the first.
 *
 * @returns throws SettingsError `xentral-prefix-shared`
 */
export function prefixCheck(
  accounts: Accounts,
  { env, terminal, clock }: CommandContext,
): (account: string, settings: SettingsFile) => Promise<void> {
  let known = new Map<string, readonly string[]>();
  let readAt = Number.NEGATIVE_INFINITY;

  /** Xentral and prefix. */
  const placeOf = (settings: SettingsFile): string => {
    const { externalIdPrefix = '', url } = (settings['xentral'] ?? {}) as Record<string, unknown>;
    return `${settingOf(env, 'XENTRAL_URL') ?? url} ${externalIdPrefix}`;
  };

  const read = async (): Promise<void> => {
    readAt = monotonicNow(clock);
    const found = new Map<string, string[]>();
    for (const { key, settings } of await accounts.list({ enabled: true, target: 'xentral' })) {
      const place = placeOf(settings);
      const sharing = found.get(place) ?? [];
      sharing.push(key);
      found.set(place, sharing);
    }
    known = found;
  };

  return async (account, settings) => {
    const place = placeOf(settings);
    const isAlone = (): boolean => known.get(place)?.join('\n') === account;
    if (!isAlone() || monotonicNow(clock) - readAt > keptMs) await read();
    const other = known.get(place)?.find((key) => key !== account);
    if (other === undefined) return;
    const { externalIdPrefix: prefix = '' } = (settings['xentral'] ?? {}) as { externalIdPrefix?: string };
    throw new SettingsError(
      'xentral-prefix-shared',
      terminal.say('xentral.prefixShared', { account, other, prefix }),
      { settings: ['xentral.externalIdPrefix'] },
    );
  };
}
