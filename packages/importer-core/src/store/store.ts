import { type Dialect, Kysely, Migrator } from 'kysely';
import { StopError } from '../errors.js';
import { migrationProvider } from './migrations.js';
import type { Tables } from './tables.js';

/** Accounts' cursors, deliveries, holds and outbox in one SQL store. */
export interface Store {
  readonly db: Kysely<Tables>;
  /** For messages: where the data is, without credentials. */
  readonly place: string;
  close(): Promise<void>;
}

/**
 * Opens the store on any PostgreSQL dialect and brings its tables up to date.
 *
 * @throws StopError `migration-failed`
 */
export async function openStore(
  dialect: Dialect,
  place: string,
  afterClose: () => Promise<void> = async () => {},
): Promise<Store> {
  const db = new Kysely<Tables>({ dialect });
  const store: Store = {
    db,
    place,
    async close() {
      await db.destroy();
      await afterClose();
    },
  };
  const migrator = new Migrator({
    db,
    provider: migrationProvider,
    // Two features developed side by side may be released in any order.
    allowUnorderedMigrations: true,
    migrationTableName: 'billbee_importer_migration',
    migrationLockTableName: 'billbee_importer_migration_lock',
  });
  const { error } = await migrator.migrateToLatest();
  if (error) {
    await store.close().catch(() => {});
    throw new StopError(
      'migration-failed',
      `The tables in ${place} could not be brought up to date: ${messageOf(error)}. ` +
        'If a newer version of the importer has used this database, use that version.',
      { cause: error },
    );
  }
  return store;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
