/** What must not be shown. */
export interface Secrets {
  readonly username: string;
  readonly apiPassword: string;
  readonly apiKey: string;
}

const mask = '***';
/** Shorter ones, plain or encoded, stand in ordinary words. */
const shortest = 6;
/** What secrets stand behind in messages, headers and addresses. */
const labels =
  'pass|passwd|password|passwort|kennwort|pwd|secret|token|key|schlüssel|apikey|bearer|basic|user|username|benutzername';

/**
 * Takes the credentials out of a text: user name, API password and developer key, as they are and as they
 * look in URLs, JSON, HTML and Basic authentication; see {@link createRedactor}.
 *
 * @param text e.g. an error text from a server that repeats what it was sent
 * @example redact('unknown key 0123-4567', { ...connection, apiKey: '0123-4567' }) // 'unknown key ***'
 */
export function redact(text: string, { username, apiPassword, apiKey }: Secrets): string {
  return createRedactor([apiPassword, apiKey, username], [`${username}:${apiPassword}`])(text);
}

/**
 * Makes a function that takes secrets out of texts, in upper or lower case and however they are encoded.
 *
 * A secret that could be an ordinary word or number is masked only where secrets stand: behind a label such as `password=`, and in
 * the user part of an address. Masked everywhere, it would be told by the gaps: "billbee-*** held".
 *
 * @param pairs `user:password`, as in Basic authentication
 * @example createRedactor(['0123-4567'])('unknown key 0123-4567') // 'unknown key ***'
 */
export function createRedactor(
  secrets: readonly string[],
  pairs: readonly string[] = [],
): (text: string) => string {
  const plain = unique(secrets.flatMap((secret) => [secret, secret.trim()]));
  const words = plain.filter(couldBeWord);
  const encoded = [...plain, ...pairs].map(base64).flatMap((text) => [text, text.replace(/=+$/, '')]);
  const certain = [...plain.filter((secret) => !couldBeWord(secret)), ...encoded];
  const anywhere = alternatives(
    unique(certain.flatMap(forms)).filter((form) => form.length >= shortest && !words.includes(form)),
  );
  const behind = alternatives(unique(words.flatMap(forms)));
  const patterns = [
    ...(anywhere === '' ? [] : [new RegExp(anywhere, 'giu')]),
    ...(behind === ''
      ? []
      : [
          new RegExp(
            `(?<=(?:${labels})[^\\p{L}\\p{N}]{1,5}|://[^/\\s@]{0,200}:)(?:${behind})(?![\\p{L}\\p{N}])`,
            'giu',
          ),
        ]),
  ];
  return (text) => patterns.reduce((clean, pattern) => clean.replace(pattern, mask), text);
}

/** Letters alone, digits alone as in order numbers, or so short that it stands in words. */
function couldBeWord(secret: string): boolean {
  return secret.length < shortest || /^[\p{L}\p{M}]{1,19}$/u.test(secret) || /^\d{1,15}$/.test(secret);
}

/** A secret as it looks in addresses, JSON and HTML. */
function forms(secret: string): string[] {
  const json = JSON.stringify(secret).slice(1, -1);
  return [
    secret,
    encodeURI(wellFormed(secret)),
    encodeURIComponent(wellFormed(secret)),
    json,
    JSON.stringify(json).slice(1, -1),
    htmlEscaped(secret),
  ];
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)].filter((text) => text !== '');
}

/** Longest first: one may begin with another. */
function alternatives(texts: readonly string[]): string {
  return [...texts]
    .sort((a, b) => b.length - a.length)
    .map((text) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))
    .join('|');
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
