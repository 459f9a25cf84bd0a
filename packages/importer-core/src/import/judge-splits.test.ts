import { afterAll, beforeAll, expect, it } from 'vitest';
import { openEmbeddedDatabase } from '../node/open-embedded.js';
import type { Store } from '../store/store.js';
import { MemoryTarget, UpdatableTarget } from '../target/memory-target.test.data.js';
import { listHeld } from './held-orders.js';
import type { ChangePolicy } from './import-options.js';
import { importOrders } from './import-orders.js';
import { LiveOrders } from './live-orders.test.data.js';
import { retryHeld } from './retry-held.js';
import { runImport } from './run-import.js';

let store: Store;
let accounts = 0;

beforeAll(async () => {
  store = await openEmbeddedDatabase('memory://');
});
afterAll(() => store.close());

/** Order 1 is delivered; then 2 is split off it. */
async function world(changes: ChangePolicy = 'ignore', target: MemoryTarget = new MemoryTarget()) {
  accounts += 1;
  const live = new LiveOrders();
  const account = `split-${accounts}`;
  const common = { account, source: live, store, target, clock: live, statusIds: [3], changes };
  const run = (options: { readonly dryRun?: boolean } = {}) => runImport({ ...common, ...options });
  const retry = (ids?: readonly string[]) =>
    retryHeld({ account, source: live, store, target, clock: live, ids });
  const held = async () => (await listHeld(store, account)).map(({ orderId, reason }) => [orderId, reason]);
  live.add('1');
  await run();
  live.pass(600_000);
  return { live, target, run, retry, held, take: (...ids: string[]) => importOrders({ ...common, ids }) };
}

/** Stands for the items that have gone over to the other order. */
const reduced = { city: 'weniger' };
const split = [['2', 'split-off-delivered']];

it.each(['run', 'hint'] as const)('holds what was split off a delivered order, told by a %s', async (way) => {
  const { live, target, run, take, held } = await world();
  live.touch('1', reduced);
  live.add('2', { parent: '1' });
  if (way === 'hint') await take('2');
  else await run();
  expect(await held()).toEqual(split);
  expect(target.counts).toEqual(new Map([['1', 1]]));
});

it('does not ask again while nothing about it has changed, and asks again once it has', async () => {
  const { live, target, run, held } = await world();
  live.touch('1', reduced);
  live.add('2', { parent: '1' });
  await run();
  const calls = live.usage.calls;
  expect((await run()).summary).toMatchObject({ held: 0, created: 0 });
  expect(live.usage.calls - calls).toBe(1);
  live.touch('1', { city: 'Dresden' });
  live.touch('2', {});
  await run();
  expect(await held()).toEqual([]);
  expect(target.counts).toEqual(
    new Map([
      ['1', 1],
      ['2', 1],
    ]),
  );
});

it('delivers it when a person names it, and not when all are tried again', async () => {
  const { live, target, run, retry, held } = await world();
  live.touch('1', reduced);
  live.add('2', { parent: '1' });
  await run();
  expect(await retry()).toMatchObject([{ orderId: '2', outcome: 'held', reason: 'split-off-delivered' }]);
  expect(await held()).toEqual(split);
  expect(await retry(['2'])).toMatchObject([{ orderId: '2', outcome: 'delivered' }]);
  expect(await held()).toEqual([]);
  expect(target.counts.get('2')).toBe(1);
});

it.each([
  ['is as it was delivered', () => undefined],
  ['was not delivered', (live: LiveOrders) => live.add('7', { status: 4 })],
] as const)('delivers it when its parent %s', async (_, happen) => {
  const { live, target, run, held } = await world();
  const parent = happen(live)?.id ?? '1';
  live.add('2', { parent });
  await run();
  expect(await held()).toEqual([]);
  expect(target.counts.get('2')).toBe(1);
});

it('delivers both of a split that happened before the first of them came', async () => {
  const { live, target, run } = await world();
  live.add('5', reduced);
  live.add('6', { parent: '5' });
  await run();
  expect(target.counts).toEqual(
    new Map([
      ['1', 1],
      ['5', 1],
      ['6', 1],
    ]),
  );
});

it('holds it when Billbee no longer has the parent, or the parent has left the selection, changed', async () => {
  const { live, run, held } = await world('update', new UpdatableTarget());
  live.orders.delete('1');
  live.add('2', { parent: '1' });
  await run();
  expect(await held()).toEqual(split);
  live.add('1', { ...reduced, status: 4 });
  live.touch('2', { city: 'Ulm' });
  await run();
  expect(await held()).toEqual(split);
});

it.each(['ascending', 'descending'] as const)(
  "delivers it once the parent's change has reached the target, whichever comes first: %s",
  async (order) => {
    const target = new UpdatableTarget();
    const { live, run, held } = await world('update', target);
    live.options = { ...live.options, order };
    live.touch('1', reduced);
    live.add('2', { parent: '1' });
    await run();
    expect(await held()).toEqual([]);
    expect(target.updates.map((update) => update.order.source.orderId)).toEqual(['1']);
    expect(target.counts.get('2')).toBe(1);
  },
);

it('does nothing about the parent when a retry asks for what was split off it', async () => {
  const target = new UpdatableTarget();
  const { live, run, retry, held } = await world('ignore', target);
  live.touch('1', { ...reduced, broken: true });
  live.add('2', { parent: '1' });
  await run();
  expect(await retry()).toMatchObject([{ orderId: '2', outcome: 'held' }]);
  expect(await held()).toEqual(split);
  expect(target.updates).toEqual([]);
});

it('says in a dry run what a run would do, and touches nothing', async () => {
  const { live, target, run, held } = await world();
  live.touch('1', reduced);
  live.add('2', { parent: '1' });
  expect((await run({ dryRun: true })).summary).toMatchObject({ held: 1, created: 0 });
  expect(await held()).toEqual([]);
  expect(target.counts).toEqual(new Map([['1', 1]]));
});

it('takes the parent as changed when nobody knows what the target has of it', async () => {
  const { live, account, run, held } = { ...(await world()), account: `split-${accounts}` };
  await store.db.updateTable('delivery').set({ content_hash: '' }).where('account', '=', account).execute();
  live.add('2', { parent: '1' });
  await run();
  expect(await held()).toEqual(split);
});
