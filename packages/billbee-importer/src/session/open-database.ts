import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { accountsMigrations } from 'importer-accounts';
import type { Store } from 'importer-core';
import { openEmbeddedCopy, openEmbeddedDatabase, openPostgres } from 'importer-core/node';
import { stagingMigrations } from 'importer-staging';
import { documentMigrations } from 'xentral-target';
import type { Terminal } from '../console/terminal.js';
import type { CommandContext } from '../context.js';
import { dataDir, patienceMs } from '../settings/data-dir.js';
import { type Environment, settingOf } from '../settings/read-environment.js';
import { watchTightDisk } from '../watchdog/watchdog.js';

/** Tables of all packages that this program is made of. */
export const migrations = [accountsMigrations, stagingMigrations, documentMigrations];

/** What decides which database a command works on. */
type DatabaseParts = Pick<CommandContext, 'env' | 'store' | 'terminal'>;

export interface OpeningOptions {
  /** Most at a time, for PostgreSQL. */
  readonly connections?: number | undefined;
  /** Milliseconds to wait for a process that has the embedded database open; 30 s if not given. */
  readonly waitMs?: number | undefined;
}

/**
 * Opens the store: PostgreSQL when `DATABASE_URL` is set, else the embedded database in `BILLBEE_DATA_DIR`, unless this
 * process has that open already.
 *
 * @throws SettingsError, StopError as `openPostgres` and `openEmbeddedDatabase` do
 */
export async function openDatabase(
  { env, store, terminal }: DatabaseParts,
  { connections, waitMs = patienceMs }: OpeningOptions = {},
): Promise<Store> {
  if (store) return borrowed(store);
  const url = settingOf(env, 'DATABASE_URL');
  return url === undefined
    ? openWatched(dataDir(env), terminal, waitMs)
    : openPostgres(url, { connections, migrations });
}

async function openWatched(folder: string, terminal: Terminal, waitMs: number): Promise<Store> {
  if (folder.startsWith('memory://')) return openEmbeddedDatabase(folder, { migrations });
  const values = { folder: resolve(folder) };
  const unwatch = watchTightDisk(values.folder, {
    full: terminal.say('watchdog.full', values),
    stuck: terminal.say('watchdog.stuck', values),
  });
  try {
    const store = await openEmbeddedDatabase(folder, { migrations, waitMs });
    return { ...store, close: () => store.close().finally(unwatch) };
  } catch (error) {
    unwatch();
    throw error;
  }
}

/** Whoever has opened it closes it. */
function borrowed(store: Store): Store {
  return { ...store, waitsForRuns: true, close: async () => {} };
}

/** Whether there is a database already; a PostgreSQL one is taken to be there. */
export function hasDatabase(env: Environment): boolean {
  return settingOf(env, 'DATABASE_URL') !== undefined || existsSync(dataDir(env));
}

/** Like {@link openDatabase}, but creates nothing: a database that is not there yet is an empty one in memory. */
export async function openDatabaseToRead(parts: DatabaseParts): Promise<Store> {
  return hasDatabase(parts.env) ? openDatabase(parts) : openEmbeddedDatabase('memory://', { migrations });
}

/** For a dry run: nothing that is done with it stays, and the files of an embedded database keep every byte. */
export async function openDatabaseForDryRun(parts: DatabaseParts): Promise<Store> {
  const isOwn = parts.store === undefined && settingOf(parts.env, 'DATABASE_URL') === undefined;
  return isOwn
    ? openEmbeddedCopy(dataDir(parts.env), { migrations, waitMs: patienceMs })
    : openDatabase(parts);
}

/** Does something with the store and closes it, whatever happens. */
export async function withStore<T>(opening: Promise<Store>, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await opening;
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
