import { accountsMigrations } from 'importer-accounts';
import { type BillbeeClient, type Clock, RetryError, type Store } from 'importer-core';
import { openEmbeddedDatabase } from 'importer-core/node';
import { stagingMigrations } from 'importer-staging';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import type { BoundShop } from './bound-shops.js';
import type { ConnectorPorts } from './ports.js';
import { ShopWork } from './shop-work.js';

let database: Store;
let accounts = 0;
beforeAll(async () => {
  database = await openEmbeddedDatabase('memory://', { migrations: [accountsMigrations, stagingMigrations] });
});
afterAll(() => database.close());

/** Time passes as fast as it can. */
class FastClock implements Clock {
  time = Date.UTC(2026, 2, 10, 12);

  now(): number {
    return this.time;
  }

  async sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    await new Promise((resolve) => setTimeout(resolve, 5));
    signal?.throwIfAborted();
    this.time += milliseconds;
  }
}

type Plugin = Parameters<Store['db']['withPlugin']>[0];

/** A shop whose write-backs are noted, and whose sending is told each time the next due time has been read. */
function world() {
  accounts += 1;
  const calls: string[] = [];
  const log: string[] = [];
  const hooks = { afterLook: async (): Promise<void> => {}, refuse: new Set<string>() };
  const plugin: Plugin = {
    transformQuery: ({ node }) => node,
    async transformResult({ result }) {
      if (Object.hasOwn(result.rows[0] ?? {}, 'due')) await hooks.afterLook();
      return result;
    },
  };
  const stop = new AbortController();
  const sink = {
    async setOrderStatus(orderId: string) {
      calls.push(orderId);
      if (hooks.refuse.delete(orderId)) throw new RetryError('connection', 'Billbee is away.');
    },
  } as unknown as BillbeeClient;
  const shop: BoundShop = { name: 'shop', account: `account-${accounts}`, source: sink, sink };
  const work = new ShopWork({
    store: { ...database, db: database.db.withPlugin(plugin) },
    clock: new FastClock(),
    log: (line: string) => log.push(line),
    stop: stop.signal,
  } as unknown as ConnectorPorts);
  onTestFinished(async () => {
    stop.abort();
    await work.settle();
  });
  const report = (orderId: string) => work.report(shop, { kind: 'status', orderId, statusId: 4 });
  /** At the next look only. */
  const once = (step: () => Promise<unknown>): void => {
    hooks.afterLook = async () => {
      hooks.afterLook = async () => {};
      await step();
    };
  };
  return { work, shop, calls, log, hooks, report, once };
}

it('goes on after an error of the database', async () => {
  const { calls, log, hooks, report, once } = world();
  hooks.refuse.add('1');
  once(async () => {
    throw new Error('terminating connection due to administrator command');
  });
  await report('1');
  await expect.poll(() => calls, { timeout: 10_000 }).toEqual(['1', '1']);
  expect(log).toEqual(['shop: terminating connection due to administrator command']);
});

it('sends what is reported while the sending before is coming to its end', async () => {
  const { calls, report, once } = world();
  once(() => report('2'));
  await report('1');
  await expect.poll(() => calls, { timeout: 10_000 }).toEqual(['1', '2']);
});

it('does not let a report wait for the retry of another', async () => {
  const { calls, hooks, report, once } = world();
  hooks.refuse.add('1');
  once(() => report('2'));
  await report('1');
  await expect.poll(() => calls, { timeout: 10_000 }).toEqual(['1', '2', '1']);
});

it('starts anew for a report after everything was sent', async () => {
  const { work, calls, report } = world();
  await report('1');
  await work.settle();
  await report('2');
  await work.settle();
  expect(calls).toEqual(['1', '2']);
});
