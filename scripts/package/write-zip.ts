import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Zippable, zipSync } from 'fflate';

/** The oldest time a zip can hold, by the clock on the wall, so that no time zone shifts it. */
const noTime = new Date(1980, 0, 1);

/**
 * A zip that depends on nothing but its content: the same files make the same bytes, on every machine, whenever and in
 * whatever order they were written.
 *
 * @param folder - where the files are
 * @param files - their paths below it, with forward slashes
 * @example writeZip('dist/chrome', ['manifest.json'])
 */
export function writeZip(folder: string, files: readonly string[]): Uint8Array {
  const entries: Zippable = {};
  for (const file of [...files].sort()) entries[file] = readFileSync(join(folder, file));
  return zipSync(entries, { level: 9, mtime: noTime });
}
