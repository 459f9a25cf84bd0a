import {
  type AccountLease,
  billingMonthLeft,
  endLease,
  type LeaseEnd,
  requestedRetries,
  takeHints,
  takeLease,
} from 'importer-accounts';
import { type ImportSummary, importOrders, runImport, type Target } from 'importer-core';
import { monotonicNow } from 'importer-core/service';
import { codeOf } from '../log/log.js';
import { AccountReports } from './account-reports.js';
import { eitherSignal } from './either-signal.js';
import { endOfFailure, otherRunMs } from './end-of-failure.js';
import { keepLease } from './keep-lease.js';
import { lookAfterWebhooks } from './look-after-webhooks.js';
import { nextPollIn } from './next-poll.js';
import type { WorkParts, WorkRequest } from './work-parts.js';
import type { StepResults, WorkResult, WorkStep } from './work-result.js';
import { optionsOf, type WorkSession } from './work-session.js';

const none = { read: 0, created: 0, skipped: 0, held: 0, calls: 0, retries: 0, sent: 0 };
const hourMs = 3_600_000;

/**
 * Works on one account: registration for webhooks, reports, hints, retries that were requested, and the poll when it is due, one after
 * another and within one lease, so that the account's limits are kept by being alone. Whatever happens, the lease is ended
 * with the time of the next work; only a kill leaves it to run out.
 *
 * @param key of the account in the schedule
 */
export async function workOnAccount(
  key: string,
  parts: WorkParts,
  request?: WorkRequest,
): Promise<WorkResult> {
  const { store, clock, settings, worker, stop } = parts;
  const lease = await takeLease(store, key, worker, settings.leaseMs, { dueOrNot: request !== undefined });
  if (!lease) return { outcome: 'busy', step: 'poll', dead: false, steps: {}, ...none };
  const kept = keepLease(store, lease, settings.leaseMs, clock);
  const either = eitherSignal(stop, kept.lost);
  const work = new AccountWork(lease, parts, either.signal);
  let result: WorkResult;
  try {
    result = await work.run(request);
  } catch (error) {
    result = work.failed(error, kept.lost.aborted);
  }
  kept.end();
  either.unlink();
  await endLease(store, lease, work.end);
  return { ...result, nextMs: work.end.dueInMs };
}

class AccountWork {
  readonly #lease: AccountLease;
  readonly #parts: WorkParts;
  readonly #signal: AbortSignal;
  readonly #startedAt: number;
  readonly #reports: AccountReports;
  readonly #steps: StepResults = {};
  #session: WorkSession | undefined;
  #usageBefore = { calls: 0, retries: 0 };
  #target: Target | undefined;
  #tally = { ...none };
  #poll: string | undefined;
  #step: WorkStep = 'poll';
  /** Something is known to be new at Billbee, and only this work knows. */
  #mustPoll: boolean;
  end: LeaseEnd = {};

  constructor(lease: AccountLease, parts: WorkParts, signal: AbortSignal) {
    this.#lease = lease;
    this.#parts = parts;
    this.#signal = signal;
    this.#startedAt = monotonicNow(parts.clock);
    this.#mustPoll = lease.takenOver;
    this.#reports = new AccountReports(parts, signal);
  }

  async run(request: WorkRequest | undefined): Promise<WorkResult> {
    const session = await this.#parts.openSession(this.#lease.key);
    if (!session) {
      this.end = { dueInMs: Number.POSITIVE_INFINITY, retryInMs: hourMs };
      return this.#result('gone');
    }
    this.#session = session;
    this.#usageBefore = session.session.usage;
    if (this.#lease.cooldownMs > 0) await this.#parts.clock.sleep(this.#lease.cooldownMs, this.#signal);
    try {
      if (request && 'ids' in request) {
        await this.#importByIds(session, request.ids);
        return this.#result('done');
      }
      if (request) this.#mustPoll = true;
      return this.#withRefusal(await this.#allSteps(session));
    } finally {
      await this.#target?.close();
    }
  }

  async #allSteps(session: WorkSession): Promise<WorkResult> {
    const { store } = this.#parts;
    if (this.#lease.registerDue && session.webhooks) {
      this.#step = 'registration';
      const { told, againInMs } = await lookAfterWebhooks(
        session.session,
        session.webhooks,
        this.#parts,
        this.#signal,
      );
      this.#steps.registration = told;
      this.end = { ...this.end, registerInMs: againInMs };
    }
    if (this.#lease.reportsDue) await this.#sendReports(session);
    let pollDue = this.#lease.pollDue || this.#mustPoll;
    this.#step = 'hints';
    const hints = this.#lease.hinted ? await takeHints(store, this.#lease.key) : undefined;
    if (hints) this.#mustPoll = true;
    if (hints?.kind === 'poll') pollDue = true;
    // A hint may come before the order can be read by its id, or name it by another number.
    if (hints?.kind === 'orders' && (await this.#importByIds(session, hints.ids)) > 0) pollDue = true;
    const outcome =
      this.#lease.retriesRequested && (await this.#retryRequested(session))
        ? 'sliced'
        : pollDue
          ? await this.#pollOrders(session)
          : 'done';
    if (outcome === 'sliced') this.end = { dueInMs: 0, ...this.end };
    this.end = { failures: 0, failure: null, dead: false, ...this.end };
    // What others have put in meanwhile makes the account due again.
    const { retry, feedback } = this.#steps;
    if (this.#tally.created > 0 || retry || feedback) await this.#sendReports(session);
    return this.#result(outcome);
  }

  /** @returns how many of them Billbee does not have */
  async #importByIds(session: WorkSession, ids: readonly string[]): Promise<number> {
    this.#step = 'hints';
    const { summary, missing } = await importOrders({ ...(await this.#options(session)), ids });
    this.#steps.hints = summary;
    this.#count(summary);
    return missing.length;
  }

  /** Tries held orders that a person asked for, for one slice at most. @returns whether more of them wait */
  async #retryRequested(session: WorkSession): Promise<boolean> {
    this.#step = 'retry';
    const { account } = session.session;
    while (!this.#shouldYield()) {
      const retried = await session.retryRequested(this.#signal);
      if (!retried) return false;
      const { outcomes, closed } = retried;
      const before = this.#steps.retry;
      this.#steps.retry = {
        outcomes: [...(before?.outcomes ?? []), ...outcomes],
        closed: [...(before?.closed ?? []), ...closed],
      };
      const created = outcomes.filter(({ outcome }) => outcome === 'delivered').length;
      this.#count({ read: outcomes.length, created, skipped: 0, held: outcomes.length - created });
    }
    return (await requestedRetries(this.#parts.store, account, { most: 1 })).length > 0;
  }

  /** Sets when the next poll is due, unless this one was cut off. */
  async #pollOrders(work: WorkSession): Promise<'done' | 'sliced'> {
    this.#step = 'poll';
    const { clock, month } = this.#parts;
    const { session } = work;
    if (work.poll && month().exhausted) {
      const dueInMs = Math.min(hourMs, billingMonthLeft(clock.now()));
      this.end = { dueInMs, failure: 'budget-exhausted', ...this.end };
      return 'done';
    }
    if (work.asksUsage) await session.askUsage();
    const callsBefore = session.usage.calls;
    const { summary, outcome, error } = await runImport({
      ...(await this.#options(work)),
      shouldYield: () => this.#shouldYield(),
    });
    this.#poll = outcome;
    this.#steps.poll = summary;
    this.#count(summary);
    if (outcome === 'failed') throw error;
    if (outcome === 'aborted') throw this.#signal.reason;
    this.#step = 'feedback';
    const feedback = await work.readBack();
    if (feedback) this.#steps.feedback = feedback;
    if (outcome === 'limited') return 'sliced';
    const quietPolls = summary.created + summary.held > 0 ? 0 : this.#lease.quietPolls + 1;
    const callsPerPoll = 0.7 * this.#lease.callsPerPoll + 0.3 * (session.usage.calls - callsBefore);
    const dueInMs = await nextPollIn(work, {
      quietPolls,
      callsPerPoll,
      now: clock.now(),
      stretch: month().stretch,
    });
    this.end = { dueInMs, quietPolls, callsPerPoll, polled: true, ...this.end };
    return 'done';
  }

  async #options(session: WorkSession) {
    this.#target ??= await session.openTarget();
    return optionsOf(session, this.#target, this.#parts, this.#signal);
  }

  #shouldYield(): boolean {
    return monotonicNow(this.#parts.clock) - this.#startedAt >= this.#parts.settings.sliceMs;
  }

  async #sendReports({ session }: WorkSession): Promise<void> {
    this.#step = 'reports';
    await this.#reports.send(session);
    if (this.#reports.left) this.#steps.outbox = this.#reports.left;
  }

  /** Refused reports stay due: they end the work with a wait, and show why. */
  #withRefusal(result: WorkResult): WorkResult {
    const { refusal, isHindered } = this.#reports;
    if (isHindered) this.end = { ...this.end, retryInMs: otherRunMs };
    if (!refusal) return result;
    const retryInMs = this.#reports.waitMs(this.end.dueInMs);
    this.end = { ...this.end, failures: this.#lease.failures + 1, failure: codeOf(refusal), retryInMs };
    return { ...result, step: 'reports', error: refusal };
  }

  /** Ends work that threw. */
  failed(error: unknown, lost: boolean): WorkResult {
    const { stop, settings } = this.#parts;
    const poll = this.#session?.poll;
    // An account that is only polled when somebody asks is left until then.
    const longestMs = this.#session ? (poll?.longestMs ?? Number.POSITIVE_INFINITY) : settings.longestMs;
    const failures = this.#lease.failures + 1;
    const { outcome, end } = endOfFailure(error, { lost, stopped: stop.aborted, failures, longestMs });
    // The hints that were taken are not ready again, but a poll finds what they named.
    this.end = { ...this.end, ...(this.#mustPoll && { dueInMs: 0 }), ...end };
    const result = this.#result(outcome);
    return outcome === 'stopped' ? result : { ...result, error, dead: end.dead ?? false };
  }

  #count(summary: Pick<ImportSummary, 'read' | 'created' | 'skipped' | 'held'>): void {
    for (const name of ['read', 'created', 'skipped', 'held'] as const) this.#tally[name] += summary[name];
  }

  #result(outcome: WorkResult['outcome']): WorkResult {
    const { calls, retries } = this.#session?.session.usage ?? this.#usageBefore;
    return {
      outcome,
      step: this.#step,
      dead: false,
      ...this.#tally,
      sent: this.#reports.sent,
      calls: calls - this.#usageBefore.calls,
      retries: retries - this.#usageBefore.retries,
      poll: this.#poll,
      steps: this.#steps,
    };
  }
}
