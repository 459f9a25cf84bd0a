import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LiveOrders } from '../import/live-orders.test.data.js';
import { runImport } from '../import/run-import.js';
import { type CrashingStore, openCrashingStore } from '../node/crashing-store.test.data.js';
import { MemoryTarget } from '../target/memory-target.test.data.js';
import { enqueue } from './enqueue.js';
import { listOutbox } from './list-outbox.js';

let crashing: CrashingStore;
beforeAll(async () => {
  crashing = await openCrashingStore();
});
afterAll(() => crashing.store.close());

describe('the status after import', () => {
  it('stays away from an order that the ERP reported before its delivery was confirmed', async () => {
    const account = 'quick-erp';
    const live = new LiveOrders();
    live.add('1');
    live.add('2');
    const target = new MemoryTarget();
    const { store } = crashing;
    const run = () =>
      runImport({
        account,
        statusIds: [3],
        source: live,
        clock: live,
        store,
        target,
        setInProgressAfterImport: { statusId: 16 },
      });
    target.onDeliver = (moment) => {
      if (moment === 'after') throw new Error('Crash.');
    };
    await run();
    target.onDeliver = () => {};
    await enqueue(store, account, { kind: 'status', orderId: '1', statusId: 4 }, live);
    expect(await run()).toMatchObject({ outcome: 'complete', summary: { skipped: 2 } });
    const rows = await store.db.selectFrom('outbox').selectAll().where('account', '=', account).execute();
    expect(rows.map(({ order_id, payload }) => [order_id, payload])).toEqual([
      ['1', { statusId: 4 }],
      ['2', { statusId: 16, whileIn: [3] }],
    ]);
    expect(await listOutbox(store, account)).toHaveLength(2);
  });
});

describe('tags after import', () => {
  it('are put in once for each order the target has confirmed, also after a crash', async () => {
    const account = 'tagging';
    const live = new LiveOrders();
    live.add('1');
    live.add('2', { broken: true });
    const target = new MemoryTarget();
    const { store } = crashing;
    const run = () =>
      runImport({
        account,
        statusIds: [3],
        source: live,
        clock: live,
        store,
        target,
        setInProgressAfterImport: { statusId: 16 },
        tagsAfterImport: ['ERP', 'Größe "L"'],
      });
    target.onDeliver = (moment) => {
      if (moment === 'after') throw new Error('Crash.');
    };
    await run();
    expect(await listOutbox(store, account)).toEqual([]);
    target.onDeliver = () => {};
    await run();
    live.pass(1000);
    live.touch('1', { city: 'Leipzig' });
    await run();
    const rows = await store.db
      .selectFrom('outbox')
      .selectAll()
      .where('account', '=', account)
      .orderBy('id')
      .execute();
    expect(rows.map(({ order_id, kind, payload }) => [order_id, kind, payload])).toEqual([
      ['1', 'tags', { tags: ['ERP', 'Größe "L"'], whileIn: [3] }],
      ['1', 'status', { statusId: 16, whileIn: [3] }],
    ]);
  });
});
