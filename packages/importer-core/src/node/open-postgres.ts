import { PostgresDialect, type PostgresPool } from 'kysely';
import { storeMessages } from '../messages/core/store-messages.js';
import { openStore, type Store } from '../store/store.js';
import { examinePostgres } from './examine-postgres.js';
import type { DatabaseOptions } from './open-embedded.js';
import { postgresPool, sessionsFor } from './postgres-pool.js';

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

/** Host and database of a connection string; never its password. */
function locationOf(url: string): string {
  try {
    const { host, pathname } = new URL(url);
    return `${host}${pathname}`;
  } catch {
    return 'PostgreSQL';
  }
}
