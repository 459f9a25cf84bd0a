import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { SettingsError } from 'importer-core';
import { parseSettingsFile, type SettingsFile, SettingsFileError } from 'importer-core/statuses';
import type { Terminal } from '../console/terminal.js';
import { findUnknownKey } from './known-keys.js';
import { type Environment, settingOf } from './read-environment.js';

/**
 * The settings file that `BILLBEE_SETTINGS` names; without that setting an empty one.
 *
 * @throws SettingsError `settings-unreadable` or `settings-invalid`, naming path and key
 */
export function readSettingsFile(env: Environment, terminal: Terminal): SettingsFile {
  const setting = settingOf(env, 'BILLBEE_SETTINGS');
  if (setting === undefined) return { version: 1 };
  const path = resolve(setting);
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const cause = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new SettingsError('settings-unreadable', terminal.say('settings.fileUnreadable', { path, cause }), {
      cause: error,
      settings: ['BILLBEE_SETTINGS'],
    });
  }
  let settings: SettingsFile;
  try {
    settings = parseSettingsFile(text);
  } catch (error) {
    if (!(error instanceof SettingsFileError)) throw error;
    throw invalidSettingsFile(path, error.messages[terminal.language], terminal, error.key, error);
  }
  const unknown = findUnknownKey(settings);
  if (unknown)
    throw invalidSettingsFile(path, terminal.say('settings.unknown', unknown), terminal, unknown.key);
  return settings;
}

/**
 * A key of the settings file that has a wrong value.
 *
 * @param key with its path, e.g. `retention.heldDays`
 * @param wanted what it has to be, in the reader's language
 */
export function wrongKey(
  key: string,
  value: unknown,
  wanted: string,
  { env, terminal }: { readonly env: Environment; readonly terminal: Terminal },
): SettingsError {
  const shown = JSON.stringify(value)?.slice(0, 60) ?? '';
  const message = terminal.say('settings.key', { key, value: shown, wanted });
  return invalidSettingsFile(resolve(settingOf(env, 'BILLBEE_SETTINGS') ?? ''), message, terminal, key);
}

/** A settings file with a value that cannot be used. */
export function invalidSettingsFile(
  path: string,
  message: string,
  terminal: Terminal,
  key?: string,
  cause?: unknown,
): SettingsError {
  const settings = ['BILLBEE_SETTINGS', ...(key === undefined ? [] : [key])];
  return new SettingsError('settings-invalid', terminal.say('settings.file', { path, message }), {
    cause,
    settings,
  });
}
