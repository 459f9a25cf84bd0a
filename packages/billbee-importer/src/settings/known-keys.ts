import { closest } from 'fastest-levenshtein';
import type { SettingsFile } from 'importer-core/statuses';

/** Every key of a settings file that something reads. */
const knownKeys: readonly string[] = [
  'version',
  'importStatusIds',
  'inProgressStatusId',
  'shippedStatusId',
  'cancelledStatusId',
  'setInProgressAfterImport',
  'tagsAfterImport',
  'changes',
  'target',
  'mapping',
  'xentral',
  'timeZone',
  'shippingTax',
  'defaultCurrency',
  'allowCredits',
  'allowEmptyOrders',
  'allowTaxMismatch',
  'callBudget',
  'pollMinutes',
  'webhookUrl',
  'retention',
];

/**
 * A key that nothing reads: misspelt, it would change what happens to orders without anybody noticing. Those that begin with
 * `x-` are free.
 *
 * @example findUnknownKey({ version: 1, alowCredits: true }) // { key: 'alowCredits', nearest: 'allowCredits' }
 */
export function findUnknownKey(
  settings: SettingsFile,
): { readonly key: string; readonly nearest: string } | undefined {
  const key = Object.keys(settings).find((name) => !knownKeys.includes(name) && !name.startsWith('x-'));
  return key === undefined ? undefined : { key, nearest: closest(key, knownKeys) };
}
