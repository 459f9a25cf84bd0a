import type { PostgresPool } from 'kysely';
import { storeMessages } from '../messages/core/store-messages.js';
import { loadDriver } from './load-driver.js';
import { StatementNames } from './statement-names.js';

/** Longer than this nobody waits for a connection: whatever keeps them all, an error tells of it. */
const patienceMs = 30_000;

/**
 * A run keeps one connection, and each of its calls to Billbee needs another one for a moment. Were all of them given to runs,
 * each would wait for ever for what the others keep.
 *
 * @returns how many runs a pool of so many connections carries at a time
 */
export function sessionsFor(connections: number): number {
  return Math.max(1, connections - Math.min(4, Math.ceil(connections / 3)));
}

/**
 * A pool of connections to PostgreSQL; the first is made by the first who asks.
 *
 * `connect` throws RetryError `database-busy` when there is none in time.
 *
 * @param location for messages: the database without credentials
 * @throws SettingsError `driver-missing` without `pg`
 */
export async function postgresPool(
  url: string,
  location: string,
  connections: number,
  timeoutMs = patienceMs,
): Promise<PostgresPool> {
  const { default: pg } = await loadDriver('pg', () => import('pg'));
  const names = new StatementNames();
  class PreparingClient extends pg.Client {
    // biome-ignore lint/suspicious/noExplicitAny: the driver's own method has a dozen forms, and Kysely uses one of them
    override query(...args: any[]): any {
      const [text, values] = args as [unknown, unknown];
      const isKysely = args.length === 2 && typeof text === 'string' && Array.isArray(values);
      const name = isKysely && values.length > 0 ? names.of(text) : undefined;
      // @ts-expect-error -- passed on as it came
      return name === undefined ? super.query(...args) : super.query({ name, text, values });
    }
  }
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: timeoutMs,
    Client: PreparingClient,
  });
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {});
  // The same goes for one that breaks in use: the query under way fails, which is enough.
  pool.on('connect', (client) => client.on('error', () => {}));
  return {
    async connect() {
      try {
        return await pool.connect();
      } catch (error) {
        if (!(error instanceof Error && /timeout/.test(error.message))) throw error;
        const values = { store: location, seconds: timeoutMs / 1000, connections };
        throw storeMessages.retry('database-busy', values, { cause: error });
      }
    },
    end: () => pool.end(),
  };
}
