import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findPhp } from './php.js';
import type { ProgramMachine } from './programs.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'php-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function program(name: string, script = ''): string {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return path;
}

/** A machine whose PATH is the test's folder; programs there really run. */
const machine = (changes: Partial<ProgramMachine> = {}): ProgramMachine => ({
  env: { PATH: folder },
  isRoot: true,
  run: (path, args) => spawnSync(path, args, { env: { FOLDER: folder } }).status === 0,
  ...changes,
});

/** Installs a PHP that can be used. */
const apt = `[ "$1" = install ] && printf '#!/bin/sh\\n' > "$FOLDER/php" && /bin/chmod 755 "$FOLDER/php"`;

it('takes the one that PHP_PATH names', () => {
  const env = { PATH: folder, PHP_PATH: program('my-php') };
  expect(findPhp(machine({ env }))).toBe(env.PHP_PATH);
  const wrong = { PATH: folder, PHP_PATH: program('old-php', 'exit 1') };
  expect(() => findPhp(machine({ env: wrong }))).toThrow('PHP_PATH is set to');
});

it('takes the one on the PATH, and installs where it is missing or lacks curl', () => {
  const php = program('php');
  expect(findPhp(machine())).toBe(php);
  program('php', 'exit 1');
  program('apt-get', apt);
  expect(findPhp(machine())).toBe(php);
});

it('says what helps where it cannot install', () => {
  program('apt-get', apt);
  expect(() => findPhp(machine({ isRoot: false }))).toThrow('PHP_PATH');
});
