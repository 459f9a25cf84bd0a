import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { parseEncryptionKeys, readKeyFile, writeKeyFile } from './encryption-keys.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keys-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('reads base64, base64url and hex, the current key first', () => {
  const [one, two, three] = [randomBytes(32), randomBytes(32), randomBytes(32)];
  const text = ` ${one.toString('base64')}, ${two.toString('base64url')}\n${three.toString('hex')}\n`;
  expect(parseEncryptionKeys(text).map((key) => Buffer.from(key))).toEqual([one, two, three]);
});

it.each(['', '\n', 'geheim', randomBytes(31).toString('base64')])('refuses %j without showing it', (text) => {
  expect(() => parseEncryptionKeys(text)).toThrow(
    expect.objectContaining({
      code: 'encryption-key-invalid',
      message: expect.not.stringContaining(text.trim() || '\0'),
    }),
  );
});

it('makes a key the first time, for its owner only, and keeps it', async () => {
  const [made] = await readKeyFile(folder);
  expect(await readKeyFile(folder)).toEqual([made]);
  expect(statSync(join(folder, 'encryption-key')).mode & 0o777).toBe(0o600);
});

it('replaces keys in one step, with the same mode', async () => {
  const [first = randomBytes(0)] = await readKeyFile(folder);
  const next = randomBytes(32);
  writeFileSync(join(folder, 'encryption-key.new'), 'left behind by a kill', { mode: 0o644 });
  await writeKeyFile(folder, [next, first]);
  expect((await readKeyFile(folder)).map((key) => Buffer.from(key))).toEqual([next, first]);
  expect(statSync(join(folder, 'encryption-key')).mode & 0o777).toBe(0o600);
});

it('says so when the file is damaged, and does not overwrite it', async () => {
  writeFileSync(join(folder, 'encryption-key'), 'torn');
  await expect(readKeyFile(folder)).rejects.toMatchObject({ code: 'encryption-key-invalid' });
  expect(readFileSync(join(folder, 'encryption-key'), 'utf8')).toBe('torn');
});
