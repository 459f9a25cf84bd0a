/** `npm run check:packages`: would the packages work for a stranger who installs them? */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runTool } from './tools.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const packages = readdirSync(join(root, 'packages')).map((name) => `packages/${name}`);
/** The others are programs: nothing imports them, so attw has nothing to resolve there. */
const withTypes = packages.filter((path) => {
  const { exports } = JSON.parse(readFileSync(join(root, path, 'package.json'), 'utf8'));
  return Object.keys(exports ?? {}).includes('.');
});

function check(program: string, path: string, args: readonly string[]): void {
  console.log(`\n${program} ${path}`);
  if (runTool('package-checks', program, args) !== 0) process.exitCode = 1;
}

for (const path of packages) check('publint', path, [path, '--strict']);
for (const path of withTypes) check('attw', path, ['--pack', path, '--profile', 'esm-only']);
