import { xentralMessages, xentralOrderMessages } from '../messages/index.js';
import { problemWords } from './problem.js';

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
