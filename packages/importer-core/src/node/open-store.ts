import type { Store } from '../store/store.js';

/**
 * Opens (and on first use creates) the embedded database in a folder. One process at a time.
 *
 * @param dataDir folder, e.g. `./data`; `memory://` keeps everything in memory
 * @throws StopError `database-in-use` when another process has it open
 * @throws SettingsError `data-dir-unusable` when the folder cannot be created or written
 */
export async function openEmbeddedDatabase(_dataDir: string): Promise<Store> {
  throw new Error('being written');
}

/**
 * Opens PostgreSQL and brings its tables up to date.
 *
 * @param url e.g. `postgres://user:password@host:5432/erp`
 * @throws SettingsError `database-url-wrong` when the database refuses the connection
 */
export async function openPostgres(_url: string): Promise<Store> {
  throw new Error('being written');
}
