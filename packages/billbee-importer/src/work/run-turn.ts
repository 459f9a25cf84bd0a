import {
  type AccountTurn,
  billingMonthLeft,
  endTurn,
  planPoll,
  retryWanted,
  type TurnEnd,
  takeHints,
  takeTurn,
  wantedHolds,
} from 'importer-accounts';
import { type ImportSummary, importOrders, registerWebhook, runImport, type Target } from 'importer-core';
import { codeOf } from '../log/log.js';
import type { Merchant } from '../session/account-session.js';
import { prepareForTarget } from '../session/import-options.js';
import { eitherSignal } from './either-signal.js';
import { keepLease } from './keep-lease.js';
import type { TurnParts, TurnResult } from './turn.js';
import { mayPass, refusedMs, TurnReports } from './turn-reports.js';

const none = { read: 0, created: 0, skipped: 0, held: 0, calls: 0, retries: 0, sent: 0 };
const dayMs = 86_400_000;
const registerAgainMs = 600_000;
/** While the queue tries a failed job again, nobody else starts one for the account. */
const queueRetryMs = 300_000;
/** Another process imports for this account without the queue, e.g. by hand. */
const otherRunMs = 15_000;

/**
 * One turn of an account: hints, reports, the poll when it is due, and the registration for webhooks, one after another and
 * within one lease, so that the account's limits are kept by being alone. Whatever happens, the turn is ended with the time of
 * the next one; only a kill leaves it to the lease.
 */
export async function runTurn(account: string, parts: TurnParts): Promise<TurnResult> {
  const { store, clock, settings, holder, stop } = parts;
  const turn = await takeTurn(store, account, holder, settings.leaseMs);
  if (!turn) return { outcome: 'busy', ...none };
  const lease = keepLease(store, turn, settings.leaseMs, clock);
  const either = eitherSignal(stop, lease.lost);
  const work = new Work(turn, parts, either.signal);
  let result: TurnResult;
  try {
    result = await work.run();
  } catch (error) {
    result = work.failed(error, lease.lost.aborted);
  }
  lease.end();
  either.unlink();
  await endTurn(store, turn, work.end);
  return { ...result, nextMs: work.end.dueInMs };
}

class Work {
  readonly #turn: AccountTurn;
  readonly #parts: TurnParts;
  readonly #signal: AbortSignal;
  readonly #startedAt: number;
  #merchant: Merchant | undefined;
  #tally = { ...none };
  #poll: string | undefined;
  readonly #reports: TurnReports;
  /** Something is known to be new at Billbee, and only this turn knows. */
  #mustPoll: boolean;
  end: TurnEnd & { dueInMs?: number } = {};

  constructor(turn: AccountTurn, parts: TurnParts, signal: AbortSignal) {
    this.#turn = turn;
    this.#parts = parts;
    this.#signal = signal;
    this.#startedAt = parts.clock.now();
    this.#mustPoll = turn.takenOver;
    this.#reports = new TurnReports(parts, signal);
  }

  async run(): Promise<TurnResult> {
    const { accounts, clock, settings } = this.#parts;
    const found = await accounts.get(this.#turn.account);
    if (!found?.enabled) {
      this.end = { dueInMs: settings.longestMs };
      return this.#result('gone');
    }
    if (this.#turn.calmMs > 0) await clock.sleep(this.#turn.calmMs, this.#signal);
    const merchant = await this.#parts.openMerchant(found);
    this.#merchant = merchant;
    const target = await merchant.openTarget();
    try {
      return this.#withRefusal(await this.#withTarget(merchant, target));
    } finally {
      await target.close();
    }
  }

  async #withTarget(merchant: Merchant, target: Target): Promise<TurnResult> {
    const { store } = this.#parts;
    await this.#register(merchant);
    await this.#reports.send(merchant);
    let pollDue = this.#turn.pollDue || this.#turn.takenOver;
    const hints = await takeHints(store, this.#turn.account);
    if (hints) this.#mustPoll = true;
    if (hints?.kind === 'orders') {
      const { summary, missing } = await importOrders({ ...this.#shared(merchant, target), ids: hints.ids });
      this.#count(summary);
      // A hint may come before the order can be read by its id, or name it by another number.
      if (missing.length > 0) pollDue = true;
    } else if (hints) {
      pollDue = true;
    }
    if (await this.#retryWanted(merchant, target)) {
      this.end = { dueInMs: 0, failures: 0, failure: null, ...this.end };
      await this.#reports.send(merchant);
      return this.#result('sliced');
    }
    if (!pollDue) {
      this.end = { failures: 0, failure: null, ...this.end };
      await this.#reports.send(merchant);
      return this.#result('done');
    }
    return this.#pollOrders(merchant, target);
  }

  /** Tries held orders that a person asked for, for one slice at most. @returns whether more of them wait */
  async #retryWanted(merchant: Merchant, target: Target): Promise<boolean> {
    const { store, clock, settings } = this.#parts;
    const { statusIds, setInProgressAfterImport: move, ...shared } = this.#shared(merchant, target);
    const setInProgressAfterImport = move && { ...move, fromStatusIds: statusIds };
    while (clock.now() - this.#startedAt < settings.sliceMs) {
      const outcomes = await retryWanted({ ...shared, setInProgressAfterImport });
      if (!outcomes) return false;
      const created = outcomes.filter(({ outcome }) => outcome === 'delivered').length;
      this.#count({ read: outcomes.length, created, skipped: 0, held: outcomes.length - created });
    }
    return (await wantedHolds(store, merchant.account, 1, target.id)).length > 0;
  }

  async #pollOrders(merchant: Merchant, target: Target): Promise<TurnResult> {
    const { clock, settings, month } = this.#parts;
    if (month().exhausted) {
      this.end = {
        dueInMs: Math.min(3_600_000, billingMonthLeft(clock.now())),
        failure: 'budget-exhausted',
        ...this.end,
      };
      return this.#result('done');
    }
    const callsBefore = merchant.usage.calls;
    const { summary, outcome, error } = await runImport({
      ...this.#shared(merchant, target),
      isSliceOver: () => clock.now() - this.#startedAt >= settings.sliceMs,
    });
    this.#poll = outcome;
    this.#count(summary);
    if (outcome === 'failed') throw error;
    if (outcome === 'aborted') throw this.#signal.reason;
    await merchant.readBack();
    await this.#reports.send(merchant);
    if (outcome === 'limited') {
      this.end = { dueInMs: 0, failures: 0, failure: null, ...this.end };
      return this.#result('sliced');
    }
    const quietPolls = summary.created + summary.held > 0 ? 0 : this.#turn.quietPolls + 1;
    const callsPerPoll = 0.7 * this.#turn.callsPerPoll + 0.3 * (merchant.usage.calls - callsBefore);
    const dueInMs = await this.#planNext(merchant, quietPolls, callsPerPoll);
    this.end = { dueInMs, quietPolls, callsPerPoll, polled: true, failures: 0, failure: null, ...this.end };
    return this.#result('done');
  }

  async #planNext(merchant: Merchant, quietPolls: number, callsPerPoll: number): Promise<number> {
    const { clock, settings, month } = this.#parts;
    const stopAt = merchant.limits?.stopAt;
    const used = stopAt === undefined ? 0 : await merchant.budget.callsThisMonth();
    const wait = planPoll({
      quietPolls,
      callsPerPoll,
      shortestMs: settings.shortestMs,
      longestMs: settings.longestMs,
      callsLeft: stopAt === undefined ? undefined : Math.max(0, stopAt - used),
      monthLeftMs: billingMonthLeft(clock.now()),
      stretch: month().stretch,
    });
    // Merchants whose polls once fell on the same second do not march in step for ever.
    return Math.round(wait * (0.95 + 0.1 * Math.random()));
  }

  #shared(merchant: Merchant, target: Target) {
    const { plan, source, account } = merchant;
    return {
      account,
      statusIds: plan.statusIds,
      source,
      store: this.#parts.store,
      target,
      clock: this.#parts.clock,
      prepare: prepareForTarget(plan),
      changes: plan.changes,
      setInProgressAfterImport: plan.statusAfterImport,
      tagsAfterImport: plan.tagsAfterImport,
      signal: this.#signal,
    };
  }

  /** Refused reports stay due: they end the turn with a wait, and show why. */
  #withRefusal(result: TurnResult): TurnResult {
    const { refusal } = this.#reports;
    if (!refusal) return result;
    const waitMs = this.#reports.waitMs(this.end.dueInMs);
    this.end = { ...this.end, failures: this.#turn.failures + 1, failure: codeOf(refusal), waitMs };
    return { ...result, error: refusal };
  }

  /** A failed registration keeps no order from coming in. */
  async #register({ account, webhooks: api }: Merchant): Promise<void> {
    const { store, clock } = this.#parts;
    if (!this.#turn.registerDue) return;
    const publicUrl = await this.#parts.publicUrlOf(account);
    try {
      await registerWebhook({ store, account, api, clock, publicUrl, signal: this.#signal });
      this.end = { ...this.end, registerInMs: dayMs };
    } catch {
      this.#signal.throwIfAborted();
      this.end = { ...this.end, registerInMs: registerAgainMs };
    }
  }

  /** Ends a turn that threw: what may pass is tried again by the queue, the rest waits for somebody to look at it. */
  failed(error: unknown, lost: boolean): TurnResult {
    const { stop, settings } = this.#parts;
    if (lost) {
      // Where nobody else has the turn yet, whoever comes next is to look at everything.
      this.end = { ...this.end, dueInMs: 0 };
      return { ...this.#result('lost'), error };
    }
    if (stop.aborted) {
      this.end = { ...this.end, dueInMs: 0 };
      return this.#result('stopped');
    }
    const code = codeOf(error);
    const failures = this.#turn.failures + 1;
    if (code === 'already-running') {
      this.end = { ...this.end, dueInMs: otherRunMs };
      return this.#result('busy');
    }
    const passes = mayPass(error);
    this.end = {
      ...this.end,
      failures,
      failure: code,
      // The hints that were taken are not ready again, but a poll finds what they named.
      ...(passes && this.#mustPoll && { dueInMs: 0 }),
      ...(passes ? { waitMs: queueRetryMs } : { dueInMs: settings.longestMs, waitMs: refusedMs }),
    };
    return { ...this.#result('failed'), error, mayPass: passes };
  }

  #count({
    read,
    created,
    skipped,
    held,
  }: Pick<ImportSummary, 'read' | 'created' | 'skipped' | 'held'>): void {
    this.#tally.read += read;
    this.#tally.created += created;
    this.#tally.skipped += skipped;
    this.#tally.held += held;
  }

  #result(outcome: TurnResult['outcome']): TurnResult {
    return {
      outcome,
      ...this.#tally,
      sent: this.#reports.sent,
      ...(this.#merchant?.usage ?? {}),
      poll: this.#poll,
    };
  }
}
