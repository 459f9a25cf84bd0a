/**
 * Part of `npm run build:packages`: makes a database cluster once, so that the embedded database of a user does not have to;
 * see `packages/importer-core/src/node/cluster-template.ts`.
 */
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { PGlite } from '@electric-sql/pglite';
import { pgliteVersion, templatePath } from '../packages/importer-core/src/node/cluster-template.js';

const version = await pgliteVersion();
if (version === undefined) throw new Error('The version of @electric-sql/pglite cannot be read.');
const path = fileURLToPath(templatePath(version));
if (!existsSync(path)) {
  const client = await PGlite.create();
  const archive = new Uint8Array(await (await client.dumpDataDir('none')).arrayBuffer());
  await client.close();
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
}
