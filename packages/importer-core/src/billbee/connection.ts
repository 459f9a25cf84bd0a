import type { SettingsError } from '../errors.js';
import { connectionMessages } from '../messages/core/connection-messages.js';
import { base64, redact } from './redact.js';

/** Billbee's own address. Source: `Billbee API: Endpoint base URL`. */
export const defaultBaseUrl = 'https://api.billbee.io/api/v1';

/** Where Billbee is and who calls. All three credentials belong to one Billbee account. */
export interface BillbeeConnection {
  /** Base URL up to `/api/v1`, https; Billbee's own when absent or empty. */
  readonly baseUrl?: string | undefined;
  /** The Billbee login, an e-mail address. */
  readonly username: string;
  /** The API password, not the login's password. */
  readonly apiPassword: string;
  /** The developer key. */
  readonly apiKey: string;
}

/** The three settings that Billbee checks together. */
export const credentialSettings = ['username', 'apiPassword', 'apiKey'] as const;

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
      throw badCredential('username', 'colon');
    }
    if (!/^[\x21-\x7e]+$/.test(apiKey)) {
      throw badCredential('apiKey', 'characters');
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
  const settings = credentialSettings.filter(
    (part) => typeof given[part] !== 'string' || given[part].trim() === '',
  );
  if (settings.length === 0) return;
  throw connectionMessages.settings('missing-credential', { settings }, settings);
}

function checkedText(value: string, part: 'username' | 'apiPassword' | 'apiKey'): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: -- control characters are what it looks for
  if (/[\u0000-\u001f\u007f]/.test(value)) {
    throw badCredential(part, 'control');
  }
  if (/\p{Surrogate}/u.test(value)) throw badCredential(part, 'broken');
  return value;
}

function badCredential(
  setting: 'username' | 'apiPassword' | 'apiKey',
  what: 'control' | 'broken' | 'colon' | 'characters',
): SettingsError {
  return connectionMessages.settings('bad-credential', { setting, what }, [setting]);
}

function checkedBaseUrl(given: string | undefined): string {
  const text = given?.trim() || defaultBaseUrl;
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    throw badUrl('unreadable');
  }
  if (url.username !== '' || url.password !== '') throw badUrl('credentials');
  if (url.search !== '' || url.hash !== '') throw badUrl('query');
  const isOpenLoopback = url.protocol === 'http:' && isLoopback(url.hostname);
  if (url.protocol !== 'https:' && !isOpenLoopback) {
    throw connectionMessages.settings('not-https', { example: defaultBaseUrl }, ['baseUrl']);
  }
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
}

// The value itself is left out: somebody may have typed a password into it.
function badUrl(what: 'unreadable' | 'credentials' | 'query'): SettingsError {
  return connectionMessages.settings('bad-url', { what, example: defaultBaseUrl }, ['baseUrl']);
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

/**
 * Names a Billbee account in the store: its user name, however it was typed. Host and port are no part of it,
 * because both of Billbee's hosts serve the same account.
 *
 * @example accountKey(' Shop@Example.com ') // 'shop@example.com'
 */
export function accountKey(username: string): string {
  return username.normalize('NFC').trim().toLowerCase();
}
