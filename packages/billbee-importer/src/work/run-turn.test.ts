import { addHints, askNow, pickDueAccounts, takeTurn } from 'importer-accounts';
import { enqueue, RetryError, SettingsError, type Store, storeTarget } from 'importer-core';
import { openEmbeddedDatabase, systemClock } from 'importer-core/node';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { tablesOf } from '../../../importer-accounts/src/store/tables.js';
import { migrations } from '../session/open-database.js';
import { runTurn } from './run-turn.js';
import type { TurnParts, TurnResult } from './turn.js';

const account = 'a';
const hourMs = 3_600_000;

let store: Store;
beforeAll(async () => {
  store = await openEmbeddedDatabase('memory://', { migrations });
});
afterAll(() => store.close());
beforeEach(async () => {
  for (const table of ['account', 'account_schedule', 'webhook_hint', 'outbox'] as const) {
    await tablesOf(store.db).deleteFrom(table).execute();
  }
  const times = { created_at: '', updated_at: '' };
  const row = { key: account, label: account, credentials: '', settings: '{"version":1}', enabled: true };
  await tablesOf(store.db)
    .insertInto('account')
    .values({ ...row, ...times })
    .execute();
  await askNow(store.db, account);
  await change({ register_at: inMs(24 * hourMs) });
});

const inMs = (milliseconds: number) => new Date(Date.now() + milliseconds);
const change = (to: { register_at?: Date; due_at?: Date; calm_until?: null; queued_until?: null }) =>
  tablesOf(store.db).updateTable('account_schedule').set(to).execute();
const schedule = () =>
  tablesOf(store.db).selectFrom('account_schedule').select(['failures', 'failure']).executeTakeFirstOrThrow();

const unauthorized = new SettingsError('unauthorized', 'Billbee does not know the password.', {
  settings: ['BILLBEE_API_PASSWORD'],
});
const away = new RetryError('network', 'Billbee does not answer.');

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

describe('a turn that only a hint, or a lost worker, made look at orders', () => {
  beforeEach(() => change({ due_at: inMs(hourMs) }));

  it.each([
    { what: 'the hinted order', hinted: ['1'], refused: ['order', 'poll'], calls: ['order'] },
    { what: 'the poll that was hinted at', hinted: [], refused: ['poll'], calls: ['poll'] },
    { what: 'the poll for an order not found', hinted: ['1'], refused: ['poll'], calls: ['order', 'poll'] },
  ])('polls when the queue tries again after no answer to $what', async ({ hinted, refused, calls }) => {
    await addHints(store, account, hinted);
    const world = billbee();
    world.refusal = away;
    world.refused = refused;
    expect(await world.turn()).toMatchObject({ outcome: 'failed', error: away, mayPass: true });
    expect(world.calls).toEqual(calls);
    expect(await world.turn()).toBeUndefined();
    expect(await world.run()).toMatchObject({ outcome: 'failed', error: away });
    world.refusal = undefined;
    expect(await world.run()).toMatchObject({ outcome: 'done', poll: 'complete' });
    expect(await world.run()).toMatchObject({ outcome: 'done', poll: undefined });
  });

  it('polls when the one that took over failed before it came to it', async () => {
    await takeTurn(store, account, 'killed', 1);
    await systemClock.sleep(5);
    const world = billbee();
    world.refusal = away;
    expect(await world.run()).toMatchObject({ outcome: 'failed', error: away });
    world.refusal = undefined;
    expect(await world.run()).toMatchObject({ outcome: 'done', poll: 'complete' });
  });
});
