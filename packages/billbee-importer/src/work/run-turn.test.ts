import {
  askNow,
  enqueue,
  pickDueAccounts,
  SettingsError,
  type Store,
  storeTarget,
} from 'importer-core';
import { openEmbeddedDatabase, systemClock } from 'importer-core/node';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runTurn, type TurnParts, type TurnResult } from './run-turn.js';

const account = 'a';
const hourMs = 3_600_000;

let store: Store;
beforeAll(async () => {
  store = await openEmbeddedDatabase('memory://');
});
afterAll(() => store.close());
beforeEach(async () => {
  for (const table of ['account', 'account_schedule', 'webhook_hint', 'outbox'] as const) {
    await store.db.deleteFrom(table).execute();
  }
  const times = { created_at: '', updated_at: '' };
  const row = { key: account, label: account, credentials: '', settings: '{"version":1}', enabled: true };
  await store.db
    .insertInto('account')
    .values({ ...row, ...times })
    .execute();
  await askNow(store.db, account);
  await change({ register_at: inMs(24 * hourMs) });
});

const inMs = (milliseconds: number) => new Date(Date.now() + milliseconds);
const change = (to: { register_at?: Date; due_at?: Date; calm_until?: null; queued_until?: null }) =>
  store.db.updateTable('account_schedule').set(to).execute();
const schedule = () =>
  store.db.selectFrom('account_schedule').select(['failures', 'failure']).executeTakeFirstOrThrow();

const unauthorized = new SettingsError('unauthorized', 'Billbee does not know the password.', {
  settings: ['BILLBEE_API_PASSWORD'],
});

/** Billbee as one account sees it; `refusal` is thrown by the calls that are `refused`. */
function billbee() {
  const calls: string[] = [];
  const world = {
    calls,
    refusal: undefined as Error | undefined,
    refused: ['status', 'order', 'poll'],
    /** The turn that is due, as a worker would run it; undefined when none is. */
    async turn(): Promise<TurnResult | undefined> {
      const [due] = await pickDueAccounts(store.db, 1);
      return due && world.run();
    },
    /** A turn whether due or not: the queue tries a failed job again. */
    async run(): Promise<TurnResult> {
      // Calls of the turn before are long over.
      await change({ calm_until: null });
      return runTurn(account, parts);
    },
  };
  const call = (name: string): void => {
    calls.push(name);
    if (world.refusal && world.refused.includes(name)) throw world.refusal;
  };
  const client = {
    usage: { calls: 0, retries: 0 },
    setOrderStatus: async () => call('status'),
    readOrder: async () => call('order'),
    async readOrderPage() {
      call('poll');
      return { page: 1, totalPages: 1, totalRows: 0, orders: [], serverTime: Date.now() };
    },
  };
  const merchant = {
    account,
    plan: { statusIds: [3], mapping: {}, tables: {} },
    source: client,
    sink: client,
    usage: client.usage,
    openTarget: async () => storeTarget(store, account),
    readBack: async () => {},
  };
  const parts = {
    store,
    clock: systemClock,
    accounts: { get: async () => ({ key: account, enabled: true, settings: {} }) },
    settings: { leaseMs: 30_000, sliceMs: 20_000, shortestMs: 300_000, longestMs: 3_600_000 },
    holder: 'worker',
    stop: new AbortController().signal,
    publicUrlOf: async () => undefined,
    openMerchant: async () => merchant,
    month: () => ({ stretch: 1, exhausted: false }),
  } as unknown as TurnParts;
  return world;
}

describe('reports that Billbee refuses for wrong credentials', () => {
  beforeEach(() => enqueue(store, account, { kind: 'status', orderId: '1', statusId: 4 }, systemClock));

  it('are tried once and wait, with the failure shown, while the polls fail too', async () => {
    const world = billbee();
    world.refusal = unauthorized;
    expect(await world.turn()).toMatchObject({ outcome: 'failed', mayPass: false });
    expect(world.calls).toEqual(['status', 'poll']);
    for (const failures of [2, 3]) {
      expect(await world.turn()).toBeUndefined();
      await change({ queued_until: null });
      expect(await world.turn()).toMatchObject({ outcome: 'done', error: unauthorized });
      expect(await schedule()).toEqual({ failures, failure: 'unauthorized' });
    }
    expect(world.calls).toEqual(['status', 'poll', 'status', 'status']);
    expect(await world.turn()).toBeUndefined();
  });

  it('go out at once when the account is asked for, as new credentials do', async () => {
    const world = billbee();
    world.refusal = unauthorized;
    await world.turn();
    expect(await world.turn()).toBeUndefined();
    world.refusal = undefined;
    await askNow(store.db, account);
    expect(await world.turn()).toMatchObject({ outcome: 'done', sent: 1 });
    expect(await schedule()).toEqual({ failures: 0, failure: null });
  });

  it('keep no poll that is due from bringing in orders', async () => {
    const world = billbee();
    world.refusal = unauthorized;
    world.refused = ['status'];
    expect(await world.turn()).toMatchObject({ outcome: 'done', poll: 'complete', error: unauthorized });
    expect(await schedule()).toEqual({ failures: 1, failure: 'unauthorized' });
    await change({ due_at: inMs(-1) });
    expect(await world.run()).toMatchObject({ poll: 'complete' });
    expect(world.calls).toEqual(['status', 'poll', 'status', 'poll']);
  });
});
