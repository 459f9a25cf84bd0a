import { SettingsError } from 'importer-core';

/** Where the tenant is and who calls. */
export interface XentralConnection {
  /** `https://<id>.xentral.biz`, or a domain of the customer's own (setting `XENTRAL_URL`). */
  readonly url: string | undefined;
  /** A personal access token (setting `XENTRAL_TOKEN`). */
  readonly token: string | undefined;
}

/** A connection that can be used; printed or serialised it shows its address only. */
export class CheckedXentral {
  /** Without a slash at the end. */
  readonly origin: string;
  readonly #token: string;

  /** @throws SettingsError `xentral-missing`, `xentral-url` or `xentral-token` */
  constructor({ url, token }: XentralConnection) {
    const missing = [...(url?.trim() ? [] : ['XENTRAL_URL']), ...(token?.trim() ? [] : ['XENTRAL_TOKEN'])];
    if (missing.length > 0) {
      throw new SettingsError(
        'xentral-missing',
        `Missing: ${missing.join(', ')}. XENTRAL_URL is the tenant's address such as https://example.xentral.biz; XENTRAL_TOKEN is a personal access token that an administrator creates in Xentral.`,
        { settings: missing },
      );
    }
    this.origin = originOf(url?.trim() ?? '');
    this.#token = token?.trim() ?? '';
    if (!/^[\x21-\x7e]+$/.test(this.#token)) {
      throw new SettingsError(
        'xentral-token',
        'XENTRAL_TOKEN contains characters that no token has. Copy it again from Xentral.',
        { settings: ['XENTRAL_TOKEN'] },
      );
    }
  }

  credentialHeaders(): Record<string, string> {
    return { Authorization: `Bearer ${this.#token}` };
  }

  /** `text` without the token. */
  redact(text: string): string {
    return text.replaceAll(this.#token, '***');
  }

  toJSON(): { origin: string } {
    return { origin: this.origin };
  }
}

function originOf(text: string): string {
  const refuse = (what: string): SettingsError =>
    new SettingsError('xentral-url', `XENTRAL_URL ${what}, for example https://example.xentral.biz.`, {
      settings: ['XENTRAL_URL'],
    });
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    throw refuse('is no address. Give the one you open Xentral with');
  }
  if (url.username !== '' || url.password !== '')
    throw refuse('must hold no credentials. Give the address alone');
  const loopback = /^(localhost|\[::1\]|127\.\d+\.\d+\.\d+)$/.test(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && loopback)) {
    throw refuse('must begin with https:// (http:// only for a loopback address)');
  }
  return url.origin;
}
