import { sql } from 'kysely';
import { withRunSession } from '../store/run-session.js';
import { recordset } from '../store/sql-text.js';
import type { Store } from '../store/store.js';
import { must, mustEqual } from './check.js';
import type { StoreTrialRun } from './store-conformance.js';

const account = 'conformance@example.com';

async function store(target: Store, key: string, mapped: unknown = {}): Promise<void> {
  await target.db
    .insertInto('stored_order')
    .values({ account, key, order_id: key, mapped: JSON.stringify(mapped) })
    .execute();
}

async function keysIn({ db }: Store): Promise<string[]> {
  const rows = await db
    .selectFrom('stored_order')
    .select('key')
    .where('account', '=', account)
    .orderBy('key')
    .execute();
  return rows.map(({ key }) => key);
}

async function mustReject(work: Promise<unknown>, sentence: string): Promise<unknown> {
  let error: unknown;
  const resolved = await work.then(
    () => true,
    (cause: unknown) => {
      error = cause;
      return false;
    },
  );
  must(!resolved, sentence);
  return error;
}

/** What every statement of the library takes for granted. */
export const storeSqlChecks: Readonly<Record<string, StoreTrialRun>> = {
  async 'keeps what was written when it is opened again'(trial) {
    const first = await trial.open();
    mustEqual(await keysIn(first), [], 'Rows in a new database');
    await store(first, 'a');
    await trial.close(first);
    const second = await trial.open();
    mustEqual(await keysIn(second), ['a'], 'Rows after closing and opening');
    return undefined;
  },

  async 'undoes a failed transaction as a whole'(trial) {
    const opened = await trial.open();
    await store(opened, 'before');
    const failing = opened.db.transaction().execute(async (db) => {
      await store({ ...opened, db }, 'within');
      throw new Error('change of mind');
    });
    const error = await mustReject(failing, 'A transaction that threw was reported as done.');
    must((error as Error).message === 'change of mind', `The cause was lost: ${String(error)}.`);
    mustEqual(await keysIn(opened), ['before'], 'Rows after a failed transaction');
    await opened.db.transaction().execute((db) => store({ ...opened, db }, 'after'));
    mustEqual(await keysIn(opened), ['after', 'before'], 'Rows after the next transaction');
    return undefined;
  },

  async 'shows nobody a transaction before it is committed'(trial) {
    const opened = await trial.open();
    let looking: Promise<string[]> = Promise.resolve([]);
    const failing = opened.db.transaction().execute(async (db) => {
      await store({ ...opened, db }, 'unborn');
      looking = keysIn(opened);
      await new Promise((resolve) => setTimeout(resolve, 50));
      throw new Error('never mind');
    });
    await mustReject(failing, 'A transaction that threw was reported as done.');
    mustEqual(await looking, [], 'Rows that another query saw while the transaction was open');
    return undefined;
  },

  async 'keeps transactions apart that run at the same time'(trial) {
    const opened = await trial.open();
    const keys = Array.from({ length: 12 }, (_, index) => `k${String(index).padStart(2, '0')}`);
    await Promise.allSettled(
      keys.map((key, index) =>
        opened.db.transaction().execute(async (db) => {
          await store({ ...opened, db }, key);
          if (index % 3 === 0) throw new Error('this one not');
        }),
      ),
    );
    const kept = keys.filter((_, index) => index % 3 !== 0);
    mustEqual(await keysIn(opened), kept, 'Rows of twelve transactions of which every third failed');
    return undefined;
  },

  async 'a run keeps its connection, with its temporary table and its lock'(trial) {
    const opened = await trial.open();
    const run = (work: () => Promise<void>): Promise<void> =>
      withRunSession(opened, 'conformance', 'checking', async ({ db, transaction }) => {
        await sql`create temporary table conformance_seen (id text primary key)`.execute(db);
        await keysIn(opened);
        await transaction((within) => sql`insert into pg_temp.conformance_seen values ('1')`.execute(within));
        const { rows } = await sql`select id from pg_temp.conformance_seen`.execute(db);
        mustEqual(rows, [{ id: '1' }], 'The temporary table of a run');
        await work();
        await sql`drop table pg_temp.conformance_seen`.execute(db);
      });
    await run(async () => {
      const others = trial.shared ? [opened, await trial.open()] : [opened];
      for (const other of others) {
        const second = withRunSession(other, 'conformance', 'checking', async () => {});
        const error = await mustReject(second, 'Two runs have the same lock at the same time.');
        mustEqual((error as { code?: string }).code, 'already-running', 'The error of a second run');
      }
    });
    await run(async () => {});
    return undefined;
  },

  async 'tells how many rows a statement has changed'(trial) {
    const opened = await trial.open();
    for (const key of ['a', 'b', 'c']) await store(opened, key);
    const result = await opened.db
      .updateTable('stored_order')
      .set({ order_id: 'x' })
      .where('key', 'in', ['a', 'b'])
      .executeTakeFirst();
    mustEqual(Number(result.numUpdatedRows), 2, 'numUpdatedRows');
    return undefined;
  },

  async 'tells about a violated constraint, and works on'(trial) {
    const opened = await trial.open();
    await store(opened, 'a');
    await mustReject(store(opened, 'a'), 'A second row with the same primary key was taken.');
    const failing = opened.db.transaction().execute((db) => store({ ...opened, db }, 'a'));
    await mustReject(failing, 'A second row with the same primary key was taken in a transaction.');
    await store(opened, 'b');
    mustEqual(await keysIn(opened), ['a', 'b'], 'Rows after two refused ones');
    return undefined;
  },

  async 'keeps every character and every digit'(trial) {
    const opened = await trial.open();
    const texts = ['Zoë “Ünsal”', "it's; --", 'a\\nb\n\tc', '👩‍👩‍👧 名前 العربية', 'x'.repeat(1_000_000)];
    const mapped = { texts, nul: 'a\u0000b', half: '\ud83d', money: '3612.84', big: '300000180937794' };
    await store(opened, 'texts', mapped);
    const row = await opened.db.selectFrom('stored_order').select('mapped').executeTakeFirstOrThrow();
    mustEqual(row.mapped, mapped, 'A JSON column');
    const entry = { account, kind: 'stock', order_id: null, subject: texts[3] ?? '', dedupe_key: null };
    const due = 9_007_199_254_740_991;
    await opened.db
      .insertInto('outbox')
      .values({
        ...entry,
        payload: '{}',
        state: 'waiting',
        due_at: due,
        message: null,
        updated_at: texts[2] ?? '',
      })
      .execute();
    const back = await opened.db.selectFrom('outbox').selectAll().executeTakeFirstOrThrow();
    mustEqual(Number(back.due_at), due, 'A bigint column');
    mustEqual([back.subject, back.updated_at, back.order_id], [texts[3], texts[2], null], 'Text columns');
    mustEqual(back.unclear, false, 'A boolean column');
    return undefined;
  },

  async 'takes a large batch in one statement'(trial) {
    const opened = await trial.open();
    const rows = Array.from({ length: 5000 }, (_, index) => ({ key: `k${index}`, mapped: '{"a":1}' }));
    await sql`
      insert into stored_order (account, key, order_id, mapped)
      select ${account}, r.key, r.key, r.mapped::json from json_to_recordset(${recordset(rows)}::json) as r(key text, mapped text)
    `.execute(opened.db);
    mustEqual((await keysIn(opened)).length, rows.length, 'Rows after a batch of 5,000');
    return undefined;
  },

  async 'several may open it at the same time'(trial) {
    if (!trial.shared) return 'The database is for one process at a time (option shared).';
    const stores = await Promise.all([trial.open(), trial.open(), trial.open()]);
    await Promise.all(stores.map((opened, index) => store(opened, `k${index}`)));
    for (const opened of stores)
      mustEqual(await keysIn(opened), ['k0', 'k1', 'k2'], 'Rows that each one sees');
    return undefined;
  },
};
