import { createRedactor } from 'importer-core/service';
import type { Environment } from './read-environment.js';

/**
 * Makes a function that takes the credentials of the environment out of a text: API password, developer key, Xentral's token,
 * the operator's token, database password and encryption keys.
 *
 * @example hideSecrets({ BILLBEE_API_KEY: '0123-4567' })('key 0123-4567') // 'key ***'
 */
export function hideSecrets(env: Environment): (text: string) => string {
  const user = env['BILLBEE_USERNAME']?.trim() ?? '';
  const password = env['BILLBEE_API_PASSWORD']?.trim() ?? '';
  const secrets = [
    password,
    env['BILLBEE_API_KEY']?.trim() ?? '',
    env['XENTRAL_TOKEN']?.trim() ?? '',
    env['BILLBEE_ADMIN_TOKEN']?.trim() ?? '',
    ...databasePasswords(env['DATABASE_URL']),
    ...(env['BILLBEE_ENCRYPTION_KEY']?.split(/[,\s]+/) ?? []),
  ];
  return createRedactor(secrets, password === '' ? [] : [`${user}:${password}`]);
}

function databasePasswords(url = ''): string[] {
  const found = [/^\s*\w+:\/\/[^:/@]*:(.*)@/.exec(url)?.[1], /[?&]password=([^&#\s]*)/.exec(url)?.[1]];
  return found.flatMap((raw) => (raw === undefined ? [] : [raw, decoded(raw)]));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
