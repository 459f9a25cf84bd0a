import type { Store } from 'importer-core';
import { likeOf } from 'importer-core/store';
import { type SqlBool, sql } from 'kysely';

/** One account as an operator wants to see it; no credential, nothing of a buyer. */
export interface AccountOverview {
  readonly account: string;
  /** Names the account in addresses without telling it: 12 hex digits. */
  readonly id: string;
  readonly label: string;
  /** False for one that is switched off; null for one that is not kept in the table of accounts. */
  readonly enabled: boolean | null;
  readonly held: number;
  readonly outbox: { readonly waiting: number; readonly dead: number };
  /** The latest run that has ended; times are ISO 8601. */
  readonly lastRun: { readonly endedAt: string; readonly outcome: string } | undefined;
  /** When the latest complete run was started: everything before that is here. */
  readonly completeSince: string | undefined;
  /** Code of the error that the latest work on it ended with. */
  readonly failure: string | null;
}

export interface AccountsQuery {
  /** From 1. */
  readonly page?: number | undefined;
  readonly pageSize?: number | undefined;
  /** Only accounts with held orders, dead write-backs, or a last run or work that failed. */
  readonly needAttention?: boolean | undefined;
  /** Part of a name or user name. */
  readonly search?: string | undefined;
  /** Only the account with this {@link AccountOverview.id}. */
  readonly id?: string | undefined;
  /** Accounts to show although the store may hold nothing of them yet. */
  readonly also?: readonly string[] | undefined;
}

interface Row {
  account: string;
  id: string;
  label: string;
  enabled: boolean | null;
  held: string | number;
  waiting: string | number;
  dead: string | number;
  endedAt: string | null;
  outcome: string | null;
  completeSince: string | null;
  failure: string | null;
  total: string | number;
}

const idOf = sql`left(encode(sha256(convert_to(k.account, 'UTF8')), 'hex'), 12)`;

/**
 * The store's accounts, those that need attention first, then by name: those of the table, and those that have imported without being in it.
 *
 * @returns the accounts of the page, and how many there are in all
 * @example (await accountsOverview(store, { needAttention: true })).total // 3
 */
export async function accountsOverview(
  { db }: Store,
  { page = 1, pageSize = 50, needAttention = false, search, id, also = [] }: AccountsQuery = {},
): Promise<{ readonly accounts: readonly AccountOverview[]; readonly total: number }> {
  const attention = sql<SqlBool>`coalesce(
    exists (select 1 from hold h where h.account = k.account)
    or exists (select 1 from outbox o where o.account = k.account and o.state = 'dead')
    or s.failure is not null
    or 'failed' = (select outcome from import_run r where r.account = k.account and r.ended_at is not null order by r.id desc limit 1), false)`;
  const like = likeOf(search ?? '');
  const { rows } = await sql<Row>`
    with known as (
      select key as account, label, enabled from account
      union all
      select other.account, other.account, null from (
        select account from cursor union select jsonb_array_elements_text(${JSON.stringify(also)}::jsonb)
      ) other where not exists (select 1 from account a where a.key = other.account)
    ), chosen as (
      select k.*, ${idOf} as id, s.failure, count(*) over () as total, ${attention} as attention
      from known k left join lateral (select min(failure) as failure from account_schedule where account = k.account) s on true
      where (${!needAttention} or ${attention}) and (${id === undefined} or ${idOf} = ${id ?? ''})
        and (${search === undefined} or k.label ilike ${like} or k.account ilike ${like})
      order by attention desc, k.label, k.account limit ${pageSize} offset ${(page - 1) * pageSize}
    )
    select c.account, c.id, c.label, c.enabled, c.failure, c.total,
      (select count(*) from hold h where h.account = c.account) as held,
      (select count(*) from outbox o where o.account = c.account and o.state = 'waiting') as waiting,
      (select count(*) from outbox o where o.account = c.account and o.state = 'dead') as dead,
      last.ended_at as "endedAt", last.outcome, complete.started_at as "completeSince"
    from chosen c
    left join lateral (select ended_at, outcome from import_run r
      where r.account = c.account and r.ended_at is not null order by r.id desc limit 1) last on true
    left join lateral (select started_at from import_run r
      where r.account = c.account and r.outcome = 'complete' order by r.id desc limit 1) complete on true
    order by c.attention desc, c.label, c.account
  `.execute(db);
  return { accounts: rows.map(accountOf), total: Number(rows[0]?.total ?? 0) };
}

function accountOf(row: Row): AccountOverview {
  const { account, id, label, enabled, failure, endedAt, outcome } = row;
  return {
    account,
    id,
    label,
    enabled,
    held: Number(row.held),
    outbox: { waiting: Number(row.waiting), dead: Number(row.dead) },
    lastRun: endedAt === null ? undefined : { endedAt, outcome: outcome ?? '' },
    completeSince: row.completeSince ?? undefined,
    failure,
  };
}
