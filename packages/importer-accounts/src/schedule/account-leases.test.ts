import type { Store } from 'importer-core';
import { enqueue } from 'importer-core';
import { openEmbeddedDatabase, systemClock } from 'importer-core/node';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { accountsMigrations } from '../store/migrations.js';
import { tablesOf } from '../store/tables.js';
import {
  type AccountLease,
  endLease,
  pollAllNow,
  pollNow,
  renewLease,
  scheduleAccount,
  takeLease,
} from './account-leases.js';
import { dueAccounts, scheduleSizes } from './due-accounts.js';
import { addHints, takeHints } from './stored-hints.js';

let store: Store;
beforeAll(async () => {
  store = await openEmbeddedDatabase('memory://', { migrations: [accountsMigrations] });
});
afterAll(() => store.close());
beforeEach(async () => {
  for (const table of ['account', 'account_schedule', 'webhook_hint', 'outbox'] as const) {
    await tablesOf(store.db).deleteFrom(table).execute();
  }
});

async function add(account: string, enabled = true): Promise<void> {
  await sql`insert into account values (${account}, ${account}, '', '{"version":1}', ${enabled}, '', '')`.execute(
    store.db,
  );
  await pollNow(store.db, account);
}

/** Takes a lease that must be there to take, whether there is something to do or not. */
async function take(account: string, worker: string, leaseMs: number): Promise<AccountLease> {
  const lease = await takeLease(store, account, worker, leaseMs, { dueOrNot: true });
  if (!lease) throw new Error(`Somebody else has the lease of ${account}.`);
  return lease;
}

const due = async (): Promise<string[]> =>
  (await dueAccounts(store.db, { accounts: true }, 100)).map(({ key, work }) => `${key} ${work}`).sort();

/** Lets every lease run out. */
async function runOut(): Promise<void> {
  await sql`update account_schedule set busy_until = now() - interval '1 second' where busy_until is not null`.execute(
    store.db,
  );
}

describe('leases', () => {
  it('are had by one at a time, and are free again when they end', async () => {
    await add('a');
    const first = await take('a', 'one', 10_000);
    expect(first).toMatchObject({
      pollDue: true,
      takenOver: false,
      cooldownMs: 0,
      quietPolls: 0,
      registerDue: true,
    });
    expect(await takeLease(store, 'a', 'two', 10_000)).toBeUndefined();
    await endLease(store, first, { dueInMs: 60_000, quietPolls: 3, registerInMs: 1e6 });
    const second = await take('a', 'two', 10_000);
    expect(second).toMatchObject({ pollDue: false, takenOver: false, quietPolls: 3, registerDue: false });
    expect(second.cooldownMs).toBeGreaterThan(500);
    await endLease(store, second, {});
    // Its own calls are known to whoever made them.
    expect((await take('a', 'two', 10_000)).cooldownMs).toBe(0);
  });

  it('go to another when the holder says nothing any more, who is told that he took over', async () => {
    await add('a');
    const lost = await take('a', 'one', 60_000);
    expect(await renewLease(store, lost, 60_000)).toBe(true);
    expect(await takeLease(store, 'a', 'two', 60_000)).toBeUndefined();
    await runOut();
    expect(await takeLease(store, 'a', 'two', 60_000)).toMatchObject({ takenOver: true });
    expect(await renewLease(store, lost, 60)).toBe(false);
    await endLease(store, lost, { dueInMs: 1e9 });
    expect(await takeLease(store, 'a', 'three', 60)).toBeUndefined();
  });

  it('are told apart when one worker loses an account’s lease and takes it again', async () => {
    await add('a');
    const lost = await take('a', 'one', 60_000);
    await runOut();
    const again = await take('a', 'one', 60_000);
    expect(await renewLease(store, lost, 60_000)).toBe(false);
    await endLease(store, lost, { dueInMs: 1e9 });
    expect(await renewLease(store, again, 60_000)).toBe(true);
  });

  it('leave the account due when a poll is asked for meanwhile', async () => {
    await add('a');
    await sql`update account_schedule set due_at = now() - interval '1 minute'`.execute(store.db);
    const lease = await take('a', 'one', 10_000);
    await pollNow(store.db, 'a');
    await endLease(store, lease, { dueInMs: 60_000 });
    expect(await due()).toEqual(['a import']);
    const next = await take('a', 'one', 10_000);
    expect(next.pollDue).toBe(true);
    await endLease(store, next, { dueInMs: 60_000 });
    expect(await due()).toEqual([]);
  });

  it('let new credentials that came meanwhile be tried at once, whatever was found out about the old ones', async () => {
    await add('a');
    const lease = await take('a', 'one', 10_000);
    await pollNow(store.db, 'a');
    await endLease(store, lease, { retryInMs: 300_000, failures: 3, failure: 'unauthorized' });
    expect(await due()).toEqual(['a import']);
    const next = await take('a', 'one', 10_000);
    expect(next.failures).toBe(0);
    await endLease(store, next, { retryInMs: 300_000, failures: 1, failure: 'unauthorized' });
    expect(await due()).toEqual([]);
  });

  it('keep an account’s place among the overdue when a poll is asked for that has not begun', async () => {
    await add('a');
    await sql`update account_schedule set due_at = now() - interval '1 minute'`.execute(store.db);
    const { dueAt } = await take('a', 'one', 1);
    await sql`update account_schedule set holder = null, busy_until = null`.execute(store.db);
    await pollNow(store.db, 'a');
    expect((await take('a', 'one', 1)).dueAt).toBe(dueAt);
  });

  it('are not had for an account that is not there', async () => {
    expect(await takeLease(store, 'nobody', 'one', 1000)).toBeUndefined();
  });
});

describe('dueAccounts', () => {
  it('names what is due, and leaves out what is disabled, busy or not due', async () => {
    for (const account of ['a', 'busy', 'later']) await add(account);
    await add('off', false);
    await takeLease(store, 'busy', 'one', 10_000);
    await endLease(store, await take('later', 'one', 10_000), { dueInMs: 60_000 });
    expect(await due()).toEqual(['a import']);
    expect(await scheduleSizes(store, { accounts: true })).toEqual({ waiting: 1, dead: 0 });
  });

  it('picks an account again when its holder has died', async () => {
    await add('a');
    await takeLease(store, 'a', 'one', 60_000);
    expect(await due()).toEqual([]);
    await runOut();
    expect(await due()).toEqual(['a import']);
  });

  it('picks accounts for a hint or a report though no poll is due', async () => {
    for (const account of ['hinted', 'reporting', 'quiet']) {
      await add(account);
      await endLease(store, await take(account, 'one', 10_000), { dueInMs: 60_000 });
    }
    await addHints(store, 'hinted', ['1']);
    await enqueue(store, 'reporting', { kind: 'status', orderId: '1', statusId: 4 }, systemClock);
    expect(await due()).toEqual(['hinted import', 'reporting report']);
  });

  it('names nobody whose work failed, before it is tried again, and counts the dead', async () => {
    for (const account of ['a', 'dead']) await add(account);
    await endLease(store, await take('a', 'one', 10_000), {
      retryInMs: 60_000,
      failures: 1,
      failure: 'network',
    });
    const end = { dueInMs: 0, retryInMs: 60_000, failures: 6, failure: 'network', dead: true };
    await endLease(store, await take('dead', 'one', 10_000), end);
    expect(await due()).toEqual([]);
    expect(await takeLease(store, 'a', 'one', 10_000)).toBeUndefined();
    expect(await scheduleSizes(store, { accounts: true })).toEqual({ waiting: 0, dead: 1 });
    await pollNow(store.db, 'dead');
    expect(await due()).toEqual(['dead import']);
    expect(await scheduleSizes(store, { accounts: true })).toEqual({ waiting: 1, dead: 0 });
  });

  it('names entries that are no account of the store only to those who work for them', async () => {
    await add('a');
    await pollNow(store.db, 'merchant');
    await scheduleAccount(store.db, 'shop:main', 'a');
    const of = async (scope: Parameters<typeof dueAccounts>[1]) =>
      (await dueAccounts(store.db, scope, 100)).map(({ key }) => key).sort();
    expect(await of({ accounts: true })).toEqual(['a']);
    expect(await of({ accounts: false, keys: ['merchant'], prefix: 'shop:' })).toEqual(['merchant']);
    // A shop is asked for orders when its ERP wants some, and for reports of its account like any other.
    await endLease(store, await take('a', 'one', 10_000), { dueInMs: 60_000 });
    await enqueue(store, 'a', { kind: 'status', orderId: '1', statusId: 4 }, systemClock);
    expect(await of({ accounts: false, prefix: 'shop:' })).toEqual(['shop:main']);
    await pollAllNow(store.db, 'a');
    expect(await of({ accounts: true, prefix: 'shop:' })).toEqual(['a', 'shop:main']);
    const shop = await take('shop:main', 'one', 10_000);
    expect(shop).toMatchObject({ account: 'a', pollDue: true });
    await endLease(store, shop, { dueInMs: Number.POSITIVE_INFINITY });
    expect((await take('shop:main', 'one', 10_000)).pollDue).toBe(false);
  });

  it('gives the lease of one that is due to one of many who take it at the same time', async () => {
    await add('a');
    const taken = await Promise.all(['1', '2', '3'].map((worker) => takeLease(store, 'a', worker, 10_000)));
    expect(taken.filter((lease) => lease !== undefined)).toHaveLength(1);
  });
});

describe('stored hints', () => {
  it('are one per order until somebody looks, and wait after that', async () => {
    await addHints(store, 'a', ['1', '2', '1']);
    await addHints(store, 'a', ['1']);
    await addHints(store, 'b', ['9']);
    const taken = await takeHints(store, 'a');
    expect(taken?.kind === 'orders' && [...taken.ids].sort()).toEqual(['1', '2']);
    expect(await takeHints(store, 'a')).toBeUndefined();
    await addHints(store, 'a', ['1']);
    // Too soon after the first look: the last state is seen a little later.
    expect(await takeHints(store, 'a')).toBeUndefined();
    await sql`update webhook_hint set taken_at = taken_at - interval '16 seconds',
      hinted_at = case order_id when '2' then hinted_at - interval '16 seconds' else hinted_at end`.execute(
      store.db,
    );
    expect(await takeHints(store, 'a')).toEqual({ kind: 'orders', ids: ['1'] });
    expect(await takeHints(store, 'b')).toEqual({ kind: 'orders', ids: ['9'] });
  });

  it('ask for a poll when they name no order, or more than are worth a call each', async () => {
    await addHints(store, 'a', []);
    await addHints(
      store,
      'b',
      Array.from({ length: 21 }, (_, index) => String(index + 1)),
    );
    expect(await takeHints(store, 'a')).toEqual({ kind: 'poll' });
    expect(await takeHints(store, 'b')).toEqual({ kind: 'poll' });
    expect(await takeHints(store, 'b')).toBeUndefined();
  });
});

describe('a clock that is set back', () => {
  const planned = async () => {
    await add('a');
    const lease = await take('a', 'w', 30_000);
    await endLease(store, lease, { dueInMs: 300_000, polled: true });
    // A day back: all that was written lies a day ahead.
    const ahead = sql`interval '1 day'`;
    await sql`update account_schedule set due_at = due_at + ${ahead}, polled_at = polled_at + ${ahead},
      cooldown_until = cooldown_until + ${ahead}, retry_at = now() + ${ahead}`.execute(store.db);
  };

  it('makes the poll due at once, and once', async () => {
    await planned();
    expect(await due()).toEqual(['a import']);
    const lease = await takeLease(store, 'a', 'other', 30_000);
    expect(lease).toMatchObject({ pollDue: true });
    expect(lease?.cooldownMs).toBeLessThan(60_000);
    if (lease) await endLease(store, lease, { dueInMs: 300_000, polled: true });
    expect(await due()).toEqual([]);
  });

  it('does not make what fails be tried without a pause', async () => {
    await planned();
    const lease = await take('a', 'other', 30_000);
    await endLease(store, lease, { retryInMs: 60_000, failures: 1, failure: 'throttled' });
    expect(await due()).toEqual([]);
  });

  it('frees a lease whose holder was killed', async () => {
    await add('a');
    await take('a', 'w', 30_000);
    expect(await due()).toEqual([]);
    await sql`update account_schedule set busy_until = busy_until + interval '1 day'`.execute(store.db);
    expect(await due()).toEqual(['a import']);
  });
});
