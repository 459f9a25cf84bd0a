import { SettingsError } from 'importer-core';
import { accountKey } from 'importer-core/service';
import type { Terminal } from '../console/terminal.js';

import { type Environment, settingOf } from './read-environment.js';

/** The settings a connection to Billbee consists of. */
export interface Credentials {
  readonly baseUrl: string | undefined;
  readonly username: string;
  readonly apiPassword: string;
  readonly apiKey: string;
}

const credentialNames = ['BILLBEE_USERNAME', 'BILLBEE_API_PASSWORD', 'BILLBEE_API_KEY'] as const;

/**
 * The credentials of the environment; all that are missing are named at once.
 *
 * @throws SettingsError `missing-credential`
 */
export function readCredentials(env: Environment, terminal: Terminal): Credentials {
  need(env, terminal, credentialNames);
  return {
    baseUrl: settingOf(env, 'BILLBEE_URL'),
    username: settingOf(env, 'BILLBEE_USERNAME') ?? '',
    // A password may begin or end with a space; a line break comes from pasting.
    apiPassword: (env['BILLBEE_API_PASSWORD'] ?? '').replace(/[\r\n]+$/, ''),
    apiKey: settingOf(env, 'BILLBEE_API_KEY') ?? '',
  };
}

/** Whether any of them is set; with none, the service has no account of its own. */
export function hasCredentials(env: Environment): boolean {
  return credentialNames.some((name) => settingOf(env, name) !== undefined);
}

/**
 * The account whose data a command shows.
 *
 * @throws SettingsError `missing-credential`
 */
export function readAccount(env: Environment, terminal: Terminal): string {
  need(env, terminal, ['BILLBEE_USERNAME']);
  return accountKey(settingOf(env, 'BILLBEE_USERNAME') ?? '');
}

function need(env: Environment, terminal: Terminal, names: readonly string[]): void {
  const missing = names.filter((name) => settingOf(env, name) === undefined);
  if (missing.length === 0) return;
  throw new SettingsError(
    'missing-credential',
    terminal.say('settings.missing', { names: missing.join(', ') }),
    { settings: missing },
  );
}
