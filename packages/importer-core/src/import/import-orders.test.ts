import { afterAll, beforeAll, expect, it } from 'vitest';
import { openEmbeddedDatabase } from '../node/open-embedded.js';
import { hasDueReports, listOutbox } from '../outbox/list-outbox.js';
import type { Store } from '../store/store.js';
import { MemoryTarget } from '../target/memory-target.test.data.js';
import { listHeld } from './held-orders.js';
import { importOrders } from './import-orders.js';
import { LiveOrders } from './live-orders.test.data.js';
import { runImport } from './run-import.js';

let store: Store;
let accounts = 0;

beforeAll(async () => {
  store = await openEmbeddedDatabase('memory://');
});
afterAll(() => store.close());

function world() {
  accounts += 1;
  const live = new LiveOrders();
  const target = new MemoryTarget();
  const account = `single-${accounts}`;
  const common = { account, source: live, store, target, clock: live, statusIds: [3] };
  return {
    live,
    target,
    account,
    run: () => runImport({ ...common, setInProgressAfterImport: { statusId: 16 } }),
    take: (...ids: string[]) => importOrders({ ...common, ids, setInProgressAfterImport: { statusId: 16 } }),
  };
}

it('delivers an order once, whether a hint or a run comes first, and as often as they come', async () => {
  const { live, target, account, run, take } = world();
  live.add('1');
  live.add('2');
  expect((await take('1', '1')).summary).toMatchObject({ read: 1, created: 1, cursor: null });
  expect((await run()).summary).toMatchObject({ read: 2, created: 1, skipped: 1 });
  expect((await take('1', '2')).summary).toMatchObject({ read: 2, created: 0, skipped: 2 });
  expect(target.counts).toEqual(
    new Map([
      ['1', 1],
      ['2', 1],
    ]),
  );
  const outbox = await listOutbox(store, account);
  expect(outbox.map(({ orderId, kind }) => [orderId, kind])).toEqual([
    ['1', 'status'],
    ['2', 'status'],
  ]);
  expect(await hasDueReports(store, account, live.now())).toBe(true);
  expect(outbox.map(({ state }) => state)).toEqual(['waiting', 'waiting']);
  expect(await listHeld(store, account)).toEqual([]);
});

it('leaves orders alone that are not selected, sound or not', async () => {
  const { live, target, account, take } = world();
  live.add('1', { status: 4 });
  live.add('2', { status: 4, broken: true });
  expect((await take('1', '2')).summary).toMatchObject({ read: 2, skipped: 2, created: 0, held: 0 });
  expect(target.deliveries).toEqual([]);
  expect(await listHeld(store, account)).toEqual([]);
});

it('holds what is selected and broken, and names what Billbee does not have', async () => {
  const { live, account, take } = world();
  live.add('1', { broken: true });
  const { summary, missing } = await take('1', '99');
  expect(summary).toMatchObject({ read: 1, held: 1 });
  expect(missing).toEqual(['99']);
  expect((await listHeld(store, account)).map((hold) => hold.orderId)).toEqual(['1']);
});

it('asks the target before it delivers what a crash left open', async () => {
  const { live, target, take } = world();
  live.add('1');
  target.onDeliver = (moment) => {
    if (moment === 'after') throw new Error('the line broke');
  };
  await expect(take('1')).rejects.toThrow('the line broke');
  target.onDeliver = () => {};
  expect((await take('1')).summary).toMatchObject({ skipped: 1 });
  expect(target.counts).toEqual(new Map([['1', 1]]));
});
