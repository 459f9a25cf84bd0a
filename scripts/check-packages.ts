/** `npm run check:packages`: would the packages work for a stranger who installs them? */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const packages = readdirSync(join(root, 'packages')).map((name) => `packages/${name}`);
/** The others are programs: nothing imports them, so attw has nothing to resolve there. */
const withTypes = packages.filter((path) => {
  const { exports } = JSON.parse(readFileSync(join(root, path, 'package.json'), 'utf8'));
  return Object.keys(exports ?? {}).includes('.');
});

let failed = false;

function run(title: string, command: string, args: readonly string[]): void {
  console.log(`\n${title}`);
  const result = spawnSync('npx', ['--no-install', command, ...args], { cwd: root, stdio: 'inherit' });
  if (result.status !== 0) failed = true;
}

for (const path of packages) run(`publint ${path}`, 'publint', [path, '--strict']);
for (const path of withTypes) run(`attw ${path}`, 'attw', ['--pack', path, '--profile', 'esm-only']);

process.exitCode = failed ? 1 : 0;
