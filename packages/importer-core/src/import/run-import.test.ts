import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RetryError } from '../errors.js';
import { type CrashingStore, openCrashingStore } from '../node/crashing-store.test.data.js';
import { MemoryTarget, UpdatableTarget } from '../target/memory-target.test.data.js';
import { listHeld } from './held-orders.js';
import type { ImportDecision, ImportOptions, ImportResult } from './import-options.js';
import { LiveOrders } from './live-orders.test.data.js';
import type { OrderPageQuery, OrderSource } from './order-source.js';
import { runImport } from './run-import.js';

let crashing: CrashingStore;
let accounts = 0;

beforeAll(async () => {
  crashing = await openCrashingStore();
});
afterAll(() => crashing.store.close());

function world(live = new LiveOrders()) {
  accounts += 1;
  const account = `account-${accounts}`;
  const target = new MemoryTarget();
  const run = async (options: Partial<ImportOptions> = {}): Promise<ImportResult> => {
    const result = await runImport({
      account,
      statusIds: [3],
      source: live,
      clock: live,
      store: crashing.store,
      target,
      ...options,
    });
    const { read, created, skipped, held } = result.summary;
    expect(read).toBe(created + skipped + held);
    return result;
  };
  return { account, live, target, run, held: () => listHeld(crashing.store, account) };
}

const hour = 3_600_000;

describe('runImport', () => {
  it('delivers every order once and moves the cursor to the newest modification', async () => {
    const { live, target, run } = world();
    const newest = live.stamp - 5 * hour;
    for (let id = 1; id <= 7; id += 1) live.add(String(id), { modified: newest - id * hour });
    live.add('8', { status: 4 });
    live.add('9', { modified: newest });
    const first = await run();
    expect(first).toMatchObject({
      outcome: 'complete',
      summary: { read: 8, created: 8, skipped: 0, held: 0 },
    });
    expect(first.summary.cursor).toBe('2026-03-10T07:00:00');
    const second = await run();
    expect(second.summary).toMatchObject({ created: 0, held: 0, read: 1, skipped: 1, calls: 1 });
    expect([...target.counts.values()]).toEqual(Array(8).fill(1));
  });

  it('reads a settled set of several pages in exactly as many calls', async () => {
    const { live, run } = world(new LiveOrders({ order: 'ascending' }));
    for (let id = 1; id <= 9; id += 1) live.add(String(id), { modified: live.stamp - 9 * hour });
    expect((await run()).summary).toMatchObject({ created: 9, calls: 3 });
  });

  it('holds what cannot be used, goes on with the rest, and tries it again when it changes', async () => {
    const { live, target, run, held } = world();
    live.add('1', { broken: true });
    live.add('2');
    expect((await run()).summary).toMatchObject({ read: 2, created: 1, held: 1 });
    expect(await held()).toMatchObject([
      { orderId: '1', reason: 'order-date-unreadable', field: 'CreatedAt' },
    ]);
    expect((await run()).summary).toMatchObject({ read: 1, skipped: 1, held: 0 });
    live.touch('1', { broken: false });
    expect((await run()).summary).toMatchObject({ created: 1, held: 0 });
    expect(await held()).toEqual([]);
    expect(target.counts.get('1')).toBe(1);
  });

  it('names an order without an id by its payload, once', async () => {
    const { live, run, held } = world();
    const row = { OrderNumber: '4711' };
    const source = {
      usage: live.usage,
      readOrder: async () => undefined,
      readOrderPage: async () => ({
        page: 1,
        totalPages: 1,
        totalRows: 2,
        orders: [row, row],
        serverTime: live.now(),
      }),
    };
    expect((await run({ source })).summary).toMatchObject({ read: 1, held: 1 });
    expect((await held())[0]?.orderId).toMatch(/^unknown-[0-9a-f]{12}$/);
    expect((await run({ source })).summary).toMatchObject({ read: 0, held: 0 });
  });

  it('finds a late arrival that carries the time stamp of an order already read', async () => {
    const { live, target, run } = world();
    const stamp = live.stamp - hour;
    live.add('1', { modified: stamp });
    await run();
    live.add('2', { modified: stamp });
    live.add('3', { modified: stamp - 30_000 });
    await run();
    expect([...target.counts.keys()].sort()).toEqual(['1', '2', '3']);
  });

  it('finds an order without a modification time although the first run dies in its last window', async () => {
    const { live, target, run } = world(new LiveOrders({ order: 'ascending' }));
    live.add('1');
    for (let id = 2; id <= 8; id += 1) live.add(String(id), { modified: live.stamp - id * hour });
    live.add('9', { modified: undefined });
    const source: OrderSource = {
      usage: live.usage,
      readOrder: (id) => live.readOrder(id),
      async readOrderPage(query) {
        if (query.modifiedAfter !== undefined && query.modifiedUntil === undefined) throw new Error('Crash.');
        return live.readOrderPage(query);
      },
    };
    expect(await run({ source })).toMatchObject({ outcome: 'failed' });
    expect(await run()).toMatchObject({ outcome: 'complete' });
    expect(target.counts.get('9')).toBe(1);
  });

  it.each([1, 99])('reads a page again that shows a row in place of another, %i times', async (lies) => {
    const { live, target, run } = world();
    for (let id = 1; id <= 3; id += 1) live.add(String(id), { modified: live.stamp - id * hour });
    let pages = 0;
    const source: OrderSource = {
      usage: live.usage,
      readOrder: (id) => live.readOrder(id),
      async readOrderPage(query) {
        const page = await live.readOrderPage(query);
        pages += 1;
        return pages > lies ? page : { ...page, orders: [page.orders[0], ...page.orders.slice(0, 2)] };
      },
    };
    expect(await run({ source })).toMatchObject({ outcome: 'complete' });
    expect(pages).toBe(lies === 1 ? 2 : 4);
    if (lies === 1) expect(target.counts.size).toBe(3);
  });

  it('comes to an end on a server that ignores the time asked for', async () => {
    const { live, target, run } = world();
    for (let id = 1; id <= 12; id += 1) live.add(String(id), { modified: live.stamp - id * hour });
    const source: OrderSource = {
      usage: live.usage,
      readOrder: (id) => live.readOrder(id),
      async readOrderPage({ modifiedAfter: _after, modifiedUntil: _until, ...query }) {
        if (live.usage.calls > 2000) throw new Error('It goes round in circles.');
        return live.readOrderPage(query);
      },
    };
    const { error } = await run({ source });
    expect(String(error)).not.toContain('circles');
    expect(target.counts.size).toBe(12);
    expect(Math.max(...target.counts.values())).toBe(1);
  });

  it('is not blinded by an order from the future', async () => {
    const { live, target, run } = world(new LiveOrders({ zoneHours: 1 }));
    live.add('1', { modified: Date.UTC(2099, 0, 1) });
    live.add('2', { modified: live.stamp - 3 * hour });
    const { summary } = await run();
    expect(summary.cursor).toBe('2026-03-10T10:00:00');
    live.pass(60_000);
    live.add('3');
    await run();
    expect(target.counts.get('3')).toBe(1);
  });

  it('loses nothing when the server clock is hours ahead', async () => {
    const { live, target, run } = world(new LiveOrders({ order: 'descending' }));
    for (let id = 1; id <= 7; id += 1) live.add(String(id), { modified: live.stamp - hour });
    live.options = {
      ...live.options,
      beforePage(call) {
        if (call === 2) {
          live.add('8');
          live.touch('7', { status: 4 });
        }
        if (call === 3) {
          live.pass(300_000);
          live.touch('1', {});
        }
      },
    };
    const source: OrderSource = {
      usage: live.usage,
      readOrder: (id) => live.readOrder(id),
      readOrderPage: async (query) => ({
        ...(await live.readOrderPage(query)),
        serverTime: live.now() + 5 * hour,
      }),
    };
    await run({ source });
    await run({ source });
    expect(target.counts.get('8')).toBe(1);
  });

  it('loses nothing when the clocks go back', async () => {
    const { live, target, run } = world(new LiveOrders({ zoneHours: 2 }));
    live.add('1');
    await run();
    live.pass(600_000);
    live.add('2');
    await run();
    live.options = { ...live.options, zoneHours: 1 };
    live.pass(600_000);
    live.add('3');
    await run();
    expect(target.counts.get('3')).toBe(1);
  });

  it('reads a window again with since, without duplicates, and keeps a cursor it cannot connect to', async () => {
    const { live, target, run } = world();
    for (let id = 1; id <= 5; id += 1) live.add(String(id), { modified: live.stamp - id * hour });
    expect((await run({ since: '2026-03-10T09:00:00' })).summary).toMatchObject({ created: 3, cursor: null });
    const { summary } = await run();
    expect(summary).toMatchObject({ created: 2, skipped: 3, cursor: '2026-03-10T11:00:00' });
    expect((await run({ since: '2026-03-01' })).summary).toMatchObject({ created: 0, skipped: 5 });
    expect([...target.counts.values()]).toEqual([1, 1, 1, 1, 1]);
  });

  it('stops at the limit without moving the cursor', async () => {
    const { live, target, run } = world();
    for (let id = 1; id <= 7; id += 1) live.add(String(id), { modified: live.stamp - hour });
    const first = await run({ limit: 4 });
    expect(first).toMatchObject({ outcome: 'limited', summary: { created: 4, read: 4, cursor: null } });
    await run();
    expect([...target.counts.values()]).toEqual(Array(7).fill(1));
  });

  it('decides in a dry run and writes nothing', async () => {
    const { live, target, run, held } = world();
    live.add('1');
    live.add('2', { broken: true });
    const decisions: ImportDecision[] = [];
    const dry = await run({ dryRun: true, onDecision: (decision) => decisions.push(decision) });
    expect(dry.summary).toMatchObject({ read: 2, created: 1, held: 1, cursor: null });
    expect(decisions.map(({ orderId, action }) => [orderId, action]).sort()).toEqual([
      ['1', 'create'],
      ['2', 'hold'],
    ]);
    expect(target.deliveries).toEqual([]);
    expect(await held()).toEqual([]);
    expect((await run()).summary).toMatchObject({ created: 1, held: 1 });
  });

  it('keeps aside what the target refuses', async () => {
    const { live, target, run, held } = world();
    live.add('1');
    live.add('2');
    target.refuse = (id) => id === '1';
    expect((await run()).summary).toMatchObject({ created: 1, held: 1 });
    expect(await held()).toMatchObject([{ orderId: '1', reason: 'erp-refused' }]);
    expect((await run()).summary).toMatchObject({ created: 0, held: 0, read: 1 });
  });

  it('skips an order whose status is not selected', async () => {
    const { live, target, run } = world();
    live.add('1', { status: 4 });
    const source = {
      usage: live.usage,
      readOrder: (id: string) => live.readOrder(id),
      readOrderPage: (query: Parameters<LiveOrders['readOrderPage']>[0]) =>
        live.readOrderPage({ ...query, statusIds: [3, 4] }),
    };
    expect((await run({ source })).summary).toMatchObject({ read: 1, skipped: 1 });
    expect(target.deliveries).toEqual([]);
  });

  it.each([
    ['ignore', { skipped: 1, created: 0, held: 0 }, 0],
    ['hold', { skipped: 0, created: 0, held: 1 }, 0],
    ['update', { skipped: 0, created: 1, held: 0 }, 1],
  ] as const)('treats changed content by the policy %s', async (changes, summary, updates) => {
    const { live, run } = world();
    const target = new UpdatableTarget();
    live.add('1');
    await run({ target, changes });
    live.touch('1', {});
    expect((await run({ target, changes })).summary).toMatchObject({ skipped: 1 });
    live.touch('1', { city: 'Leipzig' });
    expect((await run({ target, changes })).summary).toMatchObject(summary);
    expect(target.updates).toHaveLength(updates);
    expect(target.deliveries).toHaveLength(1);
    const again = await run({ target, changes });
    expect(again.summary).toMatchObject({ created: 0, held: 0 });
  });

  it('ends a failed run with its cause and its figures, and goes on with the next', async () => {
    const { live, target, run } = world();
    for (let id = 1; id <= 7; id += 1) live.add(String(id), { modified: live.stamp - hour });
    const failure = new RetryError('throttled', 'Too many calls.');
    live.options = {
      ...live.options,
      beforePage: (call) => {
        if (call === 2) throw failure;
      },
    };
    expect(await run()).toMatchObject({
      outcome: 'failed',
      error: failure,
      summary: { created: 3, cursor: null },
    });
    expect(await run()).toMatchObject({ outcome: 'complete' });
    expect([...target.counts.values()]).toEqual(Array(7).fill(1));
  });

  it('ends cleanly when it is aborted', async () => {
    const { live, target, run } = world();
    for (let id = 1; id <= 7; id += 1) live.add(String(id), { modified: live.stamp - hour });
    const abort = new AbortController();
    const first = await run({ signal: abort.signal, onProgress: () => abort.abort() });
    expect(first).toMatchObject({ outcome: 'aborted', error: undefined, summary: { created: 3 } });
    await run();
    expect([...target.counts.values()]).toEqual(Array(7).fill(1));
  });

  it('refuses a second run for the same account and target', async () => {
    const { live, run } = world();
    live.add('1');
    let second: Promise<ImportResult> | undefined;
    await run({
      onProgress: () => {
        second = run();
      },
    });
    expect(await second).toMatchObject({ outcome: 'failed', error: { code: 'already-running' } });
  });

  it.each([
    ['a server without a row count', { totalPages: 0, totalRows: 0 }],
    ['a server that repeats one page', { totalPages: 1000, totalRows: 250_000 }],
  ])('does not go round in circles on %s', async (_, counts) => {
    const { live, target, run } = world();
    const orders = Array.from({ length: 250 }, (_row, index) => ({ BillBeeOrderId: index + 1 }));
    const source = {
      usage: live.usage,
      readOrder: async () => undefined,
      readOrderPage: async ({ page }: { page: number }) => ({
        page,
        orders,
        serverTime: live.now(),
        ...counts,
      }),
    };
    const { outcome, error, summary } = await run({ source });
    expect(outcome).toBe('failed');
    expect(error).toMatchObject({ code: 'window-not-quiet' });
    expect(summary).toMatchObject({ read: 250, held: 250, cursor: null });
    expect(target.deliveries).toEqual([]);
  });

  it('reads a server that only counts as far as it has shown', async () => {
    const { live, target, run } = world(new LiveOrders({ order: 'ascending' }));
    for (let id = 1; id <= 20; id += 1) live.add(String(id), { modified: live.stamp - id * hour });
    const source = {
      usage: live.usage,
      readOrder: (id: string) => live.readOrder(id),
      async readOrderPage(query: OrderPageQuery) {
        const page = await live.readOrderPage(query);
        const isShort = page.orders.length < live.options.pageSize;
        return {
          ...page,
          totalPages: isShort ? query.page : query.page + 1,
          totalRows: (query.page - 1) * live.options.pageSize + page.orders.length,
        };
      },
    };
    expect(await run({ source })).toMatchObject({ outcome: 'complete', summary: { created: 20 } });
    expect((await run({ source })).summary).toMatchObject({ read: 1, cursor: '2026-03-10T11:00:00' });
    expect([...target.counts.values()]).toEqual(Array(20).fill(1));
  });

  describe('on a server without a count', () => {
    /** Pages as the world cuts them, with nothing said about how many there are. */
    const uncounted = (live: LiveOrders, everyPage = false) => ({
      usage: live.usage,
      readOrder: (id: string) => live.readOrder(id),
      async readOrderPage(query: OrderPageQuery) {
        const page = await live.readOrderPage(everyPage ? { ...query, page: 1 } : query);
        const met = (query.page - 1) * live.options.pageSize + page.orders.length;
        const isEnd = page.orders.length === 0;
        return { ...page, totalPages: query.page + (isEnd ? 0 : 1), totalRows: met, counted: false };
      },
    });

    it.each(['ascending', 'descending', 'random'] as const)(
      'reads short pages to the end, %s, twice over',
      async (order) => {
        const { live, target, run } = world(new LiveOrders({ order, pageSize: 4 }));
        for (let id = 1; id <= 11; id += 1) live.add(String(id), { modified: live.stamp - id * hour });
        live.add('12', { modified: undefined });
        live.add('13');
        const source = uncounted(live);
        expect(await run({ source })).toMatchObject({ outcome: 'complete', summary: { created: 13 } });
        live.pass(2 * hour);
        expect(await run({ source })).toMatchObject({ outcome: 'complete', summary: { created: 0 } });
        expect([...target.counts.values()]).toEqual(Array(13).fill(1));
      },
    );

    it('finds what was shifted out of sight', async () => {
      const { live, target, run } = world(new LiveOrders({ order: 'ascending', pageSize: 2 }));
      for (let id = 1; id <= 6; id += 1) live.add(String(id), { modified: live.stamp - id * hour });
      let left = false;
      live.options = {
        ...live.options,
        beforePage: () => {
          if (left || live.queries.at(-1)?.page !== 2) return;
          left = true;
          live.touch('1', { status: 7 });
        },
      };
      expect(await run({ source: uncounted(live) })).toMatchObject({ outcome: 'complete' });
      expect([...target.counts.keys()].sort()).toEqual(['1', '2', '3', '4', '5', '6']);
      expect([...target.counts.values()]).toEqual(Array(6).fill(1));
    });

    it('takes a list that is the same whatever page is asked for as the whole', async () => {
      const { live, target, run } = world(new LiveOrders({ order: 'ascending', pageSize: 100 }));
      for (let id = 1; id <= 5; id += 1) live.add(String(id), { modified: live.stamp - id * hour });
      expect(await run({ source: uncounted(live, true) })).toMatchObject({ outcome: 'complete' });
      expect([...target.counts.values()]).toEqual(Array(5).fill(1));
    });
  });

  it('splits a window that never comes to rest', async () => {
    const { live, target, run } = world(new LiveOrders({ order: 'random', pageSize: 3 }));
    for (let id = 1; id <= 30; id += 1) live.add(String(id), { modified: live.stamp - id * hour });
    live.add('31', { modified: live.stamp });
    expect(await run()).toMatchObject({ outcome: 'complete', summary: { created: 31 } });
    expect([...target.counts.values()]).toEqual(Array(31).fill(1));
  });
});

/** What happens between two calls of a small history. */
const event = fc.oneof(
  { weight: 6, arbitrary: fc.constant({ kind: 'nothing' as const }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('leave' as const), order: fc.integer({ min: 1, max: 30 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('enter' as const), order: fc.integer({ min: 1, max: 30 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('break' as const), order: fc.integer({ min: 1, max: 30 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('late' as const), order: fc.integer({ min: 31, max: 40 }) }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'fail' as const }) },
);

const history = fc.record({
  seed: fc.integer(),
  sorting: fc.constantFrom('ascending' as const, 'descending' as const, 'random' as const),
  zoneHours: fc.constantFrom(0, 1, 2),
  ages: fc.array(fc.oneof(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 200, max: 400_000 })), {
    minLength: 1,
    maxLength: 24,
  }),
  events: fc.array(event, { maxLength: 40 }),
  crashes: fc.array(
    fc.oneof(
      fc.record({
        kind: fc.constant('store' as const),
        at: fc.integer({ min: 1, max: 60 }),
        moment: fc.constantFrom('before' as const, 'after' as const),
      }),
      fc.record({
        kind: fc.constant('target' as const),
        at: fc.integer({ min: 1, max: 4 }),
        moment: fc.constantFrom('before' as const, 'after' as const),
      }),
    ),
    { maxLength: 4 },
  ),
});

type History = typeof history extends fc.Arbitrary<infer T> ? T : never;

async function play({ seed, sorting, zoneHours, ages, events, crashes }: History): Promise<void> {
  let state = seed;
  const random = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return (state >>> 0) / 2 ** 32;
  };
  const live = new LiveOrders({ order: sorting, zoneHours, random });
  const { target, run, held } = world(live);
  ages.forEach((age, index) => {
    const id = String(index + 1);
    live.add(id, { modified: live.stamp - age * 1000, broken: index % 11 === 10 });
  });
  const left = [...events];
  live.options = {
    ...live.options,
    beforePage() {
      const next = left.shift();
      if (!next || next.kind === 'nothing') return;
      if (next.kind === 'fail') throw new RetryError('throttled', 'Too many calls.');
      const id = String(next.order);
      if (next.kind === 'leave') live.touch(id, { status: 4 });
      else if (next.kind === 'break') live.touch(id, { broken: live.orders.get(id)?.broken !== true });
      else if (next.kind === 'late') {
        if (!live.orders.has(id)) live.add(id, { visibleFrom: live.now() + random() * 30_000 });
      } else if (live.orders.has(id)) live.touch(id, { status: 3 });
      else live.add(id);
    },
  };
  for (const crash of crashes) {
    if (crash.kind === 'store') crashing.crashAt(crash.at, crash.moment);
    let batches = 0;
    target.onDeliver = (moment) => {
      if (moment === 'before') batches += 1;
      if (crash.kind === 'target' && batches === crash.at && moment === crash.moment)
        throw new Error('Crash.');
    };
    await run();
    await crashing.revive();
    target.onDeliver = () => {};
  }
  for (let rounds = 0; left.length > 0 && rounds < 60; rounds += 1) await run();
  live.pass(31_000);
  for (let rounds = 0; rounds < 2; rounds += 1) expect(await run()).toMatchObject({ outcome: 'complete' });

  const selected = live.visible().filter((order) => order.status === 3);
  const counts = target.counts;
  const holds = new Set((await held()).map((hold) => hold.orderId));
  for (const { id, broken } of selected) {
    if (!broken) expect([id, counts.get(id)]).toEqual([id, 1]);
    else if (!counts.has(id)) expect([id, holds.has(id)]).toEqual([id, true]);
  }
  for (const [id, count] of counts) expect([id, count]).toEqual([id, 1]);
  for (const { id, broken } of selected) if (holds.has(id)) expect([id, broken]).toEqual([id, true]);
}

describe('the guarantee', () => {
  it('loses and doubles nothing, whatever happens between two calls', async () => {
    await fc.assert(fc.asyncProperty(history, play), { numRuns: process.env['TEST_LONG'] ? 400 : 20 });
  });
});
