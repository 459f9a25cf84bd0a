import type { Accounts } from 'importer-accounts';
import { SettingsError } from 'importer-core';
import type { CommandContext } from '../context.js';
import { settingOf } from '../settings/read-environment.js';
import type { XentralPlan } from '../settings/xentral-settings.js';

/**
 * Accounts that feed one Xentral need different prefixes: a BillBeeOrderId is unique within its account, and without them an
 * order could be taken for one of another account that is there already, and never arrive.
 *
 * @throws SettingsError `xentral-prefix-shared`
 */
export async function requireOwnPrefix(
  account: string,
  { connection, settings: { externalIdPrefix: prefix } }: XentralPlan,
  accounts: Accounts,
  { env, terminal }: CommandContext,
): Promise<void> {
  for (const { key, settings } of await accounts.list({ enabled: true, target: 'xentral' })) {
    if (key === account) continue;
    const other = (settings['xentral'] ?? {}) as { externalIdPrefix?: unknown; url?: unknown };
    const url = settingOf(env, 'XENTRAL_URL') ?? other.url;
    if (url !== connection.url || (other.externalIdPrefix ?? '') !== prefix) continue;
    throw new SettingsError(
      'xentral-prefix-shared',
      terminal.say('xentral.prefixShared', { account, other: key, prefix }),
      { settings: ['xentral.externalIdPrefix'] },
    );
  }
}
