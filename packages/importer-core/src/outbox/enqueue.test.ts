import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LiveOrders } from '../import/live-orders.test.data.js';
import { runImport } from '../import/run-import.js';
import { type CrashingStore, openCrashingStore } from '../node/crashing-store.test.data.js';
import { MemoryTarget } from '../target/memory-target.test.data.js';
import { enqueue, listOutbox } from './outbox.js';

let crashing: CrashingStore;
beforeAll(async () => {
  crashing = await openCrashingStore();
}, 60_000);
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
      ['2', { statusId: 16 }],
    ]);
    expect(await listOutbox(store, account)).toHaveLength(2);
  });
});
