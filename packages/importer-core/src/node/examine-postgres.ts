import type { PostgresPool } from 'kysely';
import { storeMessages } from '../messages/core/store-messages.js';

/** A connection of the pool. */
type Connection = Awaited<ReturnType<PostgresPool['connect']>>;

const one = async (connection: Connection, sql: string): Promise<unknown> =>
  Object.values((await connection.query<Record<string, unknown>>(sql, [])).rows[0] ?? {})[0];

/**
 * Looks whether a database can carry runs: it stores every character, and a connection stays with one session of the
 * server. Behind a pooler in transaction mode it does not, and there no lock would keep two runs apart.
 *
 * @param location for messages: the database without credentials
 * @throws SettingsError `database-encoding-wrong`, `database-pooled`
 */
export async function examinePostgres(pool: PostgresPool, location: string): Promise<void> {
  const first = await pool.connect();
  try {
    const encoding = String(await one(first, 'show server_encoding'));
    if (encoding !== 'UTF8') {
      throw storeMessages.settings('database-encoding-wrong', { store: location, encoding }, ['databaseUrl']);
    }
    const second = await pool.connect();
    try {
      if (await isShared(first, second)) {
        throw storeMessages.settings('database-pooled', { store: location }, ['databaseUrl']);
      }
    } finally {
      second.release();
    }
  } finally {
    first.release();
  }
}

/**
 * Two connections that are open at the same time have two sessions, and each keeps its own. A pooler that gives sessions
 * out by transaction gives both the same one, or the first another one than before: whether it hands out the one that was
 * used last or the one that has waited longest, and however many it has.
 */
async function isShared(first: Connection, second: Connection): Promise<boolean> {
  const session = 'select pg_backend_pid()';
  const own = await one(first, session);
  const other = await one(second, session);
  return own === other || own !== (await one(first, session)) || own !== (await one(first, session));
}
