import type { Store } from 'importer-core';
import { sql } from 'kysely';
import { billingMonth, billingMonthLeft } from '../budget/billing-month.js';

/** The month's calls of all accounts together. */
export interface MonthPlan {
  /** Made so far. */
  readonly calls: number;
  /** Polls to the end of the month at the present pace, stretched or not. */
  readonly planned: number;
  /** What is left of the limit; undefined: there is none. */
  readonly callsLeft: number | undefined;
  /** How much slower than wished all accounts have to be asked; 1 or more. */
  readonly stretch: number;
}

/** Of the calls left, polls may plan on this part. */
const share = 0.8;

/**
 * Plans the rest of the month for all enabled accounts together:
 *
 *     planned = Σ callsPerPoll × monthLeft ÷ min(longest, shortest × 1.5^quietPolls)
 *     stretch = max(1, planned ÷ (0.8 × callsLeft))
 *
 * @param other an entry of the schedule that is no account of the store, and how often it is polled
 * @param limits bounds between polls in milliseconds; `callsPerMonth` for all accounts together
 */
export async function planMonth(
  store: Store,
  limits: {
    readonly shortestMs: number;
    readonly longestMs: number;
    readonly callsPerMonth?: number | undefined;
  },
  now: number,
  other?: { readonly key: string; readonly everyMs: number },
): Promise<MonthPlan> {
  const { shortestMs, longestMs, callsPerMonth } = limits;
  const monthLeft = billingMonthLeft(now);
  const { rows } = await sql<{ calls: number; planned: number }>`
    select
      (select coalesce(sum(greatest(calls, coalesce(billbee_calls + calls - calls_when_asked, 0))), 0)::float8
        from billbee_calls where month = ${billingMonth(now)}) as calls,
      (select coalesce(sum(s.calls_per_poll * ${monthLeft}::float8
          / least(${longestMs}::float8, ${shortestMs}::float8 * power(1.5, least(s.quiet_polls, 64)))), 0)::float8
        from account_schedule s join account a on a.key = s.key where a.enabled)
      + (select coalesce(sum(s.calls_per_poll * ${monthLeft}::float8 / ${other?.everyMs ?? 1}::float8), 0)::float8
        from account_schedule s where s.key = ${other?.key ?? ''}) as planned
  `.execute(store.db);
  const { calls = 0, planned = 0 } = rows[0] ?? {};
  const callsLeft = callsPerMonth === undefined ? undefined : Math.max(0, callsPerMonth - calls);
  const stretch = callsLeft === undefined ? 1 : Math.max(1, planned / (share * Math.max(1, callsLeft)));
  return { calls, planned: planned / stretch, callsLeft, stretch };
}
