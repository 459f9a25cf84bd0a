import { afterAll, beforeAll, expect, it } from 'vitest';
import { openEmbeddedDatabase } from '../node/open-embedded.js';
import type { Store } from '../store/store.js';
import { MemoryTarget } from '../target/memory-target.test.data.js';
import { dismissHeld } from './dismiss-held.js';
import { listHeld } from './held-orders.js';
import type { ChangePolicy } from './import-options.js';
import { LiveOrders } from './live-orders.test.data.js';
import { runImport } from './run-import.js';

let store: Store;
let accounts = 0;
beforeAll(async () => {
  store = await openEmbeddedDatabase('memory://');
});
afterAll(() => store.close());

function world(changes: ChangePolicy = 'ignore') {
  accounts += 1;
  const live = new LiveOrders();
  const target = new MemoryTarget();
  const account = `dismiss-${accounts}`;
  const run = () => runImport({ account, source: live, store, target, clock: live, statusIds: [3], changes });
  const dismiss = (...ids: string[]) =>
    dismissHeld({ account, store, clock: live, ids, note: 'Testauftrag' });
  return { live, target, account, run, dismiss, held: () => listHeld(store, account) };
}

it('ends a hold for good: not held and not imported again, whatever happens to the order', async () => {
  const { live, target, account, run, dismiss, held } = world();
  live.add('1', { broken: true, city: 'Geheimstadt' });
  live.add('2', { broken: true });
  await run();
  expect(await dismiss('1', '99')).toEqual(new Set(['1']));
  expect((await held()).map(({ orderId }) => orderId)).toEqual(['2']);
  const after = async (what: object) => {
    live.pass(60_000);
    live.touch('1', what);
    expect((await run()).summary).toMatchObject({ created: 0, held: 0 });
  };
  await after({});
  await after({ city: 'Ulm' });
  await after({ broken: false });
  expect(target.deliveries).toEqual([]);
  expect(await dismiss('1')).toEqual(new Set());

  // Nothing of the payload is left.
  const rows = await store.db.selectFrom('delivery').selectAll().where('account', '=', account).execute();
  expect(rows).toMatchObject([{ order_id: '1', state: 'dismissed', note: 'Testauftrag' }]);
  expect(JSON.stringify(rows)).not.toContain('Geheimstadt');
});

it('takes the change of a delivered order for seen, and notices the next one', async () => {
  const { live, run, dismiss, held } = world('hold');
  live.add('1');
  await run();
  const change = async (city: string) => {
    live.pass(60_000);
    live.touch('1', { city });
    await run();
    return (await held()).length;
  };
  expect(await change('Ulm')).toBe(1);
  await dismiss('1');
  expect((await run()).summary.held).toBe(0);
  expect(await held()).toEqual([]);
  expect(await change('Kiel')).toBe(1);
});
