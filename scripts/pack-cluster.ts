/**
 * Part of `npm run build:packages`: initialises a database cluster once, so that the embedded database of a user does
 * not have to; see `packages/importer-core/src/node/cluster-template.ts`.
 */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { PGlite } from '@electric-sql/pglite';
import { pgliteVersion, templatePath } from '../packages/importer-core/src/node/cluster-template.js';

const version = await pgliteVersion();
if (version === undefined) throw new Error('The version of @electric-sql/pglite cannot be read.');
const path = fileURLToPath(templatePath(version));
if (!existsSync(path)) {
  const folder = mkdtempSync(join(tmpdir(), 'cluster-'));
  try {
    await (await PGlite.create(folder)).close();
    const archive = tarOf(folder);
    const packed = brotliCompressSync(archive, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 9,
        // The three databases of a new cluster are copies of each other: the window has to reach over one.
        [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
        [constants.BROTLI_PARAM_SIZE_HINT]: archive.length,
      },
    });
    mkdirSync(dirname(path), { recursive: true });
    // Two builds at the same time must not leave half a file.
    writeFileSync(`${path}.${process.pid}`, packed);
    renameSync(`${path}.${process.pid}`, path);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A folder as a tar archive (ustar), folders first. */
function tarOf(root: string): Buffer {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true })
    .map((entry) => ({
      entry,
      name: relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const parts = entries.flatMap(({ entry, name }) => {
    if (entry.isDirectory()) return [headerOf(`${name}/`, 0, '5')];
    const content = readFileSync(join(root, name));
    return [headerOf(name, content.length, '0'), content, Buffer.alloc(-content.length & 511)];
  });
  return Buffer.concat([...parts, Buffer.alloc(1024)]);
}

function headerOf(name: string, size: number, type: '0' | '5'): Buffer {
  if (Buffer.byteLength(name) > 100) throw new Error(`Too long for a tar header: ${name}`);
  const header = Buffer.alloc(512);
  const put = (text: string, at: number): number => header.write(text, at, 'latin1');
  const octal = (value: number, digits: number): string => `${value.toString(8).padStart(digits, '0')}\0`;
  put(name, 0);
  put(octal(type === '5' ? 0o700 : 0o600, 7), 100);
  put(octal(0, 7), 108);
  put(octal(0, 7), 116);
  put(octal(size, 11), 124);
  put(octal(0, 11), 136);
  put('        ', 148);
  put(type, 156);
  put('ustar\x0000', 257);
  put(
    `${octal(
      header.reduce((sum, byte) => sum + byte, 0),
      6,
    )} `,
    148,
  );
  return header;
}
