import type { SandboxCall } from './options.js';

/** A call with what became of it. */
export interface LoggedCall extends SandboxCall {
  /** HTTP status of the answer; 0 while there is none. */
  status: number;
  /** Body of a write as text, except for webhooks, whose bodies hold secrets. */
  body: string | undefined;
}

/** Figures over all calls since the start. */
export interface CallCounters {
  calls: number;
  /** Answers with status 429, those of faults included. */
  throttled: number;
  /** Answers by HTTP status. */
  byStatus: Record<number, number>;
}

const KEPT = 50_000;

/** What was called, without any header: credentials never get in here. */
export class CallLog {
  readonly #entries: LoggedCall[] = [];
  readonly #usage = new Map<string, number>();
  readonly #byAccount = new Map<string, CallCounters>();
  readonly counters: CallCounters = noCalls();

  /** The latest calls, at most 50,000, oldest first. */
  get entries(): readonly LoggedCall[] {
    return this.#entries;
  }

  /** Enters a call at its arrival. */
  open(call: Omit<SandboxCall, 'number'>): LoggedCall {
    const entry: LoggedCall = { number: ++this.counters.calls, ...call, status: 0, body: undefined };
    this.countersOf(call.account).calls++;
    this.#entries.push(entry);
    if (this.#entries.length > KEPT) this.#entries.shift();
    return entry;
  }

  /**
   * Notes how a call was answered.
   *
   * @param month six digits, e.g. `202611`; a refused call does not count as usage
   */
  close(entry: LoggedCall, status: number, month: string): void {
    entry.status = status;
    for (const counters of [this.counters, this.countersOf(entry.account)]) {
      counters.byStatus[status] = (counters.byStatus[status] ?? 0) + 1;
      if (status === 429) counters.throttled++;
    }
    if (status === 401 || status === 429) return;
    const key = `${entry.account} ${month} ${entry.endpoint}`;
    this.#usage.set(key, (this.#usage.get(key) ?? 0) + 1);
  }

  /** Figures of one account. */
  countersOf(account: string): CallCounters {
    let counters = this.#byAccount.get(account);
    if (!counters) {
      counters = noCalls();
      this.#byAccount.set(account, counters);
    }
    return counters;
  }

  /** An account's calls of a month per endpoint. */
  usage(account: string, month: string): { endpoint: string; count: number }[] {
    const start = `${account} ${month} `;
    return [...this.#usage].flatMap(([key, count]) =>
      key.startsWith(start) ? [{ endpoint: key.slice(start.length), count }] : [],
    );
  }
}

function noCalls(): CallCounters {
  return { calls: 0, throttled: 0, byStatus: {} };
}
