import { dueAccounts } from 'importer-accounts';
import type { Store } from 'importer-core';
import { runSql } from 'importer-core/store';
import PgBoss from 'pg-boss';
import { isForUs, readPayload, writePayload } from './job-payload.js';
import type { Job, WorkKind, WorkQueue } from './work-queue.js';

const name = 'account-work';
/** Accounts put into the queue at a time. */
const most = 500;
/** Reports are short. */
const priorities: Readonly<Record<WorkKind, number>> = { report: 1, import: 0 };
/** Jobs fetched at a time: short ones end one by one, and each fetch costs the database more than a short job. */
const batch = 10;
const newerWorkerSeconds = 5;
/** Clears away what a worker had fetched when it died; the account itself is due all the while. */
const expireSeconds = 900;

interface NewJob {
  readonly data: object;
  readonly singletonKey: string;
  readonly priority: number;
  readonly startAfter?: Date;
}

export interface JobQueueOptions {
  /** Told about a job that only a newer worker may do. */
  readonly onLeft?: (account: string, minReader: number) => void;
  /** Told what goes wrong when nobody asks: the next call that meets the same problem throws it. */
  readonly onError?: (error: unknown) => void;
}

/**
 * The queue of all workers of a database, on pg-boss: hands each account that is due to one of them, reports first. A job says no more
 * than "look at this account": whether it is due, fails or is given up stands in the schedule alone. So a job is gone as soon
 * as somebody has taken it, and when the queue is empty it is filled from the schedule. Jobs live in the schema
 * `billbee_importer_queue`.
 */
export class JobQueue implements WorkQueue {
  /** A killed worker's accounts are free at any moment. */
  readonly longestLookMs = 500;
  readonly #boss: PgBoss;
  readonly #store: Store;
  readonly #options: JobQueueOptions;
  /** Jobs that wait in this process. Their accounts are due all the while: whoever has nothing else to do takes them. */
  readonly #fetched: Job[] = [];

  private constructor(boss: PgBoss, store: Store, options: JobQueueOptions) {
    this.#boss = boss;
    this.#store = store;
    this.#options = options;
    boss.on('error', (error) => options.onError?.(error));
  }

  /** Opens the queue on the store's own connections; the first time, its tables are made, by one process at a time. */
  static async open(store: Store, options: JobQueueOptions = {}): Promise<JobQueue> {
    const boss = new PgBoss({
      db: sqlOf(store.db),
      schema: 'billbee_importer_queue',
      schedule: false,
      maintenanceIntervalSeconds: 60,
      archiveFailedAfterSeconds: 86_400,
      deleteAfterDays: 1,
    });
    const queue = new JobQueue(boss, store, options);
    const lock = "hashtextextended('billbee-importer:queue', 0)";
    await store.db.connection().execute(async (connection) => {
      await runSql(connection, `select pg_advisory_lock(${lock})`);
      try {
        await boss.start();
        await boss.createQueue(name, {
          name,
          policy: 'short',
          retryLimit: 0,
          expireInSeconds: expireSeconds,
        });
      } finally {
        await runSql(connection, `select pg_advisory_unlock(${lock})`);
      }
    });
    return queue;
  }

  async take(wanted: number): Promise<readonly Job[]> {
    if (this.#fetched.length < wanted) {
      const size = Math.max(wanted, batch) - this.#fetched.length;
      const jobs = await this.#fetch(size);
      this.#fetched.push(...jobs);
      if (jobs.length < size && (await this.#fill()))
        this.#fetched.push(...(await this.#fetch(size - jobs.length)));
    }
    return this.#fetched.splice(0, wanted);
  }

  async close(): Promise<void> {
    await this.#boss.stop({ graceful: false, close: false });
  }

  /** @returns whether there was anything to put in; an account that waits in the queue already is there once */
  async #fill(): Promise<boolean> {
    const due = await dueAccounts(this.#store.db, { accounts: true }, most);
    await this.#insert(
      due.map(({ key, work }) => ({
        data: writePayload(key, work),
        singletonKey: key,
        priority: priorities[work],
      })),
    );
    return due.length > 0;
  }

  async #fetch(batchSize: number): Promise<Job[]> {
    const { db, problem } = this.#watched();
    const found = await this.#boss.fetch<object>(name, { batchSize, db });
    if (problem.met) throw problem.error;
    if (found.length === 0) return [];
    await this.#boss.deleteJob(
      name,
      found.map(({ id }) => id),
    );
    const jobs: Job[] = [];
    for (const { id, data } of found) {
      const payload = readPayload(data);
      // One that names no account was written by no version; the account that was meant is due all the same.
      if (!payload) continue;
      if (isForUs(payload)) jobs.push({ key: payload.account, kind: payload.kind });
      else await this.#leave(id, data, payload.account, payload.minReader);
    }
    // The database picks by priority, and returns what it picked in any order.
    return jobs.sort((one, other) => priorities[other.kind] - priorities[one.kind]);
  }

  async #leave(id: string, data: object, account: string, minReader: number): Promise<void> {
    const startAfter = new Date(Date.now() + newerWorkerSeconds * 1000);
    // A key of its own: it must not become one with another job that waits.
    await this.#insert([{ data, singletonKey: `left ${id}`, priority: 0, startAfter }]);
    this.#options.onLeft?.(account, minReader);
  }

  async #insert(jobs: readonly NewJob[]): Promise<void> {
    if (jobs.length > 0) await this.#boss.insert(jobs.map((job) => ({ ...job, name })));
  }

  /** pg-boss takes every error of a fetch for a job that somebody else was quicker to get. */
  #watched(): { db: PgBoss.Db; problem: { met: boolean; error: unknown } } {
    const problem = { met: false, error: undefined as unknown };
    const { executeSql } = sqlOf(this.#store.db);
    const db: PgBoss.Db = {
      executeSql: (text, values) =>
        executeSql(text, values).catch((error: unknown) => {
          Object.assign(problem, { met: true, error });
          throw error;
        }),
    };
    return { db, problem };
  }
}

function sqlOf(db: Store['db']): PgBoss.Db {
  return { executeSql: (text, values) => runSql(db, text, values) };
}
