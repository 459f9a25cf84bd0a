import { resolve } from 'node:path';
import { SettingsError } from 'importer-core';
import type { SettingsFile } from 'importer-core/statuses';
import { type MappingTables, readMapping } from 'importer-mapping';
import type { Terminal } from '../console/terminal.js';
import { wordingIn } from '../texts/wording.js';
import { type Environment, settingOf } from './read-environment.js';
import { invalidSettingsFile } from './read-settings-file.js';

/**
 * The key `mapping` of a settings file: what the ERP calls payment types, shops, articles. Without it, the defaults
 * for a plain German shop.
 *
 * @throws SettingsError `settings-invalid`, naming path and key, e.g. `mapping.payments.table[0].method`
 */
export function mappingTables(settings: SettingsFile, env: Environment, terminal: Terminal): MappingTables {
  try {
    return readMapping(settings['mapping']);
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    const path = resolve(settingOf(env, 'BILLBEE_SETTINGS') ?? '');
    throw invalidSettingsFile(
      path,
      wordingIn(terminal.language).say(error),
      terminal,
      error.settings[0],
      error,
    );
  }
}
