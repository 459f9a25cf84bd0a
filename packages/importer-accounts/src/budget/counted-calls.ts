import type { Store } from 'importer-core';
import { sql } from 'kysely';

/** Calls of one month. */
export interface CountedCalls {
  /** The greater of both counts, brought up to date with what was counted here since Billbee was asked. */
  readonly calls: number;
  /** When Billbee was asked for its own count, ISO 8601; undefined when never. */
  readonly askedAt: string | undefined;
}

interface Row {
  readonly calls: string;
  readonly asked_at: string | null;
}

/** Billbee's own count plus what was counted here since, or all that was counted here: whichever is more. */
const total = sql`greatest(calls, coalesce(billbee_calls + calls - calls_when_asked, 0))`;

/** @param month `YYYY-MM` */
export async function readCalls(store: Store, account: string, month: string): Promise<CountedCalls> {
  const { rows } = await sql<Row>`
    select ${total} as calls, asked_at from billbee_calls where account = ${account} and month = ${month}
  `.execute(store.db);
  return { calls: Number(rows[0]?.calls ?? 0), askedAt: rows[0]?.asked_at ?? undefined };
}

/**
 * Counts one call, unless the month has had `stopAt` of them already: in one statement, so that several
 * processes together never pass the limit.
 *
 * @returns the month's calls with this one; undefined when it may not be made
 */
export async function countCall(
  store: Store,
  account: string,
  month: string,
  stopAt: number | undefined,
): Promise<number | undefined> {
  const most = stopAt ?? Number.MAX_SAFE_INTEGER;
  const { rows } = await sql<Row>`
    insert into billbee_calls as counted (account, month, calls)
    select ${account}, ${month}, 1 where ${most}::bigint > 0
    on conflict (account, month) do update set calls = counted.calls + 1
      where greatest(counted.calls, coalesce(counted.billbee_calls + counted.calls - counted.calls_when_asked, 0)) < ${most}::bigint
    returning ${total} as calls
  `.execute(store.db);
  return rows[0] && Number(rows[0].calls);
}

/**
 * Notes Billbee's own count.
 *
 * @param billbeeCalls undefined when Billbee gave none; an earlier one then stays
 */
export async function noteBillbeeCalls(
  store: Store,
  account: string,
  month: string,
  billbeeCalls: number | undefined,
  now: number,
): Promise<void> {
  const known = billbeeCalls ?? null;
  const askedAt = new Date(now).toISOString();
  await sql`
    insert into billbee_calls as counted (account, month, calls, billbee_calls, calls_when_asked, asked_at)
    values (${account}, ${month}, 0, ${known}::bigint, 0, ${askedAt})
    on conflict (account, month) do update set
      billbee_calls = coalesce(excluded.billbee_calls, counted.billbee_calls),
      calls_when_asked = case when excluded.billbee_calls is null then counted.calls_when_asked else counted.calls end,
      asked_at = excluded.asked_at
  `.execute(store.db);
}
