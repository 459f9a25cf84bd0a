import { xentralMessages, xentralOrderMessages } from '../messages/index.js';

/**
 * What a refusal says, as far as it can be read: title and messages of a problem document, or nothing.
 *
 * Source: `Xentral API: Problem` (RFC 9457), told apart by its `type`; a 401 carries HTML.
 */
function problemWords(body: string): string {
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    return '';
  }
  if (typeof json !== 'object' || json === null) return '';
  const { title, message, messages, violations, items } = json as Record<string, unknown>;
  const parts = [title, message, ...leaves(messages), ...leaves(violations), ...leaves(items)];
  const words = parts.filter((part): part is string => typeof part === 'string' && part.trim() !== '');
  return words.join('; ').slice(0, 600);
}

/** Every text in a value with the path that leads to it: `positions.0.product.id: Unknown.` */
function leaves(value: unknown, path = '', depth = 0): string[] {
  if (typeof value === 'string') return [path === '' ? value : `${path}: ${value}`];
  if (typeof value !== 'object' || value === null || depth > 8) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const isMessageList = Array.isArray(value) && typeof inner === 'string';
    return leaves(inner, isMessageList ? path : path === '' ? key : `${path}.${key}`, depth + 1);
  });
}

/** What an answer of 400 to 499 means for the caller, with Xentral's words. */
export function refusal(
  method: string,
  path: string,
  { status, body }: { readonly status: number; readonly body: string },
): Error {
  const words = problemWords(body) || undefined;
  const refused = { method, path: pathOnly(path), status, words };
  if (status === 401)
    return xentralMessages.settings('xentral-token', { what: 'refused' }, ['xentral.token']);
  if (status === 403) return xentralMessages.settings('xentral-forbidden', refused, ['xentral.token']);
  if (status === 406 || status === 415) return xentralMessages.stop('xentral-protocol', refused);
  if (method === 'GET') return xentralMessages.stop('xentral-read-refused', refused);
  return xentralOrderMessages.hold('xentral-refused', refused);
}

/** Filters can hold mail addresses: no message shows them. */
export function pathOnly(path: string): string {
  return path.split('?', 1)[0] ?? path;
}
