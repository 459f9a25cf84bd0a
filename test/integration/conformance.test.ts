import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createStoreTarget, type Store } from 'importer-core';
import {
  type ConformanceCheck,
  type TargetConformanceOptions,
  targetConformance,
} from 'importer-core/conformance';
import { openNdjsonTarget, openPostgres, systemClock } from 'importer-core/node';
import { createStagingTarget, stagingMigrations } from 'importer-staging';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Databases, postgresDatabases } from '../simulation/databases.js';
import { emptyStores } from '../support/empty-stores.js';

const folder = mkdtempSync(join(tmpdir(), 'conformance-'));
let servers: Databases;
let url: string | undefined;
beforeAll(async () => {
  servers = await postgresDatabases();
});
afterAll(async () => {
  await servers?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** One database on a server of one's own; each time it is handed out it is empty. */
async function emptyPostgres(): Promise<string> {
  url ??= (await servers.next(true)).env['DATABASE_URL'] ?? '';
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('drop schema public cascade');
  await client.query('create schema public');
  await client.end();
  return url;
}

const embedded = { first: emptyStores(), second: emptyStores(), third: emptyStores([stagingMigrations]) };
let handedOut = 0;
/** Of two in turn, because a check needs two stores at most. */
const someStore = (): Promise<Store> => {
  handedOut += 1;
  return handedOut % 2 ? embedded.first() : embedded.second();
};

/** @param skipped what a check may say when it had nothing to check */
function suite(title: string, checks: readonly ConformanceCheck[], skipped: RegExp): void {
  describe(title, () => {
    for (const { name, run } of checks) {
      it(name, async () => {
        expect((await run()) ?? '').toMatch(new RegExp(`^$|${skipped.source}`));
      });
    }
  });
}

let files = 0;
const ndjson: TargetConformanceOptions = {
  store: someStore,
  async create(account) {
    files += 1;
    const place = join(folder, String(files));
    mkdirSync(place);
    const path = join(place, 'orders.ndjson');
    return {
      open: () => openNdjsonTarget(path, account),
      async orderIds() {
        const lines = readFileSync(path, 'utf8').trimEnd().split('\n').filter(Boolean);
        return lines.map((line) => JSON.parse(line).source.orderId);
      },
    };
  },
};
suite('the NDJSON file', targetConformance(ndjson), /no update|refuses no order|does not promise it/);

const inStore = (open: () => Promise<Store>): TargetConformanceOptions => ({
  idempotent: true,
  store: someStore,
  async create(account) {
    const store = await open();
    return {
      open: async () => createStoreTarget(store, account),
      async orderIds() {
        const rows = await store.db.selectFrom('stored_order').select('order_id').execute();
        return rows.map((row) => row.order_id);
      },
      remove: () => store.close(),
    };
  },
});
/** The queue in which orders wait for OpenXE. */
const staged: TargetConformanceOptions = {
  ...inStore(embedded.third),
  refusable: (order) => ({ ...order, currency: 'XXX' }),
  async create(account) {
    const store = await embedded.third();
    const refuse = ({ currency }: { currency: string }) =>
      currency === 'XXX'
        ? { reason: 'currency-unknown', message: 'Enter the currency in the ERP.' }
        : undefined;
    return {
      open: async () => createStagingTarget({ store, account, queue: 'shop', clock: systemClock, refuse }),
      async orderIds() {
        const { rows } = await sql<{ order_id: string }>`select order_id from staged_order`.execute(store.db);
        return rows.map((row) => row.order_id);
      },
      remove: () => store.close(),
    };
  },
};
suite('the queue for an ERP', targetConformance(staged), /no listDelivered|no mark/);

const storeSkips = /no listDelivered|no mark|refuses no order/;
suite('the store as a target, embedded', targetConformance(inStore(embedded.third)), storeSkips);
suite(
  'the store as a target, on PostgreSQL',
  targetConformance(inStore(async () => openPostgres(await emptyPostgres()))),
  storeSkips,
);
