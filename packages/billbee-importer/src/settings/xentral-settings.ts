import { resolve } from 'node:path';
import { SettingsError } from 'importer-core';
import type { SettingsFile } from 'importer-core/statuses';
import { readXentralSettings, type XentralConnection, type XentralSettings } from 'xentral-target';
import type { Terminal } from '../console/terminal.js';
import { wordingIn } from '../texts/wording.js';
import { type Environment, settingOf } from './read-environment.js';
import { invalidSettingsFile } from './read-settings-file.js';

/** How to work with a Xentral tenant. */
export interface XentralPlan {
  readonly connection: XentralConnection;
  readonly settings: XentralSettings;
}

/**
 * The key `xentral` of the settings file with `XENTRAL_URL` and `XENTRAL_TOKEN` of the environment.
 *
 * @returns undefined when nothing names a tenant
 * @throws SettingsError `settings-invalid`, naming path and key
 */
export function readXentralPlan(
  file: SettingsFile,
  env: Environment,
  terminal: Terminal,
): XentralPlan | undefined {
  const given = file['xentral'];
  const url = settingOf(env, 'XENTRAL_URL');
  if (given === undefined && url === undefined) return undefined;
  try {
    const settings = readXentralSettings(given);
    const connection = { url: url ?? settings.url, token: settingOf(env, 'XENTRAL_TOKEN') };
    return { connection, settings };
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
