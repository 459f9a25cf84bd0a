import type { Environment } from './read-environment.js';

/** Shorter ones stand in ordinary words; masking those would tell the secret rather than hide it. */
const shortest = 4;

/**
 * Makes a function that takes the credentials of the environment out of a text: API password, developer key,
 * Xentral's token, database password and encryption keys, plain, percent-encoded and as in Basic authentication.
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
  const encoded = secrets.filter((secret) => secret).map(base64);
  if (password) encoded.push(base64(`${user}:${password}`));
  const forms = new Set([...secrets, ...secrets.map(encodeURIComponent), ...encoded]);
  const masked = [...forms].filter((form) => form.length >= shortest).sort((a, b) => b.length - a.length);
  return (text) => masked.reduce((clean, form) => clean.replaceAll(form, '***'), text);
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

function base64(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64').replace(/=+$/, '');
}
