import { createRedactor } from 'importer-core/service';
import { xentralMessages } from './messages/index.js';

/** Where the tenant is and who calls. */
export interface XentralConnection {
  /** `https://<id>.xentral.biz`, or a domain of the customer's own (setting `xentral.url`). */
  readonly url: string | undefined;
  /** A personal access token (setting `xentral.token`). */
  readonly token: string | undefined;
}

/** A connection that can be used; printed or serialised it shows its address only. */
export class CheckedXentral {
  /** Without a slash at the end. */
  readonly origin: string;
  readonly #token: string;

  /** @throws SettingsError `xentral-missing`, `xentral-url` or `xentral-token` */
  constructor({ url, token }: XentralConnection) {
    const missing = [...(url?.trim() ? [] : ['xentral.url']), ...(token?.trim() ? [] : ['xentral.token'])];
    if (missing.length > 0) {
      throw xentralMessages.settings('xentral-missing', { settings: missing }, missing);
    }
    this.origin = originOf(url?.trim() ?? '');
    this.#token = token?.trim() ?? '';
    if (!/^[\x21-\x7e]+$/.test(this.#token)) {
      throw xentralMessages.settings('xentral-token', { what: 'characters' }, ['xentral.token']);
    }
  }

  credentialHeaders(): Record<string, string> {
    return { Authorization: `Bearer ${this.#token}` };
  }

  /** `text` without the token. */
  redact(text: string): string {
    return createRedactor([this.#token])(text);
  }

  toJSON(): { origin: string } {
    return { origin: this.origin };
  }
}

function originOf(text: string): string {
  const refuse = (what: 'unreadable' | 'credentials' | 'https') =>
    xentralMessages.settings('xentral-url', { what }, ['xentral.url']);
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    throw refuse('unreadable');
  }
  if (url.username !== '' || url.password !== '') throw refuse('credentials');
  const loopback = /^(localhost|\[::1\]|127\.\d+\.\d+\.\d+)$/.test(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && loopback)) {
    throw refuse('https');
  }
  return url.origin;
}
