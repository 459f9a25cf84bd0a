import type { Store } from 'importer-core';
import { listHeld, type RetryHeldOptions, retryHeld, runImport } from 'importer-core';
import { openEmbeddedDatabase } from 'importer-core/node';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { LiveOrders } from '../../../importer-core/src/import/live-orders.test.data.js';
import { MemoryTarget } from '../../../importer-core/src/target/memory-target.test.data.js';
import { accountsMigrations } from '../store/migrations.js';
import { endRetryRequests, requestedRetries, requestRetry } from './retry-requests.js';

let store: Store;
beforeAll(async () => {
  store = await openEmbeddedDatabase('memory://', { migrations: [accountsMigrations] });
});
afterAll(() => store.close());

/** As a worker does it. */
async function retryRequested(options: RetryHeldOptions) {
  const { account, target } = options;
  const ids = await requestedRetries(options.store, account, { most: 20, target: target.id });
  if (ids.length === 0) return undefined;
  const outcomes = await retryHeld({ ...options, ids });
  await endRetryRequests(options.store, account, ids, target.id);
  return outcomes;
}

it('tries what was asked for, once, twenty at a time, and leaves the other held orders alone', async () => {
  const billbee = new LiveOrders({ pageSize: 50 });
  for (let number = 1; number <= 30; number += 1) billbee.add(String(number), { broken: true });
  const target = new MemoryTarget();
  const shared = { account: 'a', source: billbee, store, target, clock: billbee };
  expect((await runImport({ ...shared, statusIds: [3] })).summary.held).toBe(30);
  for (const order of billbee.orders.values()) order.broken = Number(order.id) % 2 === 0;
  expect(await retryRequested(shared)).toBeUndefined();

  const ids = Array.from({ length: 25 }, (_, index) => String(index + 1));
  expect(await requestRetry(store, 'a', { ids }, billbee)).toBe(25);
  expect(await retryRequested(shared)).toHaveLength(20);
  expect(await retryRequested(shared)).toHaveLength(5);
  expect(await retryRequested(shared)).toBeUndefined();
  expect(target.deliveries).toHaveLength(13);
  expect(await listHeld(store, 'a')).toHaveLength(17);

  expect(await requestRetry(store, 'a', { reason: 'no-such-reason' }, billbee)).toBe(0);
  expect(await requestRetry(store, 'a', {}, billbee)).toBe(17);
  expect(await requestedRetries(store, 'a')).toHaveLength(17);
  expect(await requestedRetries(store, 'a', { target: 'another' })).toEqual([]);
});

it('keeps what was not tried, when Billbee does not answer', async () => {
  const billbee = new LiveOrders();
  const source = {
    ...billbee,
    usage: billbee.usage,
    readOrderPage: () => Promise.reject(new Error('away')),
    readOrder: () => Promise.reject(new Error('away')),
  };
  const before = await requestedRetries(store, 'a');
  await expect(
    retryRequested({ account: 'a', source, store, target: new MemoryTarget(), clock: billbee }),
  ).rejects.toThrow('away');
  expect(await requestedRetries(store, 'a')).toEqual(before);
});

it('leaves the same order at another target asked for', async () => {
  const billbee = new LiveOrders();
  billbee.add('1', { broken: true });
  const shops = ['one', 'two'].map((id) => Object.assign(new MemoryTarget(), { id }));
  const shared = { account: 'b', source: billbee, store, clock: billbee };
  for (const target of shops) await runImport({ ...shared, statusIds: [3], target });
  expect(await requestRetry(store, 'b', {}, billbee)).toBe(2);
  for (const target of shops) {
    expect(await retryRequested({ ...shared, target })).toMatchObject([{ orderId: '1', outcome: 'held' }]);
    expect(await retryRequested({ ...shared, target })).toBeUndefined();
  }
});
