import type { Store } from 'importer-core';
import { sql } from 'kysely';
import { billingMonth } from '../budget/billing-month.js';

/** What the store holds, in figures: of one account, or of all together. */
export interface StoreOverview {
  readonly accounts: { readonly enabled: number; readonly disabled: number; readonly failing: number };
  /** Write-backs; `sent` is only counted for one account. */
  readonly outbox: { readonly waiting: number; readonly sent: number; readonly dead: number };
  /** How long the oldest write-back has been due, in seconds; 0 when none is. */
  readonly outboxAgeSeconds: number;
  /** Held orders by reason. */
  readonly held: ReadonlyMap<string, number>;
  /** Calls to Billbee in this month. */
  readonly callsThisMonth: number;
  /** How long ago the account that has waited longest was read completely, in seconds; undefined when one never was. */
  readonly lagSeconds: number | undefined;
  /** How long the most delayed poll has been due, in seconds; 0 when none is. */
  readonly overdueSeconds: number;
}

/**
 * Counts what the store holds; fails when the database does not answer.
 *
 * @param now milliseconds since 1970
 * @param account only of this one
 */
export async function readOverview({ db }: Store, now: number, account?: string): Promise<StoreOverview> {
  const only = (column: string) => (account === undefined ? sql`true` : sql`${sql.ref(column)} = ${account}`);
  // Everything that was ever sent, of all accounts, is too much to be counted every few seconds.
  const sent = account === undefined ? sql`false` : sql`account = ${account}`;
  const [figures, states, reasons] = await Promise.all([
    sql<{
      enabled: number;
      disabled: number;
      failing: number;
      calls: number;
      due: number | null;
      never: number;
      lag: number | null;
      overdue: number | null;
    }>`
      select
        count(*) filter (where a.enabled)::integer as enabled,
        count(*) filter (where not a.enabled)::integer as disabled,
        count(*) filter (where a.enabled and s.failure is not null)::integer as failing,
        count(*) filter (where a.enabled and s.polled_at is null)::integer as never,
        (extract(epoch from max(now() - s.polled_at) filter (where a.enabled)))::float8 as lag,
        (extract(epoch from max(now() - s.due_at) filter (where a.enabled and s.due_at <= now())))::float8 as overdue,
        (select coalesce(sum(greatest(calls, coalesce(billbee_calls + calls - calls_when_asked, 0))), 0)::float8
          from billbee_calls where month = ${billingMonth(now)} and ${only('account')}) as calls,
        (select min(due_at)::float8 from outbox where state = 'waiting' and ${only('account')}) as due
      from account a left join account_schedule s on s.key = a.key where ${only('a.key')}`.execute(db),
    sql<{ state: string; count: number }>`
      select 'waiting' as state, count(*)::integer as count from outbox where state = 'waiting' and ${only('account')}
      union all
      select 'dead', count(*)::integer from outbox where state = 'dead' and ${only('account')}
      union all
      select 'sent', count(*)::integer from outbox where state = 'sent' and ${sent}`.execute(db),
    sql<{ reason: string; count: number }>`
      select reason, count(*)::integer as count from hold where ${only('account')} group by reason`.execute(
      db,
    ),
  ]);
  const row = figures.rows[0];
  const count = (state: string): number => states.rows.find((other) => other.state === state)?.count ?? 0;
  return {
    accounts: { enabled: row?.enabled ?? 0, disabled: row?.disabled ?? 0, failing: row?.failing ?? 0 },
    outbox: { waiting: count('waiting'), sent: count('sent'), dead: count('dead') },
    outboxAgeSeconds: row?.due == null ? 0 : Math.max(0, (now - row.due) / 1000),
    held: new Map(reasons.rows.map(({ reason, count }) => [reason, count])),
    callsThisMonth: row?.calls ?? 0,
    lagSeconds: row?.never === 0 ? (row.lag ?? 0) : undefined,
    overdueSeconds: row?.overdue ?? 0,
  };
}

/** When a run last read everything, ISO 8601; of one account, or of any. */
export async function readLastComplete({ db }: Store, account?: string): Promise<string | undefined> {
  const { rows } = await sql<{ at: string | null }>`
    select max(ended_at) as at from import_run
    where outcome = 'complete' and ${account === undefined ? sql`true` : sql`account = ${account}`}`.execute(
    db,
  );
  return rows[0]?.at ?? undefined;
}
