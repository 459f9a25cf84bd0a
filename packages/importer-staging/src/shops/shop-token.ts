import { sha256 } from 'importer-core/store';

/** A new token and what is kept of it. */
export interface NewToken {
  /** Shown once, e.g. `bbi_4f1d0c9a_…`. */
  readonly token: string;
  readonly id: string;
  readonly hash: string;
}

const idBytes = 6;
const secretBytes = 32;

/** Makes a token: a part that finds the shop, and a secret of 256 bits. */
export async function newToken(): Promise<NewToken> {
  const id = hex(crypto.getRandomValues(new Uint8Array(idBytes)));
  const secret = hex(crypto.getRandomValues(new Uint8Array(secretBytes)));
  const token = `bbi_${id}_${secret}`;
  return { token, id, hash: await sha256(token) };
}

/** The part of a token that finds the shop; undefined when it is no token of ours. */
export function tokenId(token: string): string | undefined {
  return /^bbi_([0-9a-f]{12})_[0-9a-f]{64}$/.exec(token)?.[1];
}

/** Whether two hashes are the same; takes as long for a wrong one as for the right one. */
export function sameHash(a: string, b: string): boolean {
  let difference = a.length ^ b.length;
  for (let index = 0; index < a.length; index += 1) {
    difference |= a.charCodeAt(index) ^ b.charCodeAt(index % Math.max(1, b.length));
  }
  return difference === 0;
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
