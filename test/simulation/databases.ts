import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbeddedDatabase, openPostgres } from 'importer-core/node';
import { freePort } from '../support/free-port.js';
import { postgresProgram } from '../support/postgres-program.js';
import type { Database } from './kills/play-kills.js';

/** Makes databases for histories. */
export interface Databases {
  /** @param fresh true: not there yet, so that the first lives have to create it */
  next(fresh: boolean): Promise<Database>;
  close(): Promise<void>;
}

/** Embedded databases on the disk. */
export async function embeddedDatabases(): Promise<Databases> {
  const folder = mkdtempSync(join(tmpdir(), 'crash-pglite-'));
  const template = join(folder, 'template');
  await (await openEmbeddedDatabase(template)).close();
  let number = 0;
  return {
    async next(fresh) {
      number += 1;
      const dataDir = join(folder, String(number));
      if (!fresh) cpSync(template, dataDir, { recursive: true });
      return {
        env: { BILLBEE_DATA_DIR: dataDir },
        dataDir,
        open: () => openEmbeddedDatabase(dataDir),
        drop: async () => rmSync(dataDir, { recursive: true, force: true }),
      };
    },
    close: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Databases on a PostgreSQL server of one's own. */
export async function postgresDatabases(): Promise<Databases> {
  const databaseDir = mkdtempSync(join(tmpdir(), 'crash-postgres-'));
  const [user, password, port] = ['importer', 'importer', await freePort()];
  const { Program, remove } = await postgresProgram();
  const server = new Program({
    databaseDir,
    user,
    password,
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    // Else the encoding is that of the machine's language, and no other than UTF-8 is opened.
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    onLog: () => {},
    onError: () => {},
  });
  await server.initialise();
  await server.start();
  let number = 0;
  return {
    async next() {
      number += 1;
      const name = `crash_${number}`;
      await server.createDatabase(name);
      const url = `postgres://${user}:${password}@127.0.0.1:${port}/${name}`;
      return {
        env: { DATABASE_URL: url },
        dataDir: undefined,
        open: () => openPostgres(url),
        drop: async () => {},
      };
    },
    async close() {
      await server.stop();
      remove();
      rmSync(databaseDir, { recursive: true, force: true });
    },
  };
}
