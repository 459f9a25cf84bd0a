import { type MonthPlan, planMonth } from 'importer-accounts';
import { monotonicNow } from 'importer-core/service';
import { forgetOldEvents, forgetOldRuns } from 'importer-core/store';
import { codeOf, type Log } from '../log/log.js';
import { eitherSignal } from './either-signal.js';
import { workOnAccount } from './work-on-account.js';
import type { WorkParts, WorkRequest } from './work-parts.js';
import type { WorkKind, WorkQueue } from './work-queue.js';
import type { WorkResult } from './work-result.js';
import type { WorkSettings } from './work-settings.js';

export interface WorkerOptions extends Omit<WorkParts, 'month' | 'settings'> {
  readonly queue: WorkQueue;
  readonly settings: WorkSettings;
  readonly log: Log;
  readonly version: string;
  /** Told about all work that ended. */
  onWork(work: EndedWork): void;
  /** Told how many accounts are worked on. */
  onCount(count: number): void;
  onMonth(plan: MonthPlan): void;
  /** An entry of the schedule that is no account of the store, and how often it is polled. */
  readonly merchant?: { readonly key: string; readonly everyMs: number } | undefined;
  /** Done once an hour, beside the work. */
  keepHouse(): Promise<void>;
}

export interface EndedWork {
  /** Of the account's entry in the schedule. */
  readonly key: string;
  /** `order`: single orders that somebody has asked for, and who hears himself what became of it. */
  readonly kind: WorkKind | 'order';
  readonly result: WorkResult;
  readonly elapsedMs: number;
}

/** After the first look that found nothing; the next ones come at growing distance, as far as the queue allows. */
const lookMs = 500;
const planMs = 60_000;
const houseMs = 3_600_000;
/** A worker that has not looked for jobs for so long hangs. */
const stuckMs = 60_000;
/** After an error of the database. */
const pauseMs = 1000;
/** How often one that somebody waits for looks whether the lease is free. */
const leaseLookMs = 200;

/**
 * A worker: takes jobs, as many as it can carry, and works on their accounts. Any number of them work side by side; what one is at
 * when it is killed, another takes over when its lease has run out.
 */
export class Worker {
  readonly #options: WorkerOptions;
  readonly #running = new Map<string, Promise<unknown>>();
  #asked = 0;
  #month: MonthPlan = { calls: 0, planned: 0, callsLeft: undefined, stretch: 1 };
  #plannedAt = Number.NEGATIVE_INFINITY;
  #keptHouseAt = Number.NEGATIVE_INFINITY;
  #sleep: AbortController | undefined;
  /** Somebody has something new since jobs were looked for last. */
  #woken = false;
  #failing = false;
  #waitMs = lookMs;
  #lookedAt: number;

  constructor(options: WorkerOptions) {
    this.#options = options;
    this.#lookedAt = monotonicNow(options.clock);
  }

  /** Accounts that are worked on. */
  get count(): number {
    return this.#running.size;
  }

  /** The worker looks for jobs again and again, and the database answers. */
  get healthy(): boolean {
    return !this.#failing && !this.hangs;
  }

  /** It has not come to look for jobs for a minute. */
  get hangs(): boolean {
    return monotonicNow(this.#options.clock) - this.#lookedAt > stuckMs;
  }

  /** There may be something new to do. */
  wake(): void {
    this.#woken = true;
    this.#sleep?.abort();
  }

  /**
   * Works on an account at once, whether it is due or not, as soon as nobody else does.
   *
   * @param key of its entry in the schedule
   * @param signal ends the waiting for somebody else
   * @throws what the database throws, the signal's reason
   */
  async workNow(key: string, request: WorkRequest, signal: AbortSignal): Promise<WorkResult> {
    const kind = 'ids' in request ? 'order' : 'import';
    for (;;) {
      signal.throwIfAborted();
      this.#asked += 1;
      const result = await this.#track(`${key} ${this.#asked}`, this.#workOn(key, kind, request));
      if (result.outcome !== 'busy' || result.error !== undefined) return result;
      await this.#options.clock.sleep(leaseLookMs, signal);
    }
  }

  /** Works until `stop`; accounts that are worked on come to their next safe point first. */
  async run(): Promise<void> {
    const { log, settings, stop, version, queue } = this.#options;
    log.write('worker-started', { concurrency: settings.concurrency, leaseMs: settings.leaseMs, version });
    while (!stop.aborted) {
      try {
        this.#lookedAt = monotonicNow(this.#options.clock);
        await this.#plan();
        const free = settings.concurrency - this.#running.size;
        if (this.#woken) this.#waitMs = lookMs;
        this.#woken = false;
        const jobs = free > 0 ? await queue.take(free) : [];
        this.#failing = false;
        for (const { key, kind } of jobs) this.#start(key, kind);
        if ((jobs.length < free && !this.#woken) || free <= 0) {
          await this.#wait(this.#waitMs);
          this.#waitMs = Math.min(queue.longestLookMs, this.#waitMs * 2);
        }
      } catch (error) {
        this.#failed(error);
        await this.#wait(pauseMs);
      }
    }
    log.write('worker-stopping', { leases: this.#running.size });
    await Promise.allSettled(this.#running.values());
    log.write('worker-stopped', {});
  }

  async #plan(): Promise<void> {
    const { store, clock, settings, log, merchant } = this.#options;
    const now = clock.now();
    const at = monotonicNow(clock);
    if (at - this.#plannedAt < planMs) return;
    const before = this.#month.stretch;
    this.#month = await planMonth(store, settings, now, merchant);
    this.#plannedAt = at;
    this.#options.onMonth(this.#month);
    await forgetOldRuns(store, now);
    await forgetOldEvents(store, now);
    if (at - this.#keptHouseAt >= houseMs) {
      this.#keptHouseAt = at;
      await this.#options.keepHouse();
    }
    const { calls, planned, stretch } = this.#month;
    if (stretch > 1 && Math.abs(stretch - before) > 0.1)
      log.write('month-stretched', { calls, planned, stretch });
  }

  #start(key: string, kind: WorkKind): void {
    if (this.#running.has(key)) return;
    void this.#track(key, this.#workOn(key, kind)).catch((error: unknown) => this.#failed(error));
  }

  async #track<T>(name: string, work: Promise<T>): Promise<T> {
    this.#running.set(name, work);
    this.#options.onCount(this.#running.size);
    try {
      return await work;
    } finally {
      this.#running.delete(name);
      this.#options.onCount(this.#running.size);
      this.wake();
    }
  }

  async #workOn(key: string, kind: EndedWork['kind'], request?: WorkRequest): Promise<WorkResult> {
    const { clock, onWork } = this.#options;
    const startedAt = monotonicNow(clock);
    const month = (): { stretch: number; exhausted: boolean } => ({
      stretch: this.#month.stretch,
      exhausted: this.#month.callsLeft === 0,
    });
    const result = await workOnAccount(key, { ...this.#options, month }, request);
    if (result.outcome !== 'busy') onWork({ key, kind, result, elapsedMs: monotonicNow(clock) - startedAt });
    return result;
  }

  #failed(error: unknown): void {
    this.#failing = true;
    this.#options.log.write('database-failed', { code: codeOf(error) });
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
