import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbeddedDatabase, openPostgres } from 'importer-core/node';
import { startPostgres } from '../support/postgres-program.js';
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
  const server = await startPostgres();
  let number = 0;
  return {
    async next() {
      number += 1;
      const name = `crash_${number}`;
      await server.query(`CREATE DATABASE ${name}`);
      const url = server.url(name);
      return {
        env: { DATABASE_URL: url },
        dataDir: undefined,
        open: () => openPostgres(url),
        drop: async () => {},
      };
    },
    close: () => server.close(),
  };
}
