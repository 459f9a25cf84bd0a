import type { CallLimits } from 'importer-accounts';
import type { SettingsFile } from 'importer-core/statuses';
import type { Terminal } from '../console/terminal.js';
import type { Environment } from './read-environment.js';
import { wrongKey } from './read-settings-file.js';

/**
 * `callBudget` of the settings file: calls per calendar month at which to warn and to stop.
 *
 * @returns undefined when the file does not have it
 * @throws SettingsError `settings-invalid`, naming path and key
 * @example readCallLimits({ version: 1, callBudget: { warnAt: 50000, stopAt: 100000 } }, env, terminal)
 */
export function readCallLimits(
  settings: SettingsFile,
  env: Environment,
  terminal: Terminal,
): CallLimits | undefined {
  const given = settings['callBudget'];
  if (given === undefined) return undefined;
  const wrong = (key: string, value: unknown): Error => {
    const wanted = terminal.say(key === 'callBudget' ? 'want.callBudget' : 'want.calls');
    return wrongKey(key, value, wanted, { env, terminal });
  };
  if (typeof given !== 'object' || given === null || Array.isArray(given)) throw wrong('callBudget', given);
  const limits: { warnAt?: number; stopAt?: number } = {};
  for (const name of ['warnAt', 'stopAt'] as const) {
    const value = (given as Record<string, unknown>)[name];
    if (value === undefined || value === null) continue;
    if (!Number.isSafeInteger(value) || (value as number) < 1) throw wrong(`callBudget.${name}`, value);
    limits[name] = value as number;
  }
  return limits;
}
