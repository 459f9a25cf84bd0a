import type { SettingsFile } from 'importer-core/statuses';
import { checkXentral, openXentralLookUps } from 'xentral-target';
import type { CommandContext } from '../context.js';
import { mappingTables } from '../settings/mapping-tables.js';
import { readXentralPlan } from '../settings/xentral-settings.js';
import { wordingIn } from '../texts/wording.js';

/**
 * What keeps the tenant that the settings name from being worked with.
 *
 * @returns sentences with the remedy; none: all is well
 * @throws SettingsError, RetryError, StopError when the tenant cannot be asked
 */
export async function checkXentralSide(
  { terminal, env, fetch, clock, stop }: CommandContext,
  file: SettingsFile,
): Promise<readonly string[]> {
  const xentral = readXentralPlan(file, env, terminal);
  if (!xentral) return [];
  const tables = mappingTables(file, env, terminal);
  const lookUps = openXentralLookUps({ ...xentral, tables, fetch, clock, signal: stop });
  const wording = wordingIn(terminal.language);
  return (await checkXentral(lookUps)).problems.map(wording.say);
}
