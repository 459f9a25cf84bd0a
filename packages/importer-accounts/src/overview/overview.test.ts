import type { Store } from 'importer-core';
import { openEmbeddedDatabase, systemClock } from 'importer-core/node';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { requestRetry } from '../schedule/retry-requests.js';
import { accountsMigrations } from '../store/migrations.js';
import { accountsOverview } from './accounts-overview.js';
import { heldOverview } from './held-overview.js';
import { outboxOverview } from './outbox-overview.js';
import { lagHistory, recentRuns } from './runs-overview.js';

let store: Store;
beforeAll(async () => {
  store = await openEmbeddedDatabase('memory://', { migrations: [accountsMigrations] });
  await sql`
    insert into account (key, label, credentials, settings, enabled, created_at, updated_at)
    select 'm' || n, 'Merchant ' || lpad(n::text, 3, '0'), '', '{"version":1}', n <> 7, '', '' from generate_series(1, 120) n
  `.execute(store.db);
  await sql`insert into cursor (account, target, selection, updated_at) values ('alone', 'store', '3', '')`.execute(
    store.db,
  );
  await sql`
    insert into hold (account, target, hold_id, origin, reason, message, payload, payload_hash, held_at)
    select 'm3', 'store', n::text, 'order', case when n % 4 = 0 then 'order-empty' else 'total-mismatch' end, 'why', 'null', 'h',
      '2026-01-01T00:00:' || lpad((n % 60)::text, 2, '0') || 'Z' from generate_series(1, 10000) n
  `.execute(store.db);
  await sql`
    insert into outbox (account, kind, order_id, subject, payload, state, due_at, updated_at)
    select 'm4', 'status', n::text, 'order:' || n, '{}', (array['waiting', 'sent', 'dead'])[1 + n % 3], 0, '2026-01-01T00:00:00Z'
    from generate_series(1, 300) n
  `.execute(store.db);
  const run = (start: string, end: string | null, outcome: string | null) => sql`
    insert into import_run (account, target, selection, started_at, ended_at, outcome, summary)
    values ('m5', 'store', '3', ${`2026-01-01T${start}Z`}, ${end && `2026-01-01T${end}Z`}, ${outcome}, '{"read":5,"created":3,"held":1,"calls":2}')`;
  for (const [start, end, outcome] of [
    ['10:00:00', '10:00:10', 'complete'],
    ['10:05:00', '10:05:30', 'complete'],
    ['10:10:00', '10:10:05', 'failed'],
    ['10:15:00', '10:16:00', 'complete'],
    ['10:20:00', '10:20:01', 'failed'],
    ['10:25:00', null, null],
  ] as const) {
    await run(start, end, outcome).execute(store.db);
  }
});
afterAll(() => store.close());

describe('accountsOverview', () => {
  it('pages through all accounts, with those that are not in the table', async () => {
    const first = await accountsOverview(store);
    expect([first.total, first.accounts.length]).toEqual([121, 50]);
    // Those that need attention come first.
    const labels = ['Merchant 003', 'Merchant 004', 'Merchant 005', 'Merchant 001'];
    expect(first.accounts.slice(0, 4).map(({ label }) => label)).toEqual(labels);
    const last = await accountsOverview(store, { page: 3 });
    expect(last.accounts.at(-1)).toMatchObject({ account: 'alone', label: 'alone', enabled: null });
    expect(first.accounts.find(({ account }) => account === 'm7')?.enabled).toBe(false);
  });

  it('picks those that need attention, and tells why', async () => {
    const { accounts, total } = await accountsOverview(store, { needAttention: true });
    expect(total).toBe(3);
    expect(accounts).toMatchObject([
      { account: 'm3', held: 10_000 },
      { account: 'm4', outbox: { waiting: 100, dead: 100 } },
      {
        account: 'm5',
        lastRun: { outcome: 'failed', endedAt: '2026-01-01T10:20:01Z' },
        completeSince: '2026-01-01T10:15:00Z',
      },
    ]);
  });

  it('finds one by an id that does not tell its name', async () => {
    const [wanted] = (await accountsOverview(store, { pageSize: 1 })).accounts;
    expect(wanted?.id).toMatch(/^[0-9a-f]{12}$/);
    expect((await accountsOverview(store, { id: wanted?.id })).accounts).toEqual([wanted]);
    expect(await accountsOverview(store, { id: 'nobody' })).toEqual({ accounts: [], total: 0 });
    const { accounts } = await accountsOverview(store, { search: 'NEW', also: ['new', 'm1'] });
    expect(accounts.map(({ account }) => account)).toEqual(['new']);
  });
});

it('heldOverview pages through ten thousand, by reason too, and marks what was asked for again', async () => {
  const all = await heldOverview(store, 'm3', { page: 200 });
  expect([all.total, all.orders.length]).toEqual([10_000, 50]);
  expect(all.reasons).toEqual([
    { reason: 'order-empty', count: 2500 },
    { reason: 'total-mismatch', count: 7500 },
  ]);
  expect((await heldOverview(store, 'm3', { page: 201 })).orders).toEqual([]);
  const ids = new Set<string>();
  for (let page = 1; page <= 50; page += 7) {
    for (const { orderId } of (await heldOverview(store, 'm3', { page, reason: 'order-empty' })).orders)
      ids.add(orderId);
  }
  expect(ids.size).toBe(400);
  expect(await requestRetry(store, 'm3', { ids: ['4', '8', 'nobody'] }, systemClock)).toBe(2);
  expect(await requestRetry(store, 'm3', { ids: [] }, systemClock)).toBe(0);
  expect(await requestRetry(store, 'm3', { reason: 'order-empty' }, systemClock)).toBe(2500);
  expect(await requestRetry(store, 'nobody', {}, systemClock)).toBe(0);
  const marked = (await heldOverview(store, 'm3')).orders.filter(({ retryRequested }) => retryRequested);
  expect(marked.every(({ reason }) => reason === 'order-empty')).toBe(true);
  expect(marked.length).toBeGreaterThan(0);
});

it('outboxOverview shows the newest first, by state too', async () => {
  const all = await outboxOverview(store, 'm4');
  expect([all.total, all.counts, all.entries[0]?.orderId]).toEqual([
    300,
    { waiting: 100, sent: 100, dead: 100 },
    '300',
  ]);
  const dead = await outboxOverview(store, 'm4', { state: 'dead', page: 2 });
  expect([dead.total, dead.entries.length]).toEqual([100, 50]);
  expect(dead.entries.every(({ state }) => state === 'dead')).toBe(true);
});

describe('runs', () => {
  it('are listed newest first', async () => {
    const [running, failed] = await recentRuns(store, 'm5');
    expect(running).toMatchObject({ endedAt: null, outcome: null });
    expect(failed).toMatchObject({ outcome: 'failed', read: 5, created: 3, held: 1, calls: 2 });
  });

  it('lag as long as a change could have waited', async () => {
    expect(await lagHistory(store, 'm5', '2026-01-01T00:00:00Z')).toEqual([
      { at: Date.parse('2026-01-01T10:05:30Z'), lagMs: 330_000 },
      { at: Date.parse('2026-01-01T10:16:00Z'), lagMs: 660_000 },
    ]);
    expect(await lagHistory(store, 'm5', '2026-01-01T10:16:00Z')).toEqual([]);
  });
});
