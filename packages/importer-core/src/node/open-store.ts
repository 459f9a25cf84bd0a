import { constants } from 'node:fs';
import { access, cp, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import { PostgresDialect, type PostgresPool } from 'kysely';
import type { StopError } from '../errors.js';
import { storeMessages } from '../messages/core/store-messages.js';
import type { Migrations } from '../store/migrations.js';
import { openStore, type Store } from '../store/store.js';
import { readTemplate, unpackTemplate } from './cluster-template.js';
import { examinePostgres } from './examine-postgres.js';
import { loadDriver } from './load-driver.js';
import { refuseMoved } from './move-store.js';
import { openInMemory } from './open-in-memory.js';
import { pgliteDialect } from './pglite-dialect.js';
import { postgresPool, sessionsFor } from './postgres-pool.js';
import { isTaken, takeLock } from './process-lock.js';

/** What the database is to hold beside the engine's own tables. */
export interface DatabaseOptions {
  /** Of packages that keep tables of their own in it, e.g. `accountsMigrations` of importer-accounts. */
  readonly migrations?: readonly Migrations[] | undefined;
  /** How long another process that uses the embedded database is waited for, in milliseconds; not at all if not given. */
  readonly waitMs?: number | undefined;
  /** Opens an embedded database also when its data is elsewhere: to go on with the move. */
  readonly evenIfMoved?: boolean | undefined;
}

/**
 * Opens (and on first use creates) the embedded database in a folder. One process at a time.
 *
 * The first start unpacks a cluster that was initialised when this package was built; beside another version of PGlite
 * than it was built with it initialises one, which takes some seconds.
 *
 * @param dataDir folder, e.g. `./data`; `memory://` keeps everything in memory
 * @throws StopError `database-in-use` when another process has it open, `database-unopenable` when its files are
 *   damaged, `migration-failed`
 * @throws SettingsError `data-dir-unusable` when the folder cannot be created or written, `driver-missing` without
 *   `@electric-sql/pglite`
 */
export async function openEmbeddedDatabase(
  dataDir: string,
  { migrations, waitMs, evenIfMoved }: DatabaseOptions = {},
): Promise<Store> {
  const Database = await loadPglite();
  if (dataDir.startsWith('memory://')) {
    return openStore(pgliteDialect(await openInMemory()), { location: 'memory', migrations });
  }
  const folder = resolve(dataDir);
  const unlock = await prepareFolder(folder, waitMs);
  try {
    if (!evenIfMoved) await refuseMoved(folder);
    const cluster = join(folder, 'db');
    if (!(await exists(cluster))) {
      // A kill in the middle of the first start must not leave half a cluster under the final name.
      const unfinished = join(folder, 'db.unfinished');
      await rm(unfinished, { recursive: true, force: true });
      const template = await readTemplate();
      if (template) unpackTemplate(template, unfinished);
      else await (await Database.create(unfinished)).close();
      await rename(unfinished, cluster);
    }
    return await openStore(pgliteDialect(await openCluster(cluster)), {
      location: folder,
      migrations,
      afterClose: unlock,
    });
  } catch (error) {
    await unlock();
    throw error;
  }
}

/**
 * Opens a copy of the embedded database: whatever happens to it, not a byte of the folder changes. Opening the
 * database itself, even only to read, writes to its files. The copy lies in the system's temporary folder and is
 * removed on closing; its size is the database's, where the file system cannot share blocks.
 *
 * @param dataDir folder, as for {@link openEmbeddedDatabase}; one without a database gives an empty one
 * @throws StopError, SettingsError as {@link openEmbeddedDatabase}
 */
export async function openEmbeddedCopy(dataDir: string, options: DatabaseOptions = {}): Promise<Store> {
  const cluster = join(resolve(dataDir), 'db');
  if (dataDir.startsWith('memory://') || !(await exists(cluster)))
    return openEmbeddedDatabase('memory://', options);
  const copy = await mkdtemp(join(tmpdir(), 'billbee-importer-'));
  const remove = (): Promise<void> => rm(copy, { recursive: true, force: true });
  try {
    const unlock = await prepareFolder(resolve(dataDir), options.waitMs);
    try {
      await refuseMoved(resolve(dataDir));
      await cp(cluster, copy, { recursive: true, mode: constants.COPYFILE_FICLONE });
    } finally {
      await unlock();
    }
    return await openStore(pgliteDialect(await openCluster(copy, cluster)), {
      location: resolve(dataDir),
      migrations: options.migrations,
      afterClose: remove,
    });
  } catch (error) {
    await remove();
    throw error;
  }
}

/**
 * Opens PostgreSQL and brings its tables up to date.
 *
 * @param url e.g. `postgres://user:password@host:5432/erp`
 * @param options `connections`: most at a time, at least 2; every run under way needs one of its own, and some are kept for what runs do
 *   beside it: runs beyond that wait for their turn
 * @throws SettingsError `database-url-wrong` when the database cannot be reached or refuses the login,
 *   `database-encoding-wrong` when it is not UTF-8, `database-pooled` behind a pooler in transaction mode,
 *   `driver-missing` without `pg`
 */
export async function openPostgres(
  url: string,
  { connections = 10, migrations }: DatabaseOptions & { readonly connections?: number | undefined } = {},
): Promise<Store> {
  const most = Math.max(2, connections);
  const { pool, location } = await connectPostgres(url, most);
  return {
    ...(await openStore(new PostgresDialect({ pool }), { location, migrations })),
    sessions: sessionsFor(most),
  };
}

/**
 * Looks whether {@link openPostgres} would take a database, and changes nothing in it.
 *
 * @throws as `openPostgres`
 */
export async function checkPostgres(url: string): Promise<void> {
  const { pool } = await connectPostgres(url, 2);
  await pool.end();
}

async function connectPostgres(
  url: string,
  connections: number,
): Promise<{ readonly pool: PostgresPool; readonly location: string }> {
  const location = locationOf(url);
  const pool = await postgresPool(url, location, connections);
  try {
    (await pool.connect()).release();
  } catch (error) {
    await pool.end();
    const cause = error instanceof Error ? error.message || (error as NodeJS.ErrnoException).code : '';
    const values = { store: URL.canParse(url) ? location : undefined, detail: String(cause) };
    throw storeMessages.settings('database-url-wrong', values, ['databaseUrl']);
  }
  try {
    await examinePostgres(pool, location);
  } catch (error) {
    await pool.end();
    throw error;
  }
  return { pool, location };
}

/**
 * Starts PGlite on a cluster that nobody else uses: the folder is locked, or a copy of our own.
 *
 * @param named the folder that a message names
 */
async function openCluster(cluster: string, named = cluster): Promise<PGlite> {
  // PostgreSQL's own lock of the folder: a kill in the moment of its writing leaves it empty, and with an empty one it
  // would never start again. Who may be here is the folder lock's to say.
  await rm(join(cluster, 'postmaster.pid'), { force: true });
  const Database = await loadPglite();
  return Database.create(cluster, { startParams: smallServer(Database) }).catch((cause: unknown) => {
    throw unopenable(named, cause);
  });
}

/** PostgreSQL's defaults are those of a server with many users; one process needs less, and takes no longer with it. */
const smallServer = (Database: typeof PGlite): string[] => [
  ...Database.defaultStartParams,
  '-c',
  'shared_buffers=8MB',
  '-c',
  // What was erased must not live on in a segment that waits for its next use.
  'wal_recycle=off',
];

const loadPglite = async (): Promise<typeof PGlite> =>
  (await loadDriver('@electric-sql/pglite', () => import('@electric-sql/pglite'))).PGlite;

async function prepareFolder(folder: string, waitMs?: number): Promise<() => Promise<void>> {
  try {
    await mkdir(folder, { recursive: true });
    return await lockFolder(folder, waitMs);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code !== undefined && /^E[A-Z]+$/.test(code)) {
      const values = { folder, detail: code };
      throw storeMessages.settings('data-dir-unusable', values, ['dataDir'], { cause: error });
    }
    throw error;
  }
}

function unopenable(cluster: string, cause: unknown): StopError {
  return storeMessages.stop('database-unopenable', { folder: cluster }, { cause });
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** Host and database of a connection string; never its password. */
function locationOf(url: string): string {
  try {
    const { host, pathname } = new URL(url);
    return `${host}${pathname}`;
  } catch {
    return 'PostgreSQL';
  }
}

/**
 * Makes this process the only one that uses a data folder, until it ends or calls the returned function.
 *
 * @param folder an existing folder
 * @throws StopError `database-in-use`
 */
export function lockFolder(folder: string, waitMs?: number): Promise<() => Promise<void>> {
  return takeLock(
    join(folder, 'in-use'),
    (pid) => storeMessages.stop('database-in-use', { folder, pid: String(pid) }),
    waitMs,
  );
}

/**
 * Whether a process that lives, this one or another, has the embedded database of a folder open.
 *
 * @param dataDir folder, as for {@link openEmbeddedDatabase}
 */
export function embeddedInUse(dataDir: string): Promise<boolean> {
  return isTaken(join(resolve(dataDir), 'in-use'));
}
