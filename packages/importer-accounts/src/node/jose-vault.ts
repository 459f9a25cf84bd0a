import { createHash } from 'node:crypto';
import type { SettingsError, StopError } from 'importer-core';
import { accountMessages } from '../accounts/account-messages.js';
import type { Vault } from '../accounts/vault.js';

/** Bytes of a key for AES-256. */
export const keyBytes = 32;

/**
 * A vault that writes JWE (RFC 7516, compact form): direct encryption with AES-256-GCM. The header names the key
 * (`kid`: the beginning of its hash) and the owner (`sub`), and is authenticated with the text.
 *
 * @param keys of 32 bytes each: the first one seals, all of them open
 * @throws SettingsError `encryption-key-invalid`
 * @example const vault = await openJoseVault([randomBytes(32)]);
 */
export async function openJoseVault(keys: readonly Uint8Array[]): Promise<Vault> {
  const [current] = keys;
  if (!current || keys.some((key) => key.byteLength !== keyBytes)) {
    throw accountMessages.settings('encryption-key-invalid', {}, ['encryptionKey']);
  }
  const [{ CompactEncrypt }, { compactDecrypt }] = await Promise.all([
    import('jose/jwe/compact/encrypt'),
    import('jose/jwe/compact/decrypt'),
  ]);
  const byId = new Map(keys.map((key) => [keyId(key), key]));
  const currentId = keyId(current);
  return {
    async seal(text, owner) {
      return new CompactEncrypt(new TextEncoder().encode(text))
        .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', kid: currentId, sub: owner })
        .encrypt(current);
    },
    async open(sealed, owner) {
      const { kid, sub } = headerOf(sealed);
      const key = byId.get(kid ?? '');
      if (kid !== undefined && !key) throw unknownKey(kid);
      if (!key || sub !== owner) throw damaged(owner);
      try {
        const { plaintext } = await compactDecrypt(sealed, key, {
          keyManagementAlgorithms: ['dir'],
          contentEncryptionAlgorithms: ['A256GCM'],
        });
        return new TextDecoder().decode(plaintext);
      } catch (cause) {
        throw damaged(owner, cause);
      }
    },
    isCurrent: (sealed) => headerOf(sealed).kid === currentId,
  };
}

/** Names a key without telling anything of it. */
function keyId(key: Uint8Array): string {
  return createHash('sha256').update('billbee-importer key ').update(key).digest('hex').slice(0, 16);
}

function headerOf(sealed: string): { readonly kid?: string; readonly sub?: string } {
  try {
    return JSON.parse(Buffer.from(sealed.split('.')[0] ?? '', 'base64url').toString('utf8')) ?? {};
  } catch {
    return {};
  }
}

function unknownKey(kid: string): SettingsError {
  return accountMessages.settings('encryption-key-unknown', { keyId: kid }, ['encryptionKey']);
}

function damaged(owner: string, cause?: unknown): StopError {
  return accountMessages.stop('sealed-text-damaged', { owner }, { cause });
}
