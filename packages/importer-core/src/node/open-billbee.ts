import type { BillbeeConnection } from '../billbee/connection.js';
import { type BillbeeParts, createBillbee } from '../facade/billbee.js';
import type { Billbee } from '../facade/billbee-tasks.js';
import { openEmbeddedDatabase } from './open-embedded.js';
import { openPostgres } from './open-postgres.js';
import { systemClock } from './system-clock.js';

/** What differs from the defaults of {@link openBillbee}. */
export interface OpenBillbeeOptions
  extends Partial<Omit<BillbeeParts, 'connection'>>,
    Partial<BillbeeConnection> {
  /** PostgreSQL, e.g. `postgres://user:password@host:5432/erp`; default: `DATABASE_URL`. */
  readonly databaseUrl?: string | undefined;
  /** Folder of the embedded database, used without a `databaseUrl`; default: `BILLBEE_DATA_DIR`, else `./data`. */
  readonly dataDir?: string | undefined;
}

/** A Billbee account that `await using` closes. */
export interface OpenedBillbee extends Billbee, AsyncDisposable {}

/**
 * Opens a Billbee account with everything it needs: credentials from the environment (`BILLBEE_USERNAME`, `BILLBEE_API_PASSWORD`,
 * `BILLBEE_API_KEY`, `BILLBEE_URL`), the platform's `fetch` and clock, and a database (PostgreSQL at `DATABASE_URL`, else an embedded
 * one), which is opened when something needs it. Close it in the end.
 *
 * @throws SettingsError when the credentials cannot be used
 * @example
 * await using billbee = openBillbee();
 * await billbee.import({ status: 'Bezahlt', into: { name: 'erp', has: (key) => erp.has(key), put: (order, key) => erp.add(key, order) } });
 */
export function openBillbee(options: OpenBillbeeOptions = {}): OpenedBillbee {
  const { env } = process;
  const {
    username = env['BILLBEE_USERNAME'] ?? '',
    apiPassword = env['BILLBEE_API_PASSWORD'] ?? '',
    apiKey = env['BILLBEE_API_KEY'] ?? '',
    baseUrl = env['BILLBEE_URL'],
    databaseUrl = env['DATABASE_URL'],
    dataDir = env['BILLBEE_DATA_DIR'] ?? './data',
  } = options;
  const billbee = createBillbee({
    fetch: (url, init) => fetch(url, init),
    clock: systemClock,
    openStore: () => (databaseUrl ? openPostgres(databaseUrl) : openEmbeddedDatabase(dataDir)),
    ...options,
    connection: { baseUrl, username, apiPassword, apiKey },
  });
  return { ...billbee, [Symbol.asyncDispose]: () => billbee.close() };
}
