import type { Store } from 'importer-core';
import { enqueue } from 'importer-core';
import { openEmbeddedDatabase, systemClock } from 'importer-core/node';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { accountsMigrations } from '../store/migrations.js';
import { tablesOf } from '../store/tables.js';
import { type AccountTurn, askNow, endTurn, renewTurn, takeTurn } from './account-turns.js';
import { pickDueAccounts } from './due-accounts.js';
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
  await askNow(store.db, account);
}

/** Takes a turn that must be there to take. */
async function take(account: string, worker: string, leaseMs: number): Promise<AccountTurn> {
  const turn = await takeTurn(store, account, worker, leaseMs);
  if (!turn) throw new Error(`Somebody else has the turn of ${account}.`);
  return turn;
}

const due = async (): Promise<string[]> =>
  (await pickDueAccounts(store.db, 100)).map(({ account, work }) => `${account} ${work}`).sort();

/** Lets every lease run out. */
async function runOut(): Promise<void> {
  await sql`update account_schedule set busy_until = now() - interval '1 second' where busy_until is not null`.execute(
    store.db,
  );
}

describe('turns', () => {
  it('are had by one at a time, and are free again when they end', async () => {
    await add('a');
    const first = await take('a', 'one', 10_000);
    expect(first).toMatchObject({
      pollDue: true,
      takenOver: false,
      calmMs: 0,
      quietPolls: 0,
      registerDue: true,
    });
    expect(await takeTurn(store, 'a', 'two', 10_000)).toBeUndefined();
    await endTurn(store, first, { dueInMs: 60_000, quietPolls: 3, registerInMs: 1e6 });
    const second = await takeTurn(store, 'a', 'two', 10_000);
    expect(second).toMatchObject({ pollDue: false, takenOver: false, quietPolls: 3, registerDue: false });
    expect(second?.calmMs).toBeGreaterThan(500);
  });

  it('go to another when the holder says nothing any more, who is told that he took over', async () => {
    await add('a');
    const lost = await take('a', 'one', 60_000);
    expect(await renewTurn(store, lost, 60_000)).toBe(true);
    expect(await takeTurn(store, 'a', 'two', 60_000)).toBeUndefined();
    await runOut();
    expect(await takeTurn(store, 'a', 'two', 60_000)).toMatchObject({ takenOver: true });
    expect(await renewTurn(store, lost, 60)).toBe(false);
    await endTurn(store, lost, { dueInMs: 1e9 });
    expect(await takeTurn(store, 'a', 'three', 60)).toBeUndefined();
  });

  it('are told apart when one worker loses an account’s turn and takes it again', async () => {
    await add('a');
    const lost = await take('a', 'one', 60_000);
    await runOut();
    const again = await take('a', 'one', 60_000);
    expect(await renewTurn(store, lost, 60_000)).toBe(false);
    await endTurn(store, lost, { dueInMs: 1e9 });
    expect(await renewTurn(store, again, 60_000)).toBe(true);
  });

  it('leave the account due when a poll is asked for meanwhile', async () => {
    await add('a');
    await sql`update account_schedule set due_at = now() - interval '1 minute'`.execute(store.db);
    const turn = await take('a', 'one', 10_000);
    await askNow(store.db, 'a');
    await endTurn(store, turn, { dueInMs: 60_000 });
    expect(await due()).toEqual(['a import']);
    const next = await take('a', 'one', 10_000);
    expect(next.pollDue).toBe(true);
    await endTurn(store, next, { dueInMs: 60_000 });
    expect(await due()).toEqual([]);
  });

  it('let new credentials that came meanwhile be tried at once, whatever the turn found out about the old ones', async () => {
    await add('a');
    const turn = await take('a', 'one', 10_000);
    await askNow(store.db, 'a');
    await endTurn(store, turn, { waitMs: 300_000, failures: 3, failure: 'unauthorized' });
    expect(await due()).toEqual(['a import']);
    const next = await take('a', 'one', 10_000);
    expect(next.failures).toBe(0);
    await endTurn(store, next, { waitMs: 300_000, failures: 1, failure: 'unauthorized' });
    expect(await due()).toEqual([]);
  });

  it('keep an account’s place among the overdue when a poll is asked for that has not begun', async () => {
    await add('a');
    await sql`update account_schedule set due_at = now() - interval '1 minute'`.execute(store.db);
    const { dueAt } = await take('a', 'one', 1);
    await sql`update account_schedule set holder = null, busy_until = null`.execute(store.db);
    await askNow(store.db, 'a');
    expect((await take('a', 'one', 1)).dueAt).toBe(dueAt);
  });

  it('are not had for an account that is not there', async () => {
    expect(await takeTurn(store, 'nobody', 'one', 1000)).toBeUndefined();
  });
});

describe('pickDueAccounts', () => {
  it('picks what is due once, and leaves out what is disabled, busy or not due', async () => {
    for (const account of ['a', 'busy', 'later']) await add(account);
    await add('off', false);
    await takeTurn(store, 'busy', 'one', 10_000);
    await endTurn(store, await take('later', 'one', 10_000), { dueInMs: 60_000 });
    expect(await due()).toEqual(['a import']);
    expect(await due()).toEqual([]);
  });

  it('picks an account again when its holder has died', async () => {
    await add('a');
    await takeTurn(store, 'a', 'one', 60_000);
    expect(await due()).toEqual([]);
    await runOut();
    expect(await due()).toEqual(['a import']);
  });

  it('picks accounts for a hint or a report though no poll is due', async () => {
    for (const account of ['hinted', 'reporting', 'quiet']) {
      await add(account);
      await endTurn(store, await take(account, 'one', 10_000), { dueInMs: 60_000 });
    }
    await addHints(store, 'hinted', ['1']);
    await enqueue(store, 'reporting', { kind: 'status', orderId: '1', statusId: 4 }, systemClock);
    expect(await due()).toEqual(['hinted import', 'reporting report']);
  });

  it('never gives one account to two that ask at the same time', async () => {
    for (let number = 0; number < 30; number += 1) await add(`a${number}`);
    const picked = await Promise.all(Array.from({ length: 4 }, () => pickDueAccounts(store.db, 10)));
    const accounts = picked.flat().map(({ account }) => account);
    expect(new Set(accounts).size).toBe(accounts.length);
    expect(accounts).toHaveLength(30);
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
