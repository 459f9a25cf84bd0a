import { listOutbox, type Store } from 'importer-core';
import { openEmbeddedDatabase, systemClock } from 'importer-core/node';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startXentralSandbox, type XentralSandbox } from 'xentral-sandbox';
import { documentMigrations } from '../documents/migrations.js';
import { deliveryOf, erpOrder, optionsAt, targetAt } from '../testing.test.data.js';
import { openXentralWorkspace } from '../xentral-target.js';
import { runFeedback } from './run-feedback.js';

let store: Store;
let sandbox: XentralSandbox;
let account = '';
let accounts = 0;
beforeAll(async () => {
  store = await openEmbeddedDatabase('memory://', { migrations: [documentMigrations] });
});
afterAll(() => store.close());
beforeEach(async () => {
  account = `account-${++accounts}`;
  sandbox = await startXentralSandbox({ callsPerMinute: 10_000 });
});
afterEach(() => sandbox.close());

const idOf = (order: number): string => String(300000000000000 + order);
const imported = (count: number) =>
  targetAt(sandbox, store, account).deliver(
    Array.from({ length: count }, (_, index) => deliveryOf(erpOrder(index + 1))),
  );
const feedback = (xentral: Record<string, unknown> = {}) =>
  runFeedback({
    workspace: openXentralWorkspace(optionsAt(sandbox, store, account, { xentral: { feedback: xentral } })),
    store,
    account,
    clock: systemClock,
    shippedStatusId: 4,
    cancelledStatusId: 8,
  });
const outbox = async () => (await listOutbox(store, account)).map(({ kind, orderId }) => [kind, orderId]);

describe('feedback', () => {
  it('reports parcels and the status once, and later parcels of the same order as well', async () => {
    await imported(3);
    sandbox.ship(idOf(2), 'T-1', { completed: false });
    expect(await feedback()).toMatchObject({ orders: 3, shipments: 1, shipped: 1 });
    sandbox.ship(idOf(2), 'T-2');
    expect(await feedback()).toMatchObject({ shipped: 0 });
    expect(await outbox()).toEqual([
      ['shipment', idOf(2)],
      ['status', idOf(2)],
      ['shipment', idOf(2)],
    ]);
    // One more for a complete order.
    sandbox.ship(idOf(2), 'T-3');
    expect(await feedback()).toMatchObject({ orders: 3, shipped: 0 });
    expect((await outbox()).slice(3)).toEqual([['shipment', idOf(2)]]);
  });

  it('reports no cancellation while another order with the same external id lives, and the parcels of both', async () => {
    await imported(1);
    const [ours] = sandbox.state.orders;
    if (!ours) throw new Error('no order');
    const other = { ...ours, id: '990001' };
    sandbox.state.orders.push(other);
    ours.status = 'canceled';
    expect(await feedback()).toMatchObject({ cancelled: 0 });
    sandbox.ship(idOf(1), 'T-1', { completed: false });
    expect(await feedback()).toMatchObject({ cancelled: 0, shipments: 1, shipped: 1 });
    other.status = 'canceled';
    expect(await feedback()).toMatchObject({ cancelled: 1 });
  });

  it('leaves dead what Billbee has refused, however often it looks at the order', async () => {
    await imported(1);
    sandbox.ship(idOf(1), 'T-1');
    await feedback();
    await store.db.updateTable('outbox').set({ state: 'dead' }).where('account', '=', account).execute();
    expect(await feedback()).toMatchObject({ orders: 1, shipments: 0, shipped: 0 });
    expect((await listOutbox(store, account)).map(({ state }) => state)).toEqual(['dead', 'dead']);
  });

  it('waits for the whole order where that is wanted', async () => {
    await imported(1);
    sandbox.ship(idOf(1), 'T-1', { completed: false });
    expect(await feedback({ shippedWhen: 'completed' })).toMatchObject({ shipments: 1, shipped: 0 });
    sandbox.ship(idOf(1), 'T-2');
    expect(await feedback({ shippedWhen: 'completed' })).toMatchObject({ shipped: 1 });
  });

  it('reports a cancelled order, and nothing where it is not wanted', async () => {
    await imported(2);
    sandbox.cancel(idOf(1));
    sandbox.ship(idOf(2), 'T-1');
    expect(await feedback({ status: false, tracking: false })).toMatchObject({ orders: 0 });
    expect(await feedback({ status: false })).toMatchObject({ cancelled: 0, shipped: 0, shipments: 1 });
    expect(await outbox()).toEqual([['shipment', idOf(2)]]);
  });

  it('looks at many orders with few calls, and goes on in the next run where one ended', async () => {
    await imported(45);
    sandbox.ship(idOf(45), 'T-45');
    const before = sandbox.calls.all;
    const first = await feedback({ callsPerRun: 2 });
    expect(first.orders).toBe(20);
    expect(sandbox.calls.all - before).toBeLessThanOrEqual(4);
    await feedback({ callsPerRun: 2 });
    expect((await feedback({ callsPerRun: 2 })).shipments).toBe(1);
  });

  it.each(['list', 'sellable'])('reports stock that has changed: %s', async (stock) => {
    const count = sandbox.state.products.length;
    expect(await feedback({ stock })).toMatchObject({ stock: count });
    expect(await feedback({ stock })).toMatchObject({ stock: 0 });
    sandbox.setStock('HONIG-500', 3);
    expect(await feedback({ stock })).toMatchObject({ stock: 1 });
    expect(sandbox.state.products.length).toBe(count);
  });
});
