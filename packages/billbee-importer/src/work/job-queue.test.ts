import { endLease, pollNow, takeLease } from 'importer-accounts';
import { enqueue, type Store } from 'importer-core';
import { openEmbeddedDatabase, systemClock } from 'importer-core/node';
import { runSql } from 'importer-core/store';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { migrations } from '../session/open-database.js';
import { isForUs, readPayload } from './job-payload.js';
import { JobQueue } from './job-queue.js';

let store: Store;
let queue: JobQueue;
const left: string[] = [];
beforeAll(async () => {
  store = await openEmbeddedDatabase('memory://', { migrations });
});
afterAll(() => store.close());
afterEach(() => queue.close());
beforeEach(async () => {
  queue = await JobQueue.open(store, {
    onLeft: (account, minReader) => left.push(`${account} ${minReader}`),
  });
  for (const table of ['account', 'account_schedule', 'outbox', 'billbee_importer_queue.job']) {
    await runSql(store.db, `delete from ${table}`);
  }
});

/** An account whose poll is due. */
async function add(key: string): Promise<void> {
  await runSql(store.db, `insert into account values ($1, $1, '', '{"version":1}', true, '', '')`, [key]);
  await pollNow(store.db, key);
}

/**
 * Puts a job into the queue as another version would have, a second ago: one of this very millisecond is handed out in the next,
 * and the embedded database's clock has no finer steps.
 */
async function write(data: object): Promise<void> {
  await runSql(
    store.db,
    `insert into billbee_importer_queue.job (name, data, policy, retry_limit, singleton_key, start_after)
     values ('account-work', $1::jsonb, 'short', 0, $1, now() - interval '1 second')`,
    [JSON.stringify(data)],
  );
}

const jobsOf = async (most: number): Promise<string[]> =>
  (await queue.take(most)).map(({ key, kind }) => `${key} ${kind}`);

it('hands out what is due in the schedule, reports first', async () => {
  await add('a');
  await add('b');
  const lease = await takeLease(store, 'b', 'worker', 10_000);
  if (lease) await endLease(store, lease, { dueInMs: 60_000 });
  await enqueue(store, 'b', { kind: 'status', orderId: '1', statusId: 4 }, systemClock);
  expect(await jobsOf(10)).toEqual(['b report', 'a import']);
});

it('hands out to others what is left of those that it was filled with, each once', async () => {
  const keys = Array.from({ length: 25 }, (_, index) => `a${index}`);
  for (const key of keys) await add(key);
  const other = await JobQueue.open(store);
  const taken = [...(await queue.take(10)), ...(await other.take(10)), ...(await queue.take(5))];
  expect(new Set(taken.map(({ key }) => key))).toEqual(new Set(keys));
  await other.close();
});

it('fetches more than it is asked for, and keeps nobody else from them', async () => {
  for (const key of ['a', 'b', 'c']) await add(key);
  const [first] = await queue.take(1);
  if (first) await takeLease(store, first.key, 'worker', 10_000);
  const other = await JobQueue.open(store);
  const names = async (jobs: ReturnType<JobQueue['take']>) => (await jobs).map(({ key }) => key).sort();
  const rest = ['a', 'b', 'c'].filter((key) => key !== first?.key);
  expect(await names(other.take(10))).toEqual(rest);
  expect(await names(queue.take(10))).toEqual(expect.arrayContaining(rest));
  await other.close();
});

it('hands an account out again whose job was lost with a worker, as long as it is due', async () => {
  await add('a');
  expect(await jobsOf(10)).toEqual(['a import']);
  expect(await jobsOf(10)).toEqual(['a import']);
  await takeLease(store, 'a', 'worker', 10_000);
  expect(await jobsOf(10)).toEqual([]);
});

it('does the jobs of an older version, and those of a newer one that says they can be done', async () => {
  await write({ account: 'old' });
  await write({ v: 2, minReader: 1, account: 'new', priority: 'high', nested: { more: true } });
  expect((await jobsOf(10)).sort()).toEqual(['new import', 'old import']);
});

it('leaves a job to a newer worker with every field that it does not know', async () => {
  const data = { v: 3, minReader: 3, account: 'future', what: { only: 'version 3 knows' } };
  await write(data);
  expect(await jobsOf(10)).toEqual([]);
  expect(left).toEqual(['future 3']);
  const { rows } = await runSql(store.db, 'select data from billbee_importer_queue.job');
  expect(rows).toEqual([{ data }]);
});

it('reads no account out of what no version writes', async () => {
  for (const data of [null, undefined, 'x', {}, { account: '' }, { account: 5 }]) {
    expect(readPayload(data)).toBeUndefined();
  }
  expect(isForUs({ v: 9, minReader: 1, account: 'a', kind: 'import' })).toBe(true);
  await write({ account: 5 });
  expect(await jobsOf(10)).toEqual([]);
});

it('throws what the database says instead of finding no job', async () => {
  const broken = await openEmbeddedDatabase('memory://', { migrations });
  const other = await JobQueue.open(broken);
  await runSql(broken.db, 'drop schema billbee_importer_queue cascade');
  await expect(other.take(1)).rejects.toThrow();
  await other.close();
  await broken.close();
});
