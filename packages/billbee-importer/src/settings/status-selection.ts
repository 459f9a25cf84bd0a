import { SettingsError } from 'importer-core';
import { parseStatusIds, type SettingsFile, StatusIdsError } from 'importer-core/statuses';
import type { Terminal } from '../console/terminal.js';

/**
 * The statuses whose orders are imported: `--status`, else `importStatusIds` of the settings file.
 *
 * @param option text of `--status`, e.g. `3,16`
 * @throws SettingsError `status-invalid` or `status-missing`
 */
export function statusSelection(
  option: string | undefined,
  settings: SettingsFile,
  terminal: Terminal,
): readonly number[] {
  const ids = option === undefined ? (settings.importStatusIds ?? []) : readOption(option, terminal);
  if (ids.length > 0) return [...new Set(ids)].sort((a, b) => a - b);
  throw new SettingsError('status-missing', terminal.say('settings.noStatus'), {
    settings: ['--status', 'importStatusIds'],
  });
}

function readOption(option: string, terminal: Terminal): number[] {
  try {
    return parseStatusIds(option);
  } catch (error) {
    if (!(error instanceof StatusIdsError)) throw error;
    const message = error.messages[terminal.language];
    throw new SettingsError('status-invalid', terminal.say('settings.status', { message }), {
      cause: error,
      settings: ['--status'],
    });
  }
}
