import { accountsMigrations, createCallBudget, createSharedRateLimiter } from 'importer-accounts';
import { createStoreTarget, runImport, type Store, sendDue } from 'importer-core';
import { openPostgres, systemClock } from 'importer-core/node';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { type Databases, postgresDatabases } from '../simulation/databases.js';

let servers: Databases;
beforeAll(async () => {
  servers = await postgresDatabases();
});
afterAll(() => servers.close());

/** As many runs and sendings at the same time as wanted; every call asks for a place, and is counted. */
async function runMany(store: Store, count: number): Promise<string[]> {
  const pace = createSharedRateLimiter(store, systemClock, 'test').forKey('key');
  const outcomes = Array.from({ length: count }, async (_, index) => {
    const account = `account-${index}`;
    const budget = createCallBudget({ store, account, clock: systemClock });
    const source = {
      usage: { calls: 0, retries: 0 },
      readOrder: async () => undefined,
      async readOrderPage() {
        await budget.pass();
        const place = await pace.acquire([]);
        place.settle();
        return { page: 1, totalPages: 1, totalRows: 0, orders: [], serverTime: Date.now() };
      },
    };
    const parts = { account, store, clock: systemClock };
    const [{ outcome, error }] = await Promise.all([
      runImport({ ...parts, statusIds: [3], source, target: createStoreTarget(store, account) }),
      sendDue({ ...parts, sink: {} as never }),
    ]);
    return error === undefined ? outcome : String(error);
  });
  return Promise.all(outcomes);
}

it.each([
  [1, 3],
  [4, 12],
  [10, 30],
])('ends on %i connections %i imports that begin at the same time', async (connections, count) => {
  const url = (await servers.next(true)).env['DATABASE_URL'] ?? '';
  const store = await openPostgres(url, { connections, migrations: [accountsMigrations] });
  onTestFinished(() => store.close());
  expect(await runMany(store, count)).toEqual(Array(count).fill('complete'));
});
