import type { Clock, StopError, Store } from 'importer-core';
import type { CallGate } from 'importer-core/service';
import { accountMessages } from '../accounts/account-messages.js';
import { billingMonth } from './billing-month.js';
import { countCall, noteBillbeeCalls, readCalls } from './counted-calls.js';

/** Calls per calendar month at which something happens. */
export interface CallLimits {
  /** Tell about it; 80,000 by default: Billbee bills calls beyond 100,000. */
  readonly warnAt?: number | undefined;
  /** Make no more calls than this; no limit by default. */
  readonly stopAt?: number | undefined;
}

/** The month's calls have reached `warnAt`. */
export interface CallWarning {
  readonly calls: number;
  readonly warnAt: number;
  readonly stopAt: number | undefined;
}

export interface CallBudgetOptions {
  readonly store: Store;
  readonly account: string;
  readonly clock: Clock;
  readonly limits?: CallLimits | undefined;
  /** Only judge, write nothing. */
  readonly readOnly?: boolean | undefined;
  /** Told once a month that `warnAt` is reached. */
  readonly onWarning?: ((warning: CallWarning) => void) | undefined;
}

const defaultWarnAt = 80_000;
const dayMs = 86_400_000;

/**
 * Counts an account's calls to Billbee per calendar month (German time) in the store, over all processes, and ends
 * what would pass the limit. Hand it to the client as `gate`.
 *
 * Every HTTP request counts when it is about to be made, repeats and refused ones too: whether Billbee bills
 * those is not published.
 *
 * @throws SettingsError `call-budget-invalid`
 * @example
 * const budget = createCallBudget({ store, account, clock, limits: { stopAt: 100_000 } });
 * const client = createBillbeeClient({ connection, fetch, clock, gate: budget });
 */
export function createCallBudget(options: CallBudgetOptions): CallBudget {
  return new CallBudget(options);
}

/** The calls of one account, counted. */
export class CallBudget implements CallGate {
  readonly #options: CallBudgetOptions;
  readonly #limits: Omit<CallWarning, 'calls'>;
  #warnedIn = '';
  /** Calls that a read-only budget has let through. */
  #unwritten = 0;

  constructor(options: CallBudgetOptions) {
    this.#options = options;
    const { warnAt = defaultWarnAt, stopAt } = options.limits ?? {};
    for (const [name, value] of Object.entries({ warnAt, stopAt: stopAt ?? 1 })) {
      if (Number.isSafeInteger(value) && value > 0) continue;
      const values = { key: `callBudget.${name}`, given: String(value) };
      throw accountMessages.settings('call-budget-invalid', values, ['callBudget']);
    }
    this.#limits = { warnAt, stopAt };
  }

  /** @throws StopError `budget-exhausted` */
  async pass(): Promise<void> {
    const { store, account, clock, readOnly } = this.#options;
    const month = billingMonth(clock.now());
    const { stopAt } = this.#limits;
    const calls = readOnly ? await this.#judge(month) : await countCall(store, account, month, stopAt);
    if (calls === undefined) throw exhausted(month, stopAt ?? 0);
    if (calls < this.#limits.warnAt || this.#warnedIn === month) return;
    this.#warnedIn = month;
    this.#options.onWarning?.({ calls, ...this.#limits });
  }

  /** Calls of this month so far: ours or Billbee's own count, whichever is greater. */
  async callsThisMonth(): Promise<number> {
    const { store, account, clock } = this.#options;
    return (await readCalls(store, account, billingMonth(clock.now()))).calls + this.#unwritten;
  }

  /**
   * Asks Billbee for its own count, at most once a day; calls of other programs with the same user are in it.
   *
   * @param ask see `readApiUsage`
   */
  async askBillbee(ask: (month: string) => Promise<number | undefined>): Promise<void> {
    const { store, account, clock, readOnly } = this.#options;
    if (readOnly) return;
    const now = clock.now();
    const month = billingMonth(now);
    const { askedAt } = await readCalls(store, account, month);
    if (askedAt !== undefined && Math.abs(now - Date.parse(askedAt)) < dayMs) return;
    await noteBillbeeCalls(store, account, month, await ask(month), now);
  }

  async #judge(month: string): Promise<number | undefined> {
    const { store, account } = this.#options;
    const calls = (await readCalls(store, account, month)).calls + this.#unwritten;
    if (this.#limits.stopAt !== undefined && calls >= this.#limits.stopAt) return undefined;
    this.#unwritten += 1;
    return calls + 1;
  }
}

function exhausted(month: string, stopAt: number): StopError {
  return accountMessages.stop('budget-exhausted', { stopAt, month });
}
