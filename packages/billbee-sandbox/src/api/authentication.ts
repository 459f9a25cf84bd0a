import type { SandboxCredentials } from '../options.js';

/** Who calls, or the text of the 401 that tells what is missing or wrong. */
export type Authentication =
  | { readonly user: string; readonly apiKey: string }
  | { readonly refused: string };

/** The user name of Basic authorization in lower case, right or wrong; empty when there is none. */
export function claimedUser(headers: Headers): string {
  return basicOf(headers)?.user.toLowerCase() ?? '';
}

/**
 * Checks the developer key first, then user and API password. The real texts are not published: these are
 * ours, and only their difference is meant to be relied on.
 */
export function authenticate(headers: Headers, wanted: SandboxCredentials): Authentication {
  const apiKey = headers.get('x-billbee-api-key');
  if (!apiKey) return { refused: 'The header X-Billbee-Api-Key is missing.' };
  if (apiKey !== wanted.apiKey) return { refused: 'The API key in X-Billbee-Api-Key is not known.' };
  const basic = basicOf(headers);
  if (!basic) return { refused: 'Basic authorization with user name and API password is missing.' };
  const { user, password } = basic;
  const known = user.toLowerCase() === wanted.username.toLowerCase() && password === wanted.apiPassword;
  return known ? { user: user.toLowerCase(), apiKey } : { refused: 'User name or API password is wrong.' };
}

function basicOf(headers: Headers): { readonly user: string; readonly password: string } | undefined {
  const basic = /^basic\s+(\S+)$/i.exec(headers.get('authorization') ?? '');
  if (!basic) return undefined;
  const [, user = '', password = ''] =
    /^([^:]*):(.*)$/s.exec(Buffer.from(basic[1] ?? '', 'base64').toString('utf8')) ?? [];
  return { user, password };
}
