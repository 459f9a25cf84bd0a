import type { SettingsFile } from 'importer-core/statuses';
import type { Terminal } from '../console/terminal.js';
import type { Environment } from './read-environment.js';
import { wrongKey } from './read-settings-file.js';

/** For how many days personal data are kept; what is absent is kept for ever. */
export interface Retention {
  /** Raw payloads of held orders. */
  readonly heldDays?: number | undefined;
  /** Orders that the database itself is the target of. */
  readonly deliveredDays?: number | undefined;
  /** Orders that an ERP has taken. */
  readonly takenDays?: number | undefined;
}

const names = ['heldDays', 'deliveredDays', 'takenDays'] as const;
const mostDays = 3660;

/**
 * `retention` of the settings file.
 *
 * @throws SettingsError `settings-invalid`, naming path and key
 * @example readRetention({ version: 1, retention: { heldDays: 90 } }, env, terminal) // { heldDays: 90 }
 */
export function readRetention(settings: SettingsFile, env: Environment, terminal: Terminal): Retention {
  const given = settings['retention'];
  if (given === undefined) return {};
  const wanted = terminal.say('want.retention', { names: names.join(', ') });
  const wrong = (key: string, value: unknown): Error => wrongKey(key, value, wanted, { env, terminal });
  if (typeof given !== 'object' || given === null || Array.isArray(given)) throw wrong('retention', given);
  for (const [name, value] of Object.entries(given)) {
    const isDays = Number.isSafeInteger(value) && value >= 1 && value <= mostDays;
    if (!names.some((known) => known === name) || !isDays) throw wrong(`retention.${name}`, value);
  }
  return given as Retention;
}
