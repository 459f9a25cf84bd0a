/** How far the ERP's clock may be from ours, in seconds. */
export const allowedSkew = 300;

/** What is wrong with a signature. */
export type SignatureProblem = 'timestamp-missing' | 'timestamp-off' | 'signature-wrong';

const encoder = new TextEncoder();

/**
 * Signs a body: HMAC-SHA256 over the time, a line break and the body, with the shop's token as the key. It keeps a
 * request that somebody recorded from being sent again later or changed on its way.
 *
 * @param timestamp seconds since 1970
 * @returns `v1=` and lower-case hex
 */
export async function sign(token: string, timestamp: number, body: string): Promise<string> {
  const mac = await crypto.subtle.sign('HMAC', await keyOf(token, 'sign'), bytes(timestamp, body));
  return `v1=${Array.from(new Uint8Array(mac), (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** @param now milliseconds since 1970 */
export async function checkSignature(
  token: string,
  given: { readonly timestamp: string | undefined; readonly signature: string | undefined },
  body: string,
  now: number,
): Promise<SignatureProblem | undefined> {
  if (!/^\d{1,12}$/.test(given.timestamp ?? '')) return 'timestamp-missing';
  const timestamp = Number(given.timestamp);
  if (Math.abs(now / 1000 - timestamp) > allowedSkew) return 'timestamp-off';
  const hex = /^v1=([0-9a-f]{64})$/.exec(given.signature ?? '')?.[1];
  if (hex === undefined) return 'signature-wrong';
  const mac = Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
  // Web Crypto compares in constant time.
  const right = await crypto.subtle.verify('HMAC', await keyOf(token, 'verify'), mac, bytes(timestamp, body));
  return right ? undefined : 'signature-wrong';
}

function bytes(timestamp: number, body: string) {
  return encoder.encode(`${timestamp}\n${body}`);
}

function keyOf(token: string, use: 'sign' | 'verify') {
  return crypto.subtle.importKey('raw', encoder.encode(token), { name: 'HMAC', hash: 'SHA-256' }, false, [
    use,
  ]);
}
