import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { accountsMigrations } from 'importer-accounts';
import type { Store } from 'importer-core';
import { openEmbeddedCopy, openEmbeddedDatabase, openPostgres } from 'importer-core/node';
import { stagingMigrations } from 'importer-staging';
import { documentMigrations } from 'xentral-target';
import { type Environment, settingOf } from '../settings/read-environment.js';

/** Tables of all packages that this program is made of. */
export const migrations = [accountsMigrations, stagingMigrations, documentMigrations];

/**
 * Opens the store: PostgreSQL when `DATABASE_URL` is set, else the embedded database in `BILLBEE_DATA_DIR`.
 *
 * @param connections most at a time, for PostgreSQL
 * @throws SettingsError, StopError as `openPostgres` and `openEmbeddedDatabase` do
 */
export async function openDatabase(env: Environment, connections?: number): Promise<Store> {
  const url = settingOf(env, 'DATABASE_URL');
  return url === undefined
    ? openEmbeddedDatabase(dataDir(env), { migrations })
    : openPostgres(url, { connections, migrations });
}

/** Whether there is a database already; a PostgreSQL one is taken to be there. */
export function hasDatabase(env: Environment): boolean {
  return settingOf(env, 'DATABASE_URL') !== undefined || existsSync(dataDir(env));
}

/** Like {@link openDatabase}, but creates nothing: a database that is not there yet is an empty one in memory. */
export async function openDatabaseToRead(env: Environment): Promise<Store> {
  return hasDatabase(env) ? openDatabase(env) : openEmbeddedDatabase('memory://', { migrations });
}

/** For a dry run: nothing that is done with it stays, and the files of an embedded database keep every byte. */
export async function openDatabaseForDryRun(env: Environment): Promise<Store> {
  return settingOf(env, 'DATABASE_URL') === undefined
    ? openEmbeddedCopy(dataDir(env), { migrations })
    : openDatabase(env);
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

/** Folder of the embedded database. */
export function dataDir(env: Environment): string {
  const setting = settingOf(env, 'BILLBEE_DATA_DIR') ?? './data';
  return setting.startsWith('memory://') ? setting : resolve(setting);
}
