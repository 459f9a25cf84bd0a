import type { Store } from 'importer-core';
import { isDue, isNext } from 'importer-core/service';
import type { CoreTables } from 'importer-core/store';
import { type Kysely, sql } from 'kysely';
import { hintIsReady } from './stored-hints.js';

/** An account with something to do, and what is most pressing. */
export interface DueAccount {
  /** Of the entry in the schedule. */
  readonly key: string;
  readonly work: 'import' | 'report';
}

/** Whom a worker works for. */
export interface WorkScope {
  /** The store's enabled accounts. */
  readonly accounts: boolean;
  /** Other entries of the schedule, by key. */
  readonly keys?: readonly string[] | undefined;
  /** Other entries of the schedule whose key begins so, e.g. `shop:`. */
  readonly prefix?: string | undefined;
}

/**
 * Accounts that have something to do and nobody at work, the longest overdue first.
 *
 * @param most how many at a time
 */
export async function dueAccounts(
  db: Kysely<CoreTables>,
  scope: WorkScope,
  most: number,
): Promise<readonly DueAccount[]> {
  const { rows } = await sql<{ key: string; imports: boolean }>`
    select s.key, ${isPollDue()} or s.holder is not null or ${hintsOf()} as imports
    from account_schedule s
    where ${isFree()} and ${hasSomethingToDo()} and ${isIn(scope)}
    order by s.due_at limit ${most}
  `.execute(db);
  return rows.map(({ key, imports }) => ({ key, work: imports ? 'import' : 'report' }));
}

/** How the schedule stands for a worker: how many wait for it, and how many nobody tries again soon. */
export async function scheduleSizes(
  { db }: Store,
  scope: WorkScope,
): Promise<{ readonly waiting: number; readonly dead: number }> {
  const { rows } = await sql<{ waiting: number; dead: number }>`
    select count(*) filter (where ${isFree()} and ${hasSomethingToDo()})::integer as waiting,
      count(*) filter (where s.dead)::integer as dead
    from account_schedule s where ${isIn(scope)}
  `.execute(db);
  return rows[0] ?? { waiting: 0, dead: 0 };
}

/** How one entry of the schedule stands, for its health. */
export interface ScheduleState {
  /** Code of the error that the latest work ended with. */
  readonly failure: string | null;
  /** Failures in a row. */
  readonly failures: number;
  readonly dead: boolean;
  /** Somebody is at work. */
  readonly busy: boolean;
  /** How long the poll has been due, in seconds; negative: it is due in so many. */
  readonly dueSeconds: number;
}

/** @returns undefined when there is no such entry */
export async function readScheduleState({ db }: Store, key: string): Promise<ScheduleState | undefined> {
  const { rows } = await sql<ScheduleState>`
    select failure, failures, dead, coalesce(busy_until > now(), false) as busy,
      extract(epoch from now() - due_at)::float8 as "dueSeconds"
    from account_schedule where key = ${key}
  `.execute(db);
  return rows[0];
}

/** Whether the clock has been set back since the latest poll: what was planned then is planned for a time that is far away now. */
const wasSetBack = () => sql`coalesce(s.polled_at > now(), false)`;

/** Whether the poll of an entry `s` is due. */
const isPollDue = () => sql`(s.due_at <= now() or ${wasSetBack()})`;

/** Whether nobody has the lease of an entry `s`; none lasts for an hour, but the clock may have been set back. */
export const isFree = () =>
  sql`(s.busy_until is null or s.busy_until <= now() or s.busy_until > now() + interval '1 hour')`;

/** Whether an entry `s` of the schedule has something to do: what failed waits for its next try. */
export const hasSomethingToDo = () => sql`(
  (s.retry_at is null or s.retry_at <= now() or ${wasSetBack()})
  and (${isPollDue()} or s.holder is not null or ${hintsOf()} or ${reportsOf()}))`;

/** Whether hints of an entry `s` ask for something that may be done now. */
export const hintsOf = () =>
  sql`exists (select 1 from webhook_hint h where h.account = s.key and ${hintIsReady('h')})`;

/** Whether a report of the account of an entry `s` may be sent now. */
export const reportsOf = () => sql`exists (
  select 1 from outbox o
  where o.account = s.account and ${isDue(sql`extract(epoch from now()) * 1000`)} and ${isNext()})`;

const isIn = ({ accounts, keys = [], prefix }: WorkScope) => sql`(
  (${accounts} and exists (select 1 from account a where a.key = s.key and a.enabled))
  or s.key in (select jsonb_array_elements_text(${JSON.stringify(keys)}::jsonb))
  or starts_with(s.key, ${prefix ?? ' '}))`;
