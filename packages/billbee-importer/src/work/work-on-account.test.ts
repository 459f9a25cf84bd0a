import { addHints, dueAccounts, pollNow, takeLease } from 'importer-accounts';
import {
  createStoreTarget,
  enqueue,
  prepareOrder,
  RetryError,
  SettingsError,
  type Store,
  sendDue,
  type WriteBackSink,
} from 'importer-core';
import { openEmbeddedDatabase, systemClock } from 'importer-core/node';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { tablesOf } from '../../../importer-accounts/src/store/tables.js';
import { migrations } from '../session/open-database.js';
import { workOnAccount } from './work-on-account.js';
import type { WorkParts, WorkRequest } from './work-parts.js';
import type { WorkResult } from './work-result.js';

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
  await pollNow(store.db, account);
  await change({ register_at: inMs(24 * hourMs) });
});

const inMs = (milliseconds: number) => new Date(Date.now() + milliseconds);
const change = (to: { register_at?: Date; due_at?: Date; cooldown_until?: null; retry_at?: null }) =>
  tablesOf(store.db).updateTable('account_schedule').set(to).execute();
const schedule = () =>
  tablesOf(store.db)
    .selectFrom('account_schedule')
    .select(['failures', 'failure', 'dead'])
    .executeTakeFirstOrThrow();

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
    /** What is due, as a worker would do it; undefined when nothing is. */
    async work(): Promise<WorkResult | undefined> {
      const [due] = await dueAccounts(store.db, { accounts: true }, 1);
      return due && world.run();
    },
    async run(request?: WorkRequest): Promise<WorkResult> {
      return workOnAccount(account, parts, request);
    },
    /** The time of the next try has come. */
    async retry(): Promise<WorkResult> {
      await change({ retry_at: null });
      return world.run();
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
  const session = {
    session: { account, source: client, sink: client, usage: client.usage },
    rules: { statusIds: [3], prepare: prepareOrder() },
    poll: { shortestMs: 300_000, longestMs: hourMs },
    openTarget: async () => createStoreTarget(store, account),
    retryRequested: async () => undefined,
    readBack: async () => undefined,
  };
  const parts = {
    store,
    clock: systemClock,
    settings: { leaseMs: 30_000, sliceMs: 20_000, longestMs: hourMs },
    worker: 'worker',
    stop: new AbortController().signal,
    openSession: async () => session,
    month: () => ({ stretch: 1, exhausted: false }),
  } as unknown as WorkParts;
  return world;
}

describe('reports that Billbee refuses for wrong credentials', () => {
  beforeEach(() => enqueue(store, account, { kind: 'status', orderId: '1', statusId: 4 }, systemClock));

  it('are tried once and wait, with the failure shown, while the polls fail too', async () => {
    const world = billbee();
    world.refusal = unauthorized;
    expect(await world.work()).toMatchObject({ outcome: 'failed', dead: true });
    expect(world.calls).toEqual(['status', 'poll']);
    for (const failures of [2, 3]) {
      expect(await world.work()).toBeUndefined();
      await change({ retry_at: null });
      expect(await world.work()).toMatchObject({ outcome: 'done', error: unauthorized });
      expect(await schedule()).toMatchObject({ failures, failure: 'unauthorized' });
    }
    expect(world.calls).toEqual(['status', 'poll', 'status', 'status']);
    expect(await world.work()).toBeUndefined();
  });

  it('go out at once when the account is asked for, as new credentials do', async () => {
    const world = billbee();
    world.refusal = unauthorized;
    await world.work();
    expect(await world.work()).toBeUndefined();
    world.refusal = undefined;
    await pollNow(store.db, account);
    expect(await world.work()).toMatchObject({ outcome: 'done', sent: 1 });
    expect(await schedule()).toEqual({ failures: 0, failure: null, dead: false });
  });

  it('keep no poll that is due from bringing in orders', async () => {
    const world = billbee();
    world.refusal = unauthorized;
    world.refused = ['status'];
    expect(await world.work()).toMatchObject({ outcome: 'done', poll: 'complete', error: unauthorized });
    expect(await schedule()).toEqual({ failures: 1, failure: 'unauthorized', dead: false });
    await change({ due_at: inMs(-1) });
    expect(await world.retry()).toMatchObject({ poll: 'complete' });
    expect(world.calls).toEqual(['status', 'poll', 'status', 'poll']);
  });
});

describe('reports that somebody else is sending', () => {
  it('are left to him for a while, though they stay due', async () => {
    await enqueue(store, account, { kind: 'status', orderId: '1', statusId: 4 }, systemClock);
    await change({ due_at: inMs(hourMs) });
    let answer = () => {};
    let other: Promise<unknown> = Promise.resolve();
    await new Promise<void>((begun) => {
      const sink = {
        setOrderStatus() {
          begun();
          return new Promise<void>((answered) => {
            answer = answered;
          });
        },
      };
      other = sendDue({ store, account, clock: systemClock, sink: sink as unknown as WriteBackSink });
    });
    const world = billbee();
    expect(await world.work()).toMatchObject({ outcome: 'done', sent: 0 });
    expect(await world.work()).toBeUndefined();
    answer();
    expect(await other).toMatchObject({ sent: 1 });
    expect(world.calls).toEqual([]);
  });

  it('are not asked for while the first of an order waits for its next try', async () => {
    const later = { ...systemClock, now: () => Date.now() + hourMs };
    await enqueue(store, account, { kind: 'status', orderId: '1', statusId: 3 }, later);
    await enqueue(store, account, { kind: 'status', orderId: '1', statusId: 4 }, systemClock);
    await change({ due_at: inMs(hourMs) });
    expect(await billbee().work()).toBeUndefined();
  });
});

describe('work that only a hint, or a lost worker, made look at orders', () => {
  beforeEach(() => change({ due_at: inMs(hourMs) }));

  it.each([
    { what: 'the hinted order', hinted: ['1'], refused: ['order', 'poll'], calls: ['order'] },
    { what: 'the poll that was hinted at', hinted: [], refused: ['poll'], calls: ['poll'] },
    { what: 'the poll for an order not found', hinted: ['1'], refused: ['poll'], calls: ['order', 'poll'] },
  ])('polls at the next try after no answer to $what', async ({ hinted, refused, calls }) => {
    await addHints(store, account, hinted);
    const world = billbee();
    world.refusal = away;
    world.refused = refused;
    expect(await world.work()).toMatchObject({ outcome: 'failed', error: away, dead: false });
    expect(world.calls).toEqual(calls);
    expect(await world.work()).toBeUndefined();
    expect(await world.retry()).toMatchObject({ outcome: 'failed', error: away });
    world.refusal = undefined;
    expect(await world.retry()).toMatchObject({ outcome: 'done', poll: 'complete' });
    expect(await world.retry()).toMatchObject({ outcome: 'busy' });
  });

  it('polls when the one that took over failed before it came to it', async () => {
    await takeLease(store, account, 'killed', 1, { dueOrNot: true });
    await systemClock.sleep(5);
    const world = billbee();
    world.refusal = away;
    expect(await world.run()).toMatchObject({ outcome: 'failed', error: away });
    world.refusal = undefined;
    expect(await world.retry()).toMatchObject({ outcome: 'done', poll: 'complete' });
  });
});

it('tries again with growing distance, and gives up after the fifth retry, until somebody asks', async () => {
  const world = billbee();
  world.refusal = away;
  for (let failures = 1; failures <= 5; failures += 1) {
    expect(await (failures === 1 ? world.run() : world.retry())).toMatchObject({
      outcome: 'failed',
      dead: false,
    });
    expect(await world.work()).toBeUndefined();
    const { retry_at: at } = await tablesOf(store.db)
      .selectFrom('account_schedule')
      .select('retry_at')
      .executeTakeFirstOrThrow();
    const waitMs = 5000 * 2 ** (failures - 1);
    expect(Number(at) - Date.now()).toBeLessThan(waitMs * 1.3);
    expect(Number(at) - Date.now()).toBeGreaterThan(waitMs * 0.5 - 3000);
  }
  expect(await world.retry()).toMatchObject({ outcome: 'failed', dead: true });
  expect(await schedule()).toEqual({ failures: 6, failure: 'network', dead: true });
  await change({ retry_at: null });
  expect(await world.work()).toBeUndefined();
  world.refusal = undefined;
  await pollNow(store.db, account);
  expect(await world.work()).toMatchObject({ outcome: 'done', poll: 'complete' });
  expect(await schedule()).toEqual({ failures: 0, failure: null, dead: false });
});

it('imports what somebody asks for at once, although nothing is due', async () => {
  await change({ due_at: inMs(hourMs) });
  const world = billbee();
  expect(await world.work()).toBeUndefined();
  expect(await world.run({ ids: ['1'] })).toMatchObject({ outcome: 'done', poll: undefined });
  expect(await world.run({ poll: true })).toMatchObject({ outcome: 'done', poll: 'complete' });
  expect(world.calls).toEqual(['order', 'poll']);
});
