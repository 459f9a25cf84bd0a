/**
 * `npm run release:notes -- v1.2.3`: prints what the changelog says of the version that a tag names; ends with 1 when something of the
 * release does not fit together, before anything is published.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { releaseNotes } from './release/release-notes.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const versionIn = (path: string): string => (JSON.parse(read(path)) as { version: string }).version;

try {
  const versions = {
    'package.json': versionIn('package.json'),
    ...Object.fromEntries(
      readdirSync(join(root, 'packages')).map((name) => [
        `packages/${name}/package.json`,
        versionIn(`packages/${name}/package.json`),
      ]),
    ),
  };
  console.log(releaseNotes(process.argv[2] ?? '', versions, read('CHANGELOG.md')));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
