import { SettingsError } from '../errors.js';
import { base64 } from './base64.js';
import { redact } from './redact.js';

/** Billbee's own address. Source: `Billbee API: Endpoint base URL`. */
export const defaultBaseUrl = 'https://api.billbee.io/api/v1';

/** Where Billbee is and who calls. All three credentials belong to one Billbee account. */
export interface BillbeeConnection {
  /** Base URL up to `/api/v1`, https (setting `BILLBEE_URL`); {@link defaultBaseUrl} when absent or empty. */
  readonly baseUrl?: string | undefined;
  /** The Billbee login, an e-mail address (setting `BILLBEE_USERNAME`). */
  readonly username: string;
  /** The API password, not the login's password (setting `BILLBEE_API_PASSWORD`). */
  readonly apiPassword: string;
  /** The developer key (setting `BILLBEE_API_KEY`). */
  readonly apiKey: string;
}

/** The setting that holds each part of a connection. */
export const connectionSettings = {
  baseUrl: 'BILLBEE_URL',
  username: 'BILLBEE_USERNAME',
  apiPassword: 'BILLBEE_API_PASSWORD',
  apiKey: 'BILLBEE_API_KEY',
} as const;

/** The three settings that Billbee checks together. */
export const credentialSettings = [
  connectionSettings.username,
  connectionSettings.apiPassword,
  connectionSettings.apiKey,
] as const;

/** A connection that can be used; printed or serialised it shows its address only. */
export class CheckedConnection {
  /** Without a slash at the end. */
  readonly baseUrl: string;
  readonly #given: BillbeeConnection;

  /** @throws SettingsError `missing-credential`, `bad-credential`, `bad-url` or `not-https` */
  constructor(given: BillbeeConnection) {
    refuseMissing(given);
    const { apiPassword } = given;
    const username = checkedText(given.username, 'username').trim();
    const apiKey = checkedText(given.apiKey, 'apiKey').trim();
    checkedText(apiPassword, 'apiPassword');
    if (username.includes(':')) {
      throw badCredential('username', 'contains a colon, which a Billbee login cannot have');
    }
    if (!/^[\x21-\x7e]+$/.test(apiKey)) {
      throw badCredential('apiKey', 'contains characters that no developer key has');
    }
    this.baseUrl = checkedBaseUrl(given.baseUrl);
    this.#given = { baseUrl: this.baseUrl, username, apiPassword, apiKey };
  }

  /** Who calls and with which key: what Billbee's limits are counted by. Never to be shown. */
  get caller(): { readonly apiKey: string; readonly user: string } {
    return { apiKey: this.#given.apiKey, user: this.#given.username.toLowerCase() };
  }

  /** The headers that prove who calls; user name and password as UTF-8. */
  credentialHeaders(): Record<string, string> {
    const { username, apiPassword, apiKey } = this.#given;
    return { 'X-Billbee-Api-Key': apiKey, Authorization: `Basic ${base64(`${username}:${apiPassword}`)}` };
  }

  /** `text` without any of the credentials. */
  redact(text: string): string {
    return redact(text, this.#given);
  }

  toJSON(): { baseUrl: string } {
    return { baseUrl: this.baseUrl };
  }
}

function refuseMissing(given: BillbeeConnection): void {
  const settings = (['username', 'apiPassword', 'apiKey'] as const)
    .filter((part) => typeof given[part] !== 'string' || given[part].trim() === '')
    .map((part) => connectionSettings[part]);
  if (settings.length === 0) return;
  const message = `Missing: ${settings.join(', ')}. Set what is missing and start again.`;
  throw new SettingsError('missing-credential', message, { settings });
}

function checkedText(value: string, part: 'username' | 'apiPassword' | 'apiKey'): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: -- control characters are what it looks for
  if (/[\u0000-\u001f\u007f]/.test(value)) {
    throw badCredential(part, 'contains a line break or another control character');
  }
  return value;
}

function badCredential(part: 'username' | 'apiPassword' | 'apiKey', what: string): SettingsError {
  const setting = connectionSettings[part];
  return new SettingsError('bad-credential', `${setting} ${what}. Copy it again from Billbee.`, {
    settings: [setting],
  });
}

function checkedBaseUrl(given: string | undefined): string {
  const text = given?.trim() || defaultBaseUrl;
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    throw badUrl('bad-url', 'is not a URL');
  }
  if (url.username !== '' || url.password !== '') {
    throw badUrl('bad-url', 'must not contain credentials; they have settings of their own');
  }
  if (url.search !== '' || url.hash !== '') throw badUrl('bad-url', 'must end with the path');
  const isOpenLoopback = url.protocol === 'http:' && isLoopback(url.hostname);
  if (url.protocol !== 'https:' && !isOpenLoopback) {
    throw badUrl('not-https', 'must begin with https:// (http:// only for a loopback address)');
  }
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
}

// The value itself is left out: somebody may have typed a password into it.
function badUrl(code: 'bad-url' | 'not-https', what: string): SettingsError {
  return new SettingsError(code, `BILLBEE_URL ${what}. Billbee's own address is ${defaultBaseUrl}.`, {
    settings: [connectionSettings.baseUrl],
  });
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}
