import { constants } from 'node:fs';
import { cp, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import type { Migrations } from '../store/migrations.js';
import { openStore, type Store } from '../store/store.js';
import { readTemplate, unpackTemplate } from './cluster-template.js';
import {
  explainFull,
  hasCluster,
  markFolder,
  prepareFolder,
  requireRoom,
  whyUnopenable,
} from './data-folder.js';
import { loadDriver } from './load-driver.js';
import { refuseMoved } from './move-store.js';
import { openInMemory } from './open-in-memory.js';
import { pgliteDialect } from './pglite-dialect.js';

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
 *   damaged, `database-missing` when they are gone, `too-many-files`, `memory-too-little`, `migration-failed`
 * @throws SettingsError `data-dir-unusable` when the folder cannot be created or written, `database-foreign` when files are another
 *   user's, `driver-missing` without `@electric-sql/pglite`
 * @throws RetryError `disk-full`
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
    if (!(await hasCluster(folder, cluster))) {
      // A kill in the middle of the first start must not leave half a cluster under the final name.
      const unfinished = join(folder, 'db.unfinished');
      await rm(unfinished, { recursive: true, force: true });
      const template = await readTemplate();
      if (template) unpackTemplate(template, unfinished);
      else await (await Database.create(unfinished)).close();
      await rm(cluster, { recursive: true, force: true });
      await rename(unfinished, cluster);
    }
    const database = await openCluster(cluster);
    await markFolder(folder);
    const store = await openStore(
      pgliteDialect(database, (error) => explainFull(folder, error)),
      {
        location: folder,
        migrations,
        afterClose: unlock,
      },
    );
    return { ...store, requireRoom: () => requireRoom(folder) };
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
  if (dataDir.startsWith('memory://') || !(await hasCluster(resolve(dataDir), cluster)))
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
 * Starts PGlite on a cluster that nobody else uses: the folder is locked, or a copy of our own.
 *
 * @param named the folder that a message names
 */
async function openCluster(cluster: string, named = cluster): Promise<PGlite> {
  // PostgreSQL's own lock of the folder: a kill in the moment of its writing leaves it empty, and with an empty one it
  // would never start again. Who may be here is the folder lock's to say.
  await rm(join(cluster, 'postmaster.pid'), { force: true });
  const Database = await loadPglite();
  return Database.create(cluster, { startParams: smallServer(Database) }).catch(async (cause: unknown) => {
    throw await whyUnopenable(cluster, named, cause);
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
