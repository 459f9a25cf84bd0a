import { type MonthPlan, pickDueAccounts, planMonth, postpone } from 'importer-accounts';
import { forgetOldRuns } from 'importer-core/store';
import { codeOf, type Log, messageOf } from '../log/log.js';
import { eitherSignal } from './either-signal.js';
import { isForUs } from './job-payload.js';
import type { Job, JobQueue } from './job-queue.js';
import { runTurn } from './run-turn.js';
import type { TurnParts, TurnResult } from './turn.js';
import type { WorkSettings } from './work-settings.js';

export interface WorkerOptions extends Omit<TurnParts, 'holder' | 'month' | 'settings'> {
  readonly queue: JobQueue;
  readonly settings: WorkSettings;
  readonly log: Log;
  readonly holder: string;
  readonly version: string;
  /** Told about every turn that ended. */
  onTurn(account: string, result: TurnResult, elapsedMs: number): void;
  /** Told how many turns are under way. */
  onTurns(turns: number): void;
  onMonth(plan: MonthPlan): void;
}

/** How often a worker without anything to do looks for jobs, and for accounts that are due. */
const lookMs = 500;
const planMs = 60_000;
/** Accounts put into the queue at a time. */
const most = 500;
/** A worker that has not looked for jobs for so long hangs. */
const stuckMs = 60_000;
/** After an error of the database. */
const pauseMs = 1000;

/**
 * A worker: puts accounts that are due into the queue, takes jobs as many as it can carry, and runs their turns. Any number of
 * them work side by side; what one is at when it is killed, another takes over when its lease has run out.
 */
export class Worker {
  readonly #options: WorkerOptions;
  readonly #running = new Set<Promise<void>>();
  #month: MonthPlan = { calls: 0, planned: 0, callsLeft: undefined, stretch: 1 };
  #plannedAt = Number.NEGATIVE_INFINITY;
  #sleep: AbortController | undefined;
  #failing = false;
  #lookedAt: number;

  constructor(options: WorkerOptions) {
    this.#options = options;
    this.#lookedAt = options.clock.now();
  }

  /** Turns under way. */
  get turns(): number {
    return this.#running.size;
  }

  /** The worker looks for jobs again and again, and the database answers. */
  get healthy(): boolean {
    return !this.#failing && !this.hangs;
  }

  /** It has not come to look for jobs for a minute. */
  get hangs(): boolean {
    return this.#options.clock.now() - this.#lookedAt > stuckMs;
  }

  /** There may be something new in the queue. */
  wake(): void {
    this.#sleep?.abort();
  }

  /** Works until `stop`; turns under way come to their next safe point first. */
  async run(): Promise<void> {
    const { log, settings, stop, version } = this.#options;
    log.write('worker-started', { concurrency: settings.concurrency, leaseMs: settings.leaseMs, version });
    while (!stop.aborted) {
      try {
        this.#lookedAt = this.#options.clock.now();
        await this.#plan();
        const free = settings.concurrency - this.#running.size;
        const jobs = free > 0 ? await this.#options.queue.take(free) : [];
        this.#failing = false;
        for (const job of jobs) this.#start(job);
        if (jobs.length < free || free === 0) await this.#wait(lookMs);
      } catch (error) {
        this.#failing = true;
        log.write('database-failed', { code: codeOf(error) });
        await this.#wait(pauseMs);
      }
    }
    log.write('worker-stopping', { turns: this.#running.size });
    await Promise.all(this.#running);
    log.write('worker-stopped', {});
  }

  async #plan(): Promise<void> {
    const { store, queue, clock, settings, log } = this.#options;
    const now = clock.now();
    if (now - this.#plannedAt >= planMs) {
      const before = this.#month.stretch;
      this.#month = await planMonth(store, settings, now);
      this.#plannedAt = now;
      this.#options.onMonth(this.#month);
      await forgetOldRuns(store, now);
      const { calls, planned, stretch } = this.#month;
      if (stretch > 1 && Math.abs(stretch - before) > 0.1)
        log.write('month-stretched', { calls, planned, stretch });
    }
    await store.db.transaction().execute(async (trx) => {
      const due = await pickDueAccounts(trx, most);
      await queue.add(
        due.map(({ account, work }) => ({ account, kind: work })),
        trx,
      );
    });
  }

  #start(job: Job): void {
    const turn = this.#do(job)
      .catch((error: unknown) => {
        this.#failing = true;
        this.#options.log.write('database-failed', { code: codeOf(error) });
      })
      .finally(() => {
        this.#running.delete(turn);
        this.#options.onTurns(this.#running.size);
        this.wake();
      });
    this.#running.add(turn);
    this.#options.onTurns(this.#running.size);
  }

  async #do(job: Job): Promise<void> {
    const { queue, log, clock } = this.#options;
    const { payload } = job;
    if (!payload) return queue.bury(job, 'job-unreadable');
    const { account, minReader } = payload;
    if (!isForUs(payload)) {
      log.write('job-left', { account, minReader });
      return queue.leave(job);
    }
    const startedAt = clock.now();
    const month = (): { stretch: number; exhausted: boolean } => ({
      stretch: this.#month.stretch,
      exhausted: this.#month.callsLeft === 0,
    });
    const result = await runTurn(account, { ...this.#options, month });
    const elapsedMs = clock.now() - startedAt;
    this.#options.onTurn(account, result, elapsedMs);
    this.#tell(job, account, result, elapsedMs);
    if (result.outcome !== 'failed') return queue.done(job);
    const code = codeOf(result.error);
    if (result.mayPass && !job.lastTry) return queue.failed(job, code);
    log.write('job-buried', { account, work: job.kind, code });
    if (result.mayPass) {
      await queue.failed(job, code);
      return this.#giveUp(account);
    }
    return queue.bury(job, code);
  }

  /** The queue has tried often enough: the account's next turn comes when a quiet account's would. */
  async #giveUp(account: string): Promise<void> {
    const { store, settings } = this.#options;
    await postpone(store, account, settings.longestMs);
  }

  #tell(job: Job, account: string, result: TurnResult, elapsedMs: number): void {
    const { log } = this.#options;
    const { outcome, error, read, created, skipped, held, calls, retries, sent, nextMs } = result;
    if (outcome === 'busy') return;
    if (outcome === 'lost') log.write('turn-lost', { account });
    const failed = error !== undefined ? { code: codeOf(error), message: messageOf(error) } : {};
    const figures = { read, created, skipped, held, calls, retries, sent, elapsedMs, nextMs };
    log.write('turn-ended', { account, work: job.kind, outcome, ...failed, ...figures });
  }

  async #wait(milliseconds: number): Promise<void> {
    const { clock, stop } = this.#options;
    const sleep = new AbortController();
    const either = eitherSignal(stop, sleep.signal);
    this.#sleep = sleep;
    try {
      await clock.sleep(milliseconds, either.signal);
    } catch {
      // Woken, or to end.
    } finally {
      either.unlink();
      this.#sleep = undefined;
    }
  }
}
