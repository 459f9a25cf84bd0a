import { HoldError, SettingsError, StopError } from 'importer-core';
import { problemWords } from './problem.js';

/** What an answer of 400 to 499 means for the caller, with Xentral's words. */
export function refusal(
  method: string,
  path: string,
  { status, body }: { readonly status: number; readonly body: string },
): Error {
  const words = problemWords(body);
  const said = words === '' ? '' : ` Xentral says: ${words}`;
  if (status === 401) {
    return new SettingsError(
      'xentral-token',
      'Xentral does not accept XENTRAL_TOKEN (401): it is wrong or has expired. Create a new personal access token in Xentral.',
      { settings: ['XENTRAL_TOKEN'] },
    );
  }
  if (status === 403) {
    return new SettingsError(
      'xentral-forbidden',
      `XENTRAL_TOKEN may not ${method} ${pathOnly(path)} (403). Give its user the right to in Xentral.${said}`,
      { settings: ['XENTRAL_TOKEN'] },
    );
  }
  if (status === 406 || status === 415) {
    return new StopError(
      'xentral-protocol',
      `Xentral refuses the form of ${method} ${pathOnly(path)} (${status}).${said}`,
    );
  }
  if (method === 'GET') {
    return new StopError(
      'xentral-read-refused',
      `Xentral refuses ${method} ${pathOnly(path)} (${status}).${said} The key xentral.paths of the settings file names other versions of a path.`,
    );
  }
  return new HoldError('xentral-refused', `Xentral refuses it (${status}).${said || ' It gives no reason.'}`);
}

/** Filters can hold mail addresses: no message shows them. */
export function pathOnly(path: string): string {
  return path.split('?', 1)[0] ?? path;
}
