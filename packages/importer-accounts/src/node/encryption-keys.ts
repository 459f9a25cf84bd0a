import { randomBytes } from 'node:crypto';
import { chmod, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { accountMessages } from '../accounts/account-messages.js';
import { keyBytes } from './jose-vault.js';

/** Name of the key file in a data folder. */
const fileName = 'encryption-key';

/**
 * Keys as text: each 32 bytes in base64 (or base64url, or 64 hex digits), separated by commas or line breaks; the first
 * is the current one.
 *
 * @throws SettingsError `encryption-key-invalid`; its message does not show the text
 * @example parseEncryptionKeys(process.env.ENCRYPTION_KEY)
 */
export function parseEncryptionKeys(text: string): readonly Uint8Array[] {
  const keys = text
    .split(/[,\s]+/)
    .filter((part) => part !== '')
    .map((part) => Buffer.from(part, /^[0-9a-f]{64}$/i.test(part) ? 'hex' : 'base64'));
  if (keys.length > 0 && keys.every((key) => key.byteLength === keyBytes)) return keys;
  throw accountMessages.settings('encryption-key-invalid', {}, ['encryptionKey']);
}

/**
 * The keys of a data folder; the first time, one is made and written there, readable for its owner only.
 *
 * @param folder an existing folder that this process has for itself
 * @throws SettingsError `encryption-key-invalid` when the file was damaged
 */
export async function readKeyFile(folder: string): Promise<readonly Uint8Array[]> {
  const path = join(folder, fileName);
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    return undefined;
  });
  if (text !== undefined) return parseEncryptionKeys(text);
  const keys = [randomBytes(keyBytes)];
  await writeKeyFile(folder, keys);
  return keys;
}

/** Replaces the keys of a data folder in one step; the first is the current one. */
export async function writeKeyFile(folder: string, keys: readonly Uint8Array[]): Promise<void> {
  const path = join(folder, fileName);
  const text = keys.map((key) => `${Buffer.from(key).toString('base64')}\n`).join('');
  await writeFile(`${path}.new`, text, { mode: 0o600, flush: true });
  // An older file of that name would have kept its own mode.
  await chmod(`${path}.new`, 0o600);
  await rename(`${path}.new`, path);
}
