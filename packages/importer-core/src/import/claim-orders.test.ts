import { afterAll, beforeAll, expect, it } from 'vitest';
import { openEmbeddedDatabase } from '../node/open-embedded.js';
import { sampleOrder } from '../order/sample-orders.test.data.js';
import { withRunSession } from '../store/run-session.js';
import type { Store } from '../store/store.js';
import { claimOrders } from './claim-orders.js';
import { nameOrders } from './name-orders.js';
import { prepareOrder } from './prepare-order.js';
import type { Planned, StepContext } from './step-context.js';

let store: Store;
beforeAll(async () => {
  store = await openEmbeddedDatabase('memory://');
});
afterAll(() => store.close());

it('passes over an order that a person has given up between the decision and the claim', async () => {
  const scope = { account: 'claims', target: 'file' };
  const { orders } = await nameOrders(
    [1, 2].map((id) => sampleOrder({ BillBeeOrderId: id })),
    prepareOrder(),
  );
  const planned = [...orders.values()].map((named): Planned => {
    const { result } = named.prepared;
    if (result.outcome !== 'ready') throw new Error('The sample is broken.');
    return { named, verdict: { action: 'create', order: result.order, reason: 'new' }, wasHeld: true };
  });
  await store.db
    .insertInto('delivery')
    .values({
      ...scope,
      order_id: '1',
      key: 'k1',
      state: 'dismissed',
      content_hash: '',
      status_id: 3,
      updated_at: '',
    })
    .execute();
  const after = await withRunSession(store, 'claims', { activity: 'importing' }, (session) => {
    const context = { session, scope, keyOf: (id: string) => `k${id}`, clock: { now: () => 0 } };
    return claimOrders(context as unknown as StepContext, planned);
  });
  expect(after.map(({ verdict }) => [verdict.action, 'reason' in verdict && verdict.reason])).toEqual([
    ['skip', 'dismissed'],
    ['create', 'new'],
  ]);
  const rows = await store.db
    .selectFrom('delivery')
    .select(['order_id', 'state'])
    .orderBy('order_id')
    .execute();
  expect(rows.map(({ order_id, state }) => [order_id, state])).toEqual([
    ['1', 'dismissed'],
    ['2', 'claimed'],
  ]);
});
