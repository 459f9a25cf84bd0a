/** What must not be shown. */
export interface Secrets {
  readonly username: string;
  readonly apiPassword: string;
  readonly apiKey: string;
}

const mask = '***';
/** Shorter ones stand in ordinary words, and masking those would tell the secret rather than hide it. */
const shortestSecret = 4;

/**
 * Takes the credentials out of a text: user name, API password and developer key, as they are and as they
 * look in URLs, JSON, HTML and Basic authentication. Secrets of fewer than 4 characters are left: nothing
 * in this library puts one into a text.
 *
 * @param text e.g. an error text from a server that repeats what it was sent
 * @example redact('unknown key 0123-4567', { ...connection, apiKey: '0123-4567' }) // 'unknown key ***'
 */
export function redact(text: string, connection: Secrets): string {
  const { username, apiPassword, apiKey } = connection;
  const basic = base64(`${username}:${apiPassword}`);
  const plain = [apiPassword, apiKey, username];
  const secrets = [...plain, ...plain.map(base64), basic];
  const forms = new Set(secrets.flatMap((secret) => [secret, secret.trim(), secret.replace(/=+$/, '')]));
  for (const secret of [...forms]) {
    forms.add(encodeURI(wellFormed(secret)));
    forms.add(encodeURIComponent(wellFormed(secret)));
    forms.add(JSON.stringify(secret).slice(1, -1));
    forms.add(JSON.stringify(JSON.stringify(secret).slice(1, -1)).slice(1, -1));
    forms.add(htmlEscaped(secret));
  }
  const longestFirst = [...forms].sort((a, b) => b.length - a.length);
  let clean = text;
  for (const secret of longestFirst) {
    if (secret.length >= shortestSecret) clean = clean.replace(inAnyCase(secret), mask);
  }
  return clean;
}

/** Upper or lower case: servers and proxies like to change that in what they repeat. */
function inAnyCase(secret: string): RegExp {
  return new RegExp(secret.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'), 'giu');
}

/** A lone surrogate cannot be percent-encoded; the encoder behind Basic authentication replaces it as well. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd');
}

function htmlEscaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

/** Base64 of the text's UTF-8 bytes. */
export function base64(text: string): string {
  let bytes = '';
  for (const byte of new TextEncoder().encode(text)) bytes += String.fromCharCode(byte);
  return btoa(bytes);
}
