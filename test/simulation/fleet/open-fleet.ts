import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Sandbox, type SandboxOptions, startSandbox } from 'billbee-sandbox';
import { accountsMigrations, createAccounts } from 'importer-accounts';
import { openJoseVault } from 'importer-accounts/node';
import type { Store } from 'importer-core';
import { openPostgres, systemClock } from 'importer-core/node';
import type { SettingsFile } from 'importer-core/statuses';
import { postgresDatabases } from '../databases.js';
import { FleetWorker } from './fleet-worker.js';

export interface FleetOptions extends SandboxOptions {
  readonly accounts: number;
  /** Further settings of the workers. */
  readonly env?: Readonly<Record<string, string>>;
  /** Settings file of an account, by its number; default: every status is imported. */
  readonly settingsOf?: (number: number) => SettingsFile;
  /** Let the orders stay in the database. */
  readonly noFiles?: boolean;
}

/** Many merchants at one sandbox, a PostgreSQL server of their own, and workers to be started and killed. */
export interface Fleet {
  readonly sandbox: Sandbox;
  readonly store: Store;
  readonly outDir: string;
  readonly databaseUrl: string;
  readonly env: Readonly<Record<string, string>>;
  readonly workers: readonly FleetWorker[];
  start(env?: Readonly<Record<string, string>>, args?: readonly string[]): FleetWorker;
  close(): Promise<void>;
}

/** Every status that seeded orders are in. */
const allStatuses = Array.from({ length: 17 }, (_, index) => index + 1);
const usualSettings = (): SettingsFile => ({ version: 1, importStatusIds: allStatuses });

/** Opens a fleet; all its accounts share one developer key. */
export async function openFleet(options: FleetOptions): Promise<Fleet> {
  const { env: more = {}, noFiles = false, settingsOf = usualSettings, ...sandboxOptions } = options;
  const folder = mkdtempSync(join(tmpdir(), 'fleet-'));
  const outDir = join(folder, 'out');
  mkdirSync(outDir);
  const databases = await postgresDatabases();
  const database = await databases.next(false);
  const databaseUrl = database.env['DATABASE_URL'] ?? '';
  const sandbox = await startSandbox(sandboxOptions);
  const key = randomBytes(32);
  const store = await openPostgres(databaseUrl, { connections: 4, migrations: [accountsMigrations] });
  const all = createAccounts(store, await openJoseVault([key]), systemClock);
  for (const [number, { credentials }] of sandbox.accounts.entries()) {
    const connection = { baseUrl: sandbox.api, ...credentials };
    await all.put({ connection, settings: settingsOf(number) });
  }
  const env = {
    PATH: process.env['PATH'] ?? '',
    DATABASE_URL: databaseUrl,
    BILLBEE_ENCRYPTION_KEY: key.toString('base64'),
    ...(noFiles ? {} : { BILLBEE_OUT_DIR: outDir }),
    ...more,
  };
  const workers: FleetWorker[] = [];
  return {
    sandbox,
    store,
    outDir,
    databaseUrl,
    env,
    workers,
    start(extra = {}, args = ['work']) {
      const worker = new FleetWorker(args, folder, { ...env, ...extra });
      workers.push(worker);
      return worker;
    },
    async close() {
      await Promise.all(workers.map((worker) => worker.kill()));
      await store.close();
      await sandbox.close();
      await databases.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
