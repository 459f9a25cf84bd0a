import type { Store } from 'importer-core';
import { openEmbeddedDatabase } from 'importer-core/node';
import { runSql } from 'importer-core/store';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { migrations } from '../session/open-database.js';
import { isForUs, readPayload } from './job-payload.js';
import { JobQueue } from './job-queue.js';

let store: Store;
let queue: JobQueue;
beforeAll(async () => {
  store = await openEmbeddedDatabase('memory://', { migrations });
  queue = await JobQueue.open(store, { supervise: false });
});
afterAll(async () => {
  await queue.close();
  await store.close();
});

/** Puts a job into the queue as another version would have. */
async function write(data: object): Promise<void> {
  await runSql(
    store.db,
    `insert into billbee_importer_queue.job (name, data, policy, retry_limit, singleton_key) values ('import', $1::jsonb, 'short', 5, $1)`,
    [JSON.stringify(data)],
  );
}

it('holds one waiting job per account and kind, and gives reports out first', async () => {
  await queue.add([
    { account: 'a', kind: 'import' },
    { account: 'b', kind: 'report' },
  ]);
  await queue.add([{ account: 'a', kind: 'import' }]);
  const jobs = await queue.take(10);
  expect(jobs.map(({ kind, payload }) => `${payload?.account} ${kind}`)).toEqual(['b report', 'a import']);
  // While one is at work another may wait: something new has come.
  await queue.add([{ account: 'a', kind: 'import' }]);
  for (const job of [...jobs, ...(await queue.take(10))]) await queue.done(job);
  expect(await queue.sizes()).toEqual({ waiting: 0, dead: 0 });
});

it('tries a failed job again later, and keeps it as a dead letter in the end', async () => {
  await queue.add([{ account: 'a', kind: 'import' }]);
  for (let tries = 0; ; tries += 1) {
    const [job] = await queue.take(1);
    if (!job) throw new Error('no job');
    expect(job.lastTry).toBe(tries === 5);
    await queue.failed(job, 'throttled');
    if (job.lastTry) break;
    expect(await queue.take(1)).toEqual([]);
    await runSql(store.db, `update billbee_importer_queue.job set start_after = now() - interval '1 second'`);
  }
  expect(await queue.sizes()).toEqual({ waiting: 0, dead: 1 });
});

it('buries at once what trying again cannot help', async () => {
  await queue.add([{ account: 'b', kind: 'import' }]);
  for (const job of await queue.take(1)) await queue.bury(job, 'unauthorized');
  const { rows } = await runSql(
    store.db,
    `select data from billbee_importer_queue.job where name = 'dead' and data->>'account' = 'b'`,
  );
  expect(rows).toEqual([
    { data: { v: 1, minReader: 1, account: 'b', kind: 'import', code: 'unauthorized' } },
  ]);
});

it('does the jobs of an older version, and those of a newer one that says they can be done', async () => {
  await write({ account: 'old' });
  await write({ v: 2, minReader: 1, account: 'new', priority: 'high', nested: { more: true } });
  const jobs = await queue.take(10);
  expect(jobs.map(({ payload }) => payload?.account).sort()).toEqual(['new', 'old']);
  for (const job of jobs) {
    expect(job.payload && isForUs(job.payload)).toBe(true);
    await queue.done(job);
  }
});

it('leaves a job to a newer worker with every field that it does not know', async () => {
  const data = { v: 3, minReader: 3, account: 'future', what: { only: 'version 3 knows' } };
  await write(data);
  const [job] = await queue.take(1);
  if (!job?.payload) throw new Error('no job');
  expect(isForUs(job.payload)).toBe(false);
  await queue.leave(job);
  expect(await queue.take(1)).toEqual([]);
  await runSql(
    store.db,
    `update billbee_importer_queue.job set start_after = now() - interval '1 second' where name = 'import'`,
  );
  const [again] = await queue.take(1);
  expect(again?.data).toEqual(data);
  if (again) await queue.done(again);
});

it('reads no account out of what no version writes', () => {
  for (const data of [null, undefined, 'x', {}, { account: '' }, { account: 5 }]) {
    expect(readPayload(data)).toBeUndefined();
  }
});

it('throws what the database says instead of finding no job', async () => {
  const broken = await openEmbeddedDatabase('memory://', { migrations });
  const other = await JobQueue.open(broken, { supervise: false });
  await runSql(broken.db, 'drop schema billbee_importer_queue cascade');
  await expect(other.take(1)).rejects.toThrow();
  await other.close();
  await broken.close();
});
