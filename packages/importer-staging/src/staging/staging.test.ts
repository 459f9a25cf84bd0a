import type { ImportOptions, Store } from 'importer-core';
import { enqueue, listHeld, listOutbox, retryHeld, runImport } from 'importer-core';
import { openEmbeddedDatabase } from 'importer-core/node';
import { importScope, withRunSession } from 'importer-core/store';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { LiveOrders } from '../../../importer-core/src/import/live-orders.test.data.js';
import { stagingMigrations } from '../store/migrations.js';
import { forgetOldTaken, forgetTakenBuyer } from './personal-data.js';
import { createStagedOrders } from './staged-orders.js';
import { createStagingTarget, type StagingTargetOptions, stagingTargetId } from './staging-target.js';

let store: Store;
let accounts = 0;
beforeAll(async () => {
  store = await openEmbeddedDatabase('memory://', { migrations: [stagingMigrations] });
});
afterAll(() => store.close());

function world(options: Partial<StagingTargetOptions> = {}) {
  accounts += 1;
  const live = new LiveOrders();
  const queued = { store, account: `account-${accounts}`, queue: 'shop', clock: live };
  const target = createStagingTarget({ ...queued, ...options });
  const run = (changes: Partial<ImportOptions> = {}) =>
    runImport({ ...queued, source: live, statusIds: [3], target, changes: 'update', ...changes });
  const retry = () => retryHeld({ ...queued, source: live, target });
  const staged = createStagedOrders(queued);
  const ids = async (limit = 100) => (await staged.waiting(limit)).map((order) => order.source.orderId);
  return { live, run, retry, staged, ids, queued };
}

it('hands out the same orders until they are acknowledged', async () => {
  const { live, run, staged, ids } = world();
  for (const id of ['12', '7', '30']) live.add(id);
  await run();
  const first = await ids(2);
  expect(first).toHaveLength(2);
  expect(await ids(2)).toEqual(first);
  expect(await staged.count()).toBe(3);
  expect(await staged.acknowledge(first[0] ?? '', {})).toBe('taken');
  expect(await staged.acknowledge(first[0] ?? '', {})).toBe('already-taken');
  expect(await staged.acknowledge('4711', {})).toBe('unknown');
  expect(await ids()).not.toContain(first[0]);
  await run();
  expect(await staged.count()).toBe(2);
  expect((await staged.find(first[0] ?? ''))?.source.orderId).toBe(first[0]);
});

it('replaces an order that changes while it waits, at its old place', async () => {
  const { live, run, staged, ids } = world();
  live.add('1');
  live.add('2');
  await run();
  const before = await ids();
  live.pass(1000);
  live.touch(before[0] ?? '', { city: 'Leipzig' });
  expect((await run()).summary.created).toBe(1);
  expect(await ids()).toEqual(before);
  const [changed] = await staged.waiting(1);
  expect(changed?.billingAddress?.city).toBe('Leipzig');
});

it.each(['ignore', 'hold'] as const)('after the ERP has taken it: %s', async (policy) => {
  const { live, run, staged, queued } = world({ changedAfterTaking: policy });
  live.add('1');
  await run();
  const before = await staged.find('1');
  await staged.acknowledge('1', {});
  live.pass(1000);
  live.touch('1', { city: 'Leipzig' });
  await run();
  expect(await staged.find('1')).toEqual(before);
  expect(await staged.count()).toBe(0);
  expect((await listHeld(store, queued.account)).map((held) => held.reason)).toEqual(
    policy === 'hold' ? ['changed-after-delivery'] : [],
  );
});

it.each(['waits', 'was taken'] as const)(
  'holds what was split off an order that the ERP has: it %s',
  async (state) => {
    const { live, run, ids, staged, queued } = world();
    live.add('1', { city: 'Dresden' });
    await run();
    if (state === 'was taken') await staged.acknowledge('1', {});
    live.pass(1000);
    live.touch('1', { city: 'weniger' });
    live.add('2', { parent: '1' });
    await run();
    const held = (await listHeld(store, queued.account)).map(({ orderId, reason }) => [orderId, reason]);
    expect(held).toEqual(state === 'waits' ? [] : [['2', 'split-off-delivered']]);
    expect(await ids()).toEqual(state === 'waits' ? ['1', '2'] : []);
  },
);

it.each([
  ['that the ERP cannot take', { city: 'Nowhere' }],
  ['that cannot be read', { broken: true }],
])('takes back an order that waits when a change %s is held', async (_what, change) => {
  const { live, run, retry, ids, staged, queued } = world({
    refuse: ({ billingAddress }) =>
      billingAddress?.city === 'Nowhere' ? { reason: 'no-city', message: 'No such city.' } : undefined,
  });
  live.add('1', { city: 'Dresden' });
  live.add('2');
  await run();
  live.pass(1000);
  live.touch('1', change);
  expect((await run()).summary.held).toBe(1);
  expect(await ids()).toEqual(['2']);
  expect(await listHeld(store, queued.account)).toMatchObject([{ orderId: '1' }]);
  expect((await run()).summary).toMatchObject({ created: 0, held: 0 });
  // Still wrong: still held, still not handed out.
  expect(await retry()).toMatchObject([{ outcome: 'held' }]);
  expect(await ids()).toEqual(['2']);
  live.add('1', { city: 'Leipzig' });
  expect(await retry()).toMatchObject([{ outcome: 'delivered' }]);
  expect(await ids()).toEqual(['2', '1']);
  expect((await staged.find('1'))?.billingAddress?.city).toBe('Leipzig');
  await run();
  expect(await ids()).toEqual(['2', '1']);
  expect(await listHeld(store, queued.account)).toEqual([]);
});

it.each([
  ['refused', { city: 'Nowhere' }],
  ['unreadable', { broken: true }],
])('takes an order again whose content comes back after one that is %s', async (_what, change) => {
  const { live, run, ids, queued } = world({
    refuse: ({ billingAddress }) =>
      billingAddress?.city === 'Nowhere' ? { reason: 'no-city', message: 'No such city.' } : undefined,
  });
  live.add('1', { city: 'Dresden' });
  await run();
  live.pass(1000);
  live.touch('1', change);
  await run();
  expect(await ids()).toEqual([]);
  live.pass(1000);
  live.touch('1', { city: 'Dresden', broken: false });
  await run();
  await run();
  expect(await ids()).toEqual(['1']);
  expect(await listHeld(store, queued.account)).toEqual([]);
});

it('leaves what the ERP has taken when a later change cannot be taken', async () => {
  const { live, run, ids, staged, queued } = world({
    refuse: ({ billingAddress }) =>
      billingAddress?.city === 'Nowhere' ? { reason: 'no-city', message: 'No such city.' } : undefined,
  });
  live.add('1', { city: 'Dresden' });
  await run();
  await staged.acknowledge('1', {});
  live.pass(1000);
  live.touch('1', { city: 'Nowhere' });
  await run();
  live.pass(1000);
  live.touch('1', { city: 'Dresden' });
  await run();
  expect(await ids()).toEqual([]);
  expect((await staged.find('1'))?.billingAddress?.city).toBe('Dresden');
  expect(await listHeld(store, queued.account)).toEqual([]);
});

it('keeps aside what the ERP cannot take', async () => {
  const { live, run, ids, queued } = world({
    refuse: ({ source }) => (source.orderId === '2' ? { reason: 'no-sku', message: 'No SKU.' } : undefined),
  });
  live.add('1');
  live.add('2');
  expect((await run()).summary).toMatchObject({ created: 1, held: 1 });
  expect(await ids()).toEqual(['1']);
  expect(await listHeld(store, queued.account)).toMatchObject([{ orderId: '2', reason: 'no-sku' }]);
});

it('puts the status into the outbox with the acknowledgement, but never behind a later one', async () => {
  const { live, run, staged, queued } = world();
  live.add('1');
  live.add('2');
  await run();
  await enqueue(store, queued.account, { kind: 'status', orderId: '2', statusId: 4 }, live);
  await staged.acknowledge('1', { statusId: 16 });
  await staged.acknowledge('1', { statusId: 16 });
  await staged.acknowledge('2', { statusId: 16 });
  expect(await listOutbox(store, queued.account)).toMatchObject([{ orderId: '2' }, { orderId: '1' }]);
});

it('finds orders by their numbers, and offers none from before a time', async () => {
  const { live, run, staged } = world();
  live.add('1');
  await run();
  const [order] = await staged.waiting(1);
  const changed = new Date(order?.modifiedAt ?? '').toISOString();
  expect(await staged.count({ changedFrom: changed })).toBe(1);
  expect(await staged.count({ changedFrom: '2999-01-01T00:00:00.000Z' })).toBe(0);
  expect(await staged.find('nothing')).toBeUndefined();
  expect(await staged.count({ orderedFrom: '2999-01-01T00:00:00.000Z' })).toBe(0);
  expect(await staged.find("'\u0000")).toBeUndefined();
});

it('takes back an order that left the selection, and takes it as new when it returns', async () => {
  const { live, run, staged, ids } = world();
  live.add('1');
  live.add('2');
  await run();
  live.touch('1', { status: 8 });
  live.pass(600_000);
  await run();
  const soon = new Date(live.now() - 60_000).toISOString();
  expect(await staged.stagedBefore(soon, ['1', '2', '3'])).toEqual(new Set(['1', '2']));
  await staged.confirm('2');
  expect(await staged.stagedBefore(soon, ['1', '2'])).toEqual(new Set(['1']));
  await staged.withdraw('1');
  expect(await ids()).toEqual(['2']);
  live.pass(1000);
  live.touch('1', { status: 3 });
  await run();
  expect(await ids()).toEqual(['2', '1']);
  await staged.acknowledge('1', {});
  await staged.withdraw('1');
  expect((await staged.find('1'))?.source.orderId).toBe('1');
});

it('holds an order that waits only as it is, and never beside an import', async () => {
  const { live, run, retry, ids, staged, queued } = world();
  const refusal = { reason: 'no-article', message: 'No article.' };
  live.add('1');
  await run();
  const [before] = await staged.waiting(1);
  if (!before) throw new Error('Nothing waits.');
  live.pass(1000);
  live.touch('1', { city: 'Leipzig' });
  await run();
  expect(await staged.hold(before, refusal)).toBe('gone');
  const [order = before] = await staged.waiting(1);
  const scope = importScope(queued.account, { id: stagingTargetId(queued.queue) });
  await withRunSession(store, scope, { activity: 'importing' }, async () => {
    expect(await staged.hold(order, refusal)).toBe('busy');
  });
  expect(await ids()).toEqual(['1']);
  expect(await staged.hold(order, refusal)).toBe('held');
  expect(await ids()).toEqual([]);
  expect(await listHeld(store, queued.account)).toMatchObject([{ orderId: '1', reason: 'no-article' }]);
  expect(await retry()).toMatchObject([{ outcome: 'delivered' }]);
  await staged.acknowledge('1', {});
  expect(await staged.hold(order, refusal)).toBe('gone');
  expect(await listHeld(store, queued.account)).toEqual([]);
});

it('forgets what buyers are in orders that the ERP has, and delivers none again', async () => {
  const { live, run, staged, queued } = world();
  for (const id of ['1', '2', '3']) live.add(id);
  await run();
  const email = (await staged.find('1'))?.customer.email ?? '';
  expect(email).toContain('@');
  await staged.acknowledge('1', {});
  const { account } = queued;
  expect(await forgetOldTaken(store, account, '2020-01-01T00:00:00Z')).toBe(0);
  expect(await forgetTakenBuyer(store, 'somebody@example.org', account)).toEqual({ taken: 0, waiting: 0 });
  expect(await forgetTakenBuyer(store, email.toUpperCase(), account)).toEqual({ taken: 1, waiting: 2 });
  expect(await staged.find('1')).toBeUndefined();
  await staged.acknowledge('2', {});
  expect(await forgetOldTaken(store, account, '2100-01-01T00:00:00Z')).toBe(1);
  expect(await staged.find('2')).toBeUndefined();
  expect(await staged.acknowledge('2', {})).toBe('already-taken');
  live.pass(200_000);
  for (const id of ['1', '2', '3']) live.touch(id, { city: 'Leipzig' });
  await run();
  expect(await staged.count()).toBe(1);
  expect(await staged.find('1')).toBeUndefined();
});
