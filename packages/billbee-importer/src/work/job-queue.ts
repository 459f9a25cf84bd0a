import { setTimeout as delay } from 'node:timers/promises';
import type { Store } from 'importer-core';
import { runSql } from 'importer-core/store';
import PgBoss from 'pg-boss';
import { type JobKind, type JobPayload, readPayload, writePayload } from './job-payload.js';

/** A job in somebody's hands. */
export interface Job {
  readonly id: string;
  readonly kind: JobKind;
  readonly payload: JobPayload | undefined;
  /** The payload as it was written, with what this version does not know. */
  readonly data: object;
  /** It will not be tried again when it fails now. */
  readonly lastTry: boolean;
}

export interface NewJob {
  readonly account: string;
  readonly kind: JobKind;
}

const queues: Readonly<Record<JobKind, string>> = { import: 'import', report: 'report' };
const deadLetters = 'dead';
/** Tries after the first, 5 s, 10 s, 20 s … apart. */
const retries = 5;
const retryDelaySeconds = 5;
/** The lease of an account's turn is what frees the work of a dead worker; this only clears the queue. */
const expireSeconds = 900;
const newerWorkerSeconds = 5;

/** SQLSTATE `deadlock_detected`. */
const deadlock = '40P01';
const mostAttempts = 5;

/**
 * The jobs of all accounts, on pg-boss: at most one waits per account and kind, failed ones are tried again with growing
 * distance, and what fails for good lies in the queue of dead letters. Jobs live in the schema `billbee_importer_queue`.
 */
export class JobQueue {
  readonly #boss: PgBoss;
  readonly #db: PgBoss.Db;

  private constructor(boss: PgBoss, db: PgBoss.Db) {
    this.#boss = boss;
    this.#db = db;
    // Reported by the call that meets the same problem next.
    boss.on('error', () => {});
  }

  /**
   * Opens the queue on the store's own connections; the first time, its tables are made.
   *
   * @param supervise whether this process also clears away what is old
   */
  static async open(store: Store, options: { supervise?: boolean } = {}): Promise<JobQueue> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await JobQueue.#open(store, options);
      } catch (error) {
        // Workers that start together make the queue's tables together: PostgreSQL ends one of them, which tries again.
        if ((error as { code?: unknown }).code !== deadlock || attempt === mostAttempts) throw error;
        await delay(attempt * 200);
      }
    }
  }

  static async #open(store: Store, { supervise = true }: { supervise?: boolean }): Promise<JobQueue> {
    const db = sqlOf(store.db);
    const boss = new PgBoss({
      db,
      schema: 'billbee_importer_queue',
      schedule: false,
      supervise,
      maintenanceIntervalSeconds: 60,
      archiveFailedAfterSeconds: 7 * 86_400,
      deleteAfterDays: 30,
    });
    const queue = new JobQueue(boss, db);
    await boss.start();
    await boss.createQueue(deadLetters);
    for (const name of Object.values(queues)) {
      await boss.createQueue(name, {
        name,
        policy: 'short',
        retryLimit: retries,
        retryDelay: retryDelaySeconds,
        retryBackoff: true,
        expireInSeconds: expireSeconds,
        deadLetter: deadLetters,
      });
    }
    return queue;
  }

  /** Puts jobs into the queue; one that waits already for the same account and kind is that job. */
  async add(jobs: readonly NewJob[], db?: Store['db']): Promise<void> {
    if (jobs.length === 0) return;
    const rows = jobs.map(({ account, kind }) => ({
      name: queues[kind],
      data: writePayload(account),
      singletonKey: account,
    }));
    await this.#boss.insert(rows, db ? { db: sqlOf(db) } : {});
  }

  /**
   * Takes up to `most` jobs, reports first because they are short.
   *
   * @throws what the database throws
   */
  async take(most: number): Promise<readonly Job[]> {
    const jobs: Job[] = [];
    for (const kind of ['report', 'import'] as const) {
      const batchSize = most - jobs.length;
      if (batchSize < 1) break;
      const { db, problem } = this.#watched();
      const found = await this.#boss.fetch<object>(queues[kind], { batchSize, includeMetadata: true, db });
      if (problem.met) throw problem.error;
      for (const { id, data, retryCount, retryLimit } of found) {
        jobs.push({ id, kind, payload: readPayload(data), data, lastTry: retryCount >= retryLimit });
      }
    }
    return jobs;
  }

  /** Ends a job that is done; nothing of it stays. */
  async done({ kind, id }: Job): Promise<void> {
    await this.#boss.deleteJob(queues[kind], id);
  }

  /** Ends a job that failed; it comes back, or becomes a dead letter when this was the last try. */
  async failed({ kind, id }: Job, code: string): Promise<void> {
    await this.#boss.fail(queues[kind], id, { code });
  }

  /** Makes a job a dead letter at once: trying again would not help. */
  async bury({ kind, id, payload }: Job, code: string): Promise<void> {
    await this.#boss.insert([{ name: deadLetters, data: { ...payload, kind, code } }]);
    await this.#boss.deleteJob(queues[kind], id);
  }

  /** Leaves a job to a newer worker. */
  async leave({ kind, id, data }: Job): Promise<void> {
    await this.#boss.insert([
      {
        name: queues[kind],
        data,
        // A key of its own: it must not become one with another job that waits.
        singletonKey: `left ${id}`,
        startAfter: new Date(Date.now() + newerWorkerSeconds * 1000),
      },
    ]);
    await this.#boss.deleteJob(queues[kind], id);
  }

  /** Jobs that wait, and dead letters. */
  async sizes(): Promise<{ readonly waiting: number; readonly dead: number }> {
    const [imports, reports, dead] = await Promise.all(
      [queues.import, queues.report, deadLetters].map((name) => this.#boss.getQueueSize(name)),
    );
    return { waiting: (imports ?? 0) + (reports ?? 0), dead: dead ?? 0 };
  }

  async close(): Promise<void> {
    await this.#boss.stop({ graceful: false, close: false });
  }

  /** pg-boss takes every error of a fetch for a job that somebody else was quicker to get. */
  #watched(): { db: PgBoss.Db; problem: { met: boolean; error: unknown } } {
    const problem = { met: false, error: undefined as unknown };
    const db: PgBoss.Db = {
      executeSql: (text, values) =>
        this.#db.executeSql(text, values).catch((error: unknown) => {
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
