import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CrashingStore, openCrashingStore } from '../node/crashing-store.test.data.js';
import { listOutbox } from '../outbox/list-outbox.js';
import { sendDue } from '../outbox/send-due.js';
import { MemoryTarget, UpdatableTarget } from '../target/memory-target.test.data.js';
import { createStoreTarget } from '../target/store-target.js';
import type { DeliveredOrder, Target } from '../target/target.js';
import { dismissHeld } from './dismiss-held.js';
import { listHeld } from './held-orders.js';
import type { ImportOptions } from './import-options.js';
import { LiveOrders } from './live-orders.test.data.js';
import { type RetryHeldOptions, retryHeld } from './retry-held.js';
import { runImport } from './run-import.js';

let crashing: CrashingStore;
let accounts = 0;

beforeAll(async () => {
  crashing = await openCrashingStore();
});
afterAll(() => crashing.store.close());

function world(target: Target = new MemoryTarget()) {
  accounts += 1;
  const account = `held-${accounts}`;
  const live = new LiveOrders();
  const { store } = crashing;
  const common = { account, source: live, store, target, clock: live };
  return {
    account,
    live,
    target,
    run: (options: Partial<ImportOptions> = {}) => runImport({ ...common, statusIds: [3], ...options }),
    retry: (ids?: string[], options: Partial<RetryHeldOptions> = {}) =>
      retryHeld({ ...common, ids, ...options }),
    held: async () => (await listHeld(store, account)).map((hold) => hold.orderId),
  };
}

describe('retryHeld', () => {
  it('delivers what was corrected, whatever its status is now, and says why the rest stays', async () => {
    const { live, run, retry, held, target } = world();
    live.add('1', { broken: true });
    live.add('2', { broken: true });
    await run();
    live.touch('1', { broken: false, status: 4 });
    expect(await retry()).toEqual([
      { orderId: '1', outcome: 'delivered' },
      expect.objectContaining({
        orderId: '2',
        outcome: 'held',
        reason: 'order-date-unreadable',
        field: 'CreatedAt',
      }),
    ]);
    expect(await held()).toEqual(['2']);
    expect((target as MemoryTarget).counts).toEqual(new Map([['1', 1]]));
    expect(await retry(['1'])).toMatchObject([{ orderId: '1', outcome: 'unknown-id' }]);
  });

  it('moves a retried order on as an import does, unless it has left the selection', async () => {
    const { account, live, run, retry } = world();
    for (const id of ['1', '2']) live.add(id, { broken: true });
    await run();
    live.touch('1', { broken: false });
    live.touch('2', { broken: false, status: 8 });
    await retry(undefined, { setInProgressAfterImport: { statusId: 16, fromStatusIds: [3] } });
    const waiting = await listOutbox(crashing.store, account);
    expect(waiting.map(({ kind, orderId }) => [kind, orderId])).toEqual([['status', '1']]);
  });

  it('takes the kept payload when Billbee no longer has the order', async () => {
    const { live, run, retry, target } = world();
    live.add('1');
    (target as MemoryTarget).refuse = () => true;
    await run();
    live.orders.delete('1');
    (target as MemoryTarget).refuse = () => false;
    expect(await retry(['1'])).toEqual([{ orderId: '1', outcome: 'delivered' }]);
  });

  it('offers an order held for a change as an update', async () => {
    const { live, run, retry, held, target } = world(new UpdatableTarget());
    live.add('1');
    await run({ changes: 'hold' });
    live.touch('1', { city: 'Leipzig' });
    await run({ changes: 'hold' });
    expect(await held()).toEqual(['1']);
    expect(await retry()).toEqual([{ orderId: '1', outcome: 'delivered' }]);
    expect((target as UpdatableTarget).updates.map(({ order }) => order.billingAddress?.city)).toEqual([
      'Leipzig',
    ]);
    expect(await held()).toEqual([]);
  });
});

describe('many at once', () => {
  it('are looked for in the pages of the selected statuses, and none that has left them is delivered', async () => {
    const { live, run, retry, held, target } = world();
    const ids = Array.from({ length: 120 }, (_, index) => String(index + 1));
    // In one page: of 40 pages in random sequence a run may leave an order that is younger than a minute to the next run.
    live.options = { ...live.options, pageSize: 250 };
    for (const id of ids) live.add(id, { broken: true });
    expect((await run()).outcome).toBe('complete');
    for (const id of ids) live.touch(id, { broken: id === '7', status: Number(id) > 100 ? 8 : 3 });
    live.orders.delete('5');
    const before = live.usage.calls;
    const told: string[] = [];
    const outcomes = await retry(undefined, {
      onlyStatusIds: [3],
      onOutcome: ({ orderId }) => told.push(orderId),
    });
    expect(live.usage.calls - before).toBeLessThan(3);
    expect(new Set(told)).toEqual(new Set(ids));
    expect(outcomes).toHaveLength(120);
    const of = (reason: string | undefined) =>
      outcomes.filter((one) => one.reason === reason).map(({ orderId }) => Number(orderId));
    expect(of(undefined)).toHaveLength(98);
    expect(of('order-date-unreadable')).toEqual([7]);
    expect(of('not-listed').sort((a, b) => a - b)).toEqual([
      5,
      ...Array.from({ length: 20 }, (_, n) => n + 101),
    ]);
    expect((target as MemoryTarget).counts.size).toBe(98);
    expect(new Set((target as MemoryTarget).counts.values())).toEqual(new Set([1]));
    expect((await held()).length).toBe(22);
    // Named, one that Billbee no longer has is taken from what was kept of it.
    expect(await retry(['5', '7'], { onlyStatusIds: [3] })).toMatchObject([
      { orderId: '5' },
      { orderId: '7', outcome: 'held' },
    ]);
  });

  it('end although the server shows the same page whichever is asked for', async () => {
    const { live, run, retry, target } = world();
    live.options = { ...live.options, pageSize: 250 };
    for (let id = 1; id <= 60; id += 1) live.add(String(id), { broken: true });
    expect((await run()).outcome).toBe('complete');
    for (let id = 1; id <= 60; id += 1) live.touch(String(id), { broken: id > 40, status: id > 50 ? 8 : 3 });
    const read = live.readOrderPage.bind(live);
    live.readOrderPage = async (query) => ({
      ...(await read({ ...query, page: 1 })),
      counted: false,
      page: query.page,
      totalPages: query.page + 1,
    });
    await retry(undefined, { onlyStatusIds: [3] });
    expect((target as MemoryTarget).counts.size).toBe(40);
  });
});

describe('claims left by a crash', () => {
  it('ends the claim of an order that is no longer selected, or gone', async () => {
    const { live, run, held, target } = world();
    for (const id of ['1', '2', '3']) live.add(id);
    (target as MemoryTarget).onDeliver = () => {
      throw new Error('Crash.');
    };
    expect(await run()).toMatchObject({ outcome: 'failed', summary: { read: 0 } });
    (target as MemoryTarget).onDeliver = () => {};
    live.touch('1', { status: 8 });
    live.orders.delete('2');
    await run();
    expect((target as MemoryTarget).counts).toEqual(new Map([['3', 1]]));
    expect(await held()).toEqual(['2']);
  });

  it('delivers nothing twice when the store is new and the target is not', async () => {
    const first = world();
    first.live.add('1');
    await first.run();
    const delivered = (first.target as MemoryTarget).deliveries;
    class OldTarget extends MemoryTarget {
      override readonly id = 'old';
      override readonly deliveries = [...delivered];
      async *listDelivered() {
        yield [{ key: delivered[0]?.key ?? '', orderId: '1', statusId: 3 }];
      }
    }
    const target = new OldTarget();
    expect((await first.run({ target, dryRun: true })).summary).toMatchObject({ skipped: 1, created: 0 });
    expect((await first.run({ target })).summary).toMatchObject({ skipped: 1, created: 0 });
    expect(target.counts).toEqual(new Map([['1', 1]]));
  });
});

it('delivers nothing that another store has put into the same target meanwhile', async () => {
  const { live, run } = world();
  const added: DeliveredOrder[] = [];
  class SharedTarget extends MemoryTarget {
    override readonly id = 'shared';
    async mark() {
      return String(this.deliveries.length + added.length);
    }
    async *listDelivered() {
      yield added;
    }
    override async findDelivered(keys: readonly string[]) {
      const found = await super.findDelivered(keys);
      for (const { key } of added) if (keys.includes(key)) found.add(key);
      return found;
    }
  }
  const target = new SharedTarget();
  live.add('1');
  await run({ target });
  live.add('2');
  added.push({ key: target.deliveries[0]?.key.replace(/1$/, '2') ?? '', orderId: '2', statusId: 3 });
  expect((await run({ target, dryRun: true })).summary).toMatchObject({ created: 0, skipped: 2 });
  expect((await run({ target })).summary).toMatchObject({ created: 0, skipped: 2 });
  expect([...target.counts.keys()]).toEqual(['1']);
});

describe('createStoreTarget', () => {
  it('keeps orders in the store, every character of them', async () => {
    const target = createStoreTarget(crashing.store, 'stored');
    const { live, run } = world(target);
    live.add('1', { city: 'Köln\0\uD800"\\' });
    expect((await run()).summary).toMatchObject({ created: 1 });
    expect((await run()).summary).toMatchObject({ skipped: 1 });
    const rows = await crashing.store.db
      .selectFrom('stored_order')
      .selectAll()
      .where('account', '=', 'stored')
      .execute();
    expect(rows).toMatchObject([{ order_id: '1' }]);
    expect(await target.findDelivered([rows[0]?.key ?? '', 'other'])).toEqual(new Set([rows[0]?.key]));
  });
});

describe('the status after import', () => {
  it('waits in the outbox until the target has the order, and neither echoes nor counts as a change', async () => {
    const { account, live, run, target } = world(new UpdatableTarget());
    live.add('1');
    const options = {
      statusIds: [3, 16],
      setInProgressAfterImport: { statusId: 16 },
      changes: 'update',
    } as const;
    (target as MemoryTarget).onDeliver = (moment) => {
      if (moment === 'after') throw new Error('Crash.');
    };
    await run(options);
    (target as MemoryTarget).onDeliver = () => {};
    const set: string[] = [];
    const sink = {
      setOrderStatus: async (orderId: string, status: number) => {
        set.push(`${orderId} ${status}`);
        live.touch(orderId, { status });
      },
      readOrder: (orderId: string) => live.readOrder(orderId),
      readTrackingNumbers: async () => [],
      addShipment: async () => {},
      addTags: async () => {},
      updateStock: async () => [],
    };
    const send = () => sendDue({ store: crashing.store, account, sink, clock: live });
    await send();
    expect(set).toEqual([]);
    expect((await run(options)).summary).toMatchObject({ skipped: 1 });
    await send();
    expect(set).toEqual(['1 16']);
    expect((await run(options)).summary).toMatchObject({ skipped: 1, created: 0 });
    await send();
    expect(set).toEqual(['1 16']);
    live.touch('1', { status: 3 });
    expect((await run({ ...options, statusIds: [3, 16] })).summary).toMatchObject({ skipped: 1 });
  });
});

it('notes what happens to an order, for people', async () => {
  const { account, live, run, retry } = world(new UpdatableTarget());
  live.add('1', { broken: true });
  live.add('2', { broken: true });
  await run();
  live.touch('1', { broken: false });
  await retry(['1']);
  live.touch('1', { city: 'Leipzig' });
  await run({ changes: 'update' });
  await dismissHeld({ account, store: crashing.store, clock: live, ids: ['2'], note: 'test order' });
  const events = await crashing.store.db
    .selectFrom('order_event')
    .select(['order_id', 'event', 'reason'])
    .where('account', '=', account)
    .orderBy('id')
    .execute();
  const of = (id: string) =>
    events.filter(({ order_id }) => order_id === id).map(({ event, reason }) => [event, reason]);
  expect(of('1')).toEqual([
    ['held', 'order-date-unreadable'],
    ['delivered', null],
    ['updated', null],
  ]);
  expect(of('2')).toEqual([
    ['held', 'order-date-unreadable'],
    ['dismissed', null],
  ]);
});
