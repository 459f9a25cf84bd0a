import { closeSync, fdatasyncSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';

const block = 512;
const typeAt = 156;
const folderType = '5'.charCodeAt(0);

/** Where the build puts the template for a version of PGlite; from `src` and from `dist` it is the same place. */
export function templatePath(version: string): URL {
  return new URL(`../../dist/database/pglite-${version}.tar.br`, import.meta.url);
}

/** Version of the installed PGlite; undefined when it does not tell. */
export async function pgliteVersion(): Promise<string | undefined> {
  try {
    const entry = createRequire(import.meta.url).resolve('@electric-sql/pglite');
    const manifest = await readFile(new URL('../package.json', pathToFileURL(entry)), 'utf8');
    return (JSON.parse(manifest) as { version?: string }).version;
  } catch {
    return undefined;
  }
}

/**
 * A new cluster as PGlite dumps it, a tar archive: unpacking it takes a fraction of the time that making one takes.
 *
 * @returns undefined when this package was built beside another version of PGlite: then one has to be made
 */
export async function readTemplate(): Promise<Buffer<ArrayBuffer> | undefined> {
  const version = await pgliteVersion();
  if (version === undefined) return undefined;
  const packed = await readFile(templatePath(version)).catch(() => undefined);
  return packed && ((await promisify(brotliDecompress)(packed)) as Buffer<ArrayBuffer>);
}

/**
 * Unpacks an archive of {@link readTemplate}; every file is on the disk when it returns.
 *
 * Without awaiting: a thousand small files cost three times as much by way of the thread pool.
 */
export function unpackTemplate(archive: Buffer, folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (let at = 0; at + block <= archive.length; ) {
    const header = archive.subarray(at, at + block);
    const name = textOf(header.subarray(0, 100));
    if (name === '') return;
    const size = Number.parseInt(textOf(header.subarray(124, 136)), 8);
    const start = at + block;
    const path = join(folder, name);
    if (!path.startsWith(folder + sep)) throw new Error(`The database template leads outside: ${name}`);
    if (header[typeAt] === folderType) mkdirSync(path, { recursive: true, mode: 0o700 });
    else writeSynced(path, archive.subarray(start, start + size));
    at = start + Math.ceil(size / block) * block;
  }
}

function writeSynced(path: string, content: Uint8Array): void {
  const file = openSync(path, 'wx', 0o600);
  try {
    writeFileSync(file, content);
    fdatasyncSync(file);
  } finally {
    closeSync(file);
  }
}

function textOf(bytes: Uint8Array): string {
  const end = bytes.indexOf(0);
  return Buffer.from(end === -1 ? bytes : bytes.subarray(0, end))
    .toString('utf8')
    .trim();
}
