import { type Dialect, Kysely, Migrator, type Transaction } from 'kysely';
import { storeMessages } from '../messages/core/store-messages.js';
import { knownAndNewer, type Migrations } from './migrations.js';
import type { CoreTables } from './tables.js';

/** Accounts' cursors, deliveries, holds and outbox in one SQL store. */
export interface Store {
  /**
   * For packages that keep tables of their own in it.
   *
   * @internal
   */
  readonly db: Kysely<CoreTables>;
  /** For messages: where the data is, without credentials. */
  readonly location: string;
  /**
   * How many runs at a time its connections carry; others wait. Each run keeps one connection and needs another for moments, so
   * it is less than there are connections. Without it any number may run, as on the embedded database.
   */
  readonly sessions?: number | undefined;
  /** A run on it waits for one of this process that is under way on the same scope, instead of ending with `already-running`. */
  readonly waitsForRuns?: boolean | undefined;
  /**
   * Asked before each run and each page of orders, where a full disk would keep the database from ever coming back.
   *
   * @throws RetryError `disk-full`
   */
  readonly requireRoom?: (() => Promise<void>) | undefined;
  close(): Promise<void>;
}

declare const transaction: unique symbol;

/** A transaction of the engine under way. Packages with tables of their own get at it by `importer-core/store`. */
export interface StoreTransaction {
  readonly [transaction]: true;
}

/** A transaction of the engine as SQL. */
export function sqlOf(handle: StoreTransaction): Transaction<CoreTables> {
  return handle as unknown as Transaction<CoreTables>;
}

/** What {@link openStore} needs to know beside the database. */
export interface StoreOptions {
  /** For messages: where the data is, without credentials. */
  readonly location: string;
  /** Of the packages that keep tables of their own in it. */
  readonly migrations?: readonly Migrations[] | undefined;
  /** Called when the store is closed. */
  readonly afterClose?: (() => Promise<void>) | undefined;
}

const migrationTableName = 'billbee_importer_migration';

/**
 * Opens the store on any PostgreSQL dialect and brings its tables up to date.
 *
 * A database that a newer version has used already can be opened as long as that version has only added to it: so old and new
 * versions run side by side while one replaces the other.
 *
 * @throws StopError `migration-failed`
 */
export async function openStore(
  dialect: Dialect,
  { location, migrations, afterClose }: StoreOptions,
): Promise<Store> {
  const db = new Kysely<CoreTables>({ dialect });
  const store: Store = {
    db,
    location,
    async close() {
      await db.destroy();
      await afterClose?.();
    },
  };
  const known = await knownAndNewer(db, migrationTableName, migrations).catch(async (error: unknown) => {
    await store.close().catch(() => {});
    throw error;
  });
  const migrator = new Migrator({
    db,
    // Asked within the migrator's own transaction, when the embedded database has no second session.
    provider: { getMigrations: async () => known },
    // Two features developed side by side may be released in any order.
    allowUnorderedMigrations: true,
    migrationTableName,
    migrationLockTableName: 'billbee_importer_migration_lock',
  });
  const { error } = await migrator.migrateToLatest();
  if (error) {
    await store.close().catch(() => {});
    throw storeMessages.stop(
      'migration-failed',
      { store: location, detail: messageOf(error) },
      { cause: error },
    );
  }
  return store;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
