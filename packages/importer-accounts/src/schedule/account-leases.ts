import type { Store } from 'importer-core';
import type { CoreTables } from 'importer-core/store';
import { type Kysely, sql } from 'kysely';
import { hasSomethingToDo, hintsOf, isFree, reportsOf } from './due-accounts.js';

/** One worker has an account to itself. */
export interface AccountLease {
  /** Of the entry in the schedule. */
  readonly key: string;
  readonly account: string;
  /** Names this lease, differently from all others. */
  readonly holder: string;
  /** For when the poll was due, in seconds since 1970-01-01, to the microsecond: who asks for one meanwhile changes it. */
  readonly dueAt: string;
  /** The poll is due. */
  readonly pollDue: boolean;
  /** Whoever had the lease before has not ended it: look at everything. */
  readonly takenOver: boolean;
  /** How long to make no call yet, in milliseconds: those of another worker still count at Billbee. */
  readonly cooldownMs: number;
  readonly quietPolls: number;
  /** Moving average. */
  readonly callsPerPoll: number;
  /** Failures in a row. */
  readonly failures: number;
  /** The registration for webhooks is to be looked after. */
  readonly registerDue: boolean;
  /**
   * What waited for the holder when he took the lease. What comes later makes the account due again: hints and reports by being
   * there, requests of retries by asking for a poll.
   */
  readonly hinted: boolean;
  readonly reportsDue: boolean;
  readonly retriesRequested: boolean;
}

/** What a lease leaves to the next one; what is left out stays as it is. */
export interface LeaseEnd {
  /**
   * When the next poll is due, in milliseconds from now, unless {@link pollNow} has asked for one meanwhile; `Infinity`: when somebody
   * asks.
   */
  readonly dueInMs?: number | undefined;
  /** The poll was complete. */
  readonly polled?: boolean | undefined;
  readonly quietPolls?: number | undefined;
  readonly callsPerPoll?: number | undefined;
  readonly failures?: number | undefined;
  /** Code of the error; null when there is none. */
  readonly failure?: string | null | undefined;
  /** It was tried often enough, or trying again cannot help: somebody has to look at it. */
  readonly dead?: boolean | undefined;
  /** Nothing is done for the account before, in milliseconds from now. */
  readonly retryInMs?: number | undefined;
  /** When to look after the registration for webhooks again, in milliseconds from now. */
  readonly registerInMs?: number | undefined;
}

/** Every window that counts calls of a second is over by then, with a margin for what is under way. */
const handoverMs = 1100;

/** A process that loses a lease and takes it again must not end the second one with the first. */
let leaseNumber = 0;

const inMs = (milliseconds: number) =>
  Number.isFinite(milliseconds)
    ? sql`now() + ${Math.round(milliseconds)} * interval '1 ms'`
    : sql`'infinity'::timestamptz`;

/**
 * Gives an account its place in the schedule; one that is there keeps its times, but not its failures: the credentials may be
 * new ones.
 *
 * @param key the account's own, or another name for one that is worked on in a second way, e.g. `shop:main`
 */
export async function scheduleAccount(db: Kysely<CoreTables>, key: string, account: string): Promise<void> {
  await sql`
    insert into account_schedule (key, account, due_at) values (${key}, ${account}, 'infinity')
    on conflict (key) do update set account = excluded.account, retry_at = null, failures = 0, failure = null, dead = false
  `.execute(db);
}

/**
 * Makes an account's poll due now; the first time, gives it a place in the schedule. When somebody has the account's lease, he may
 * have looked already: then there is another poll after his.
 *
 * @param options `registration`: look after the registration for webhooks, too
 */
export async function pollNow(
  db: Kysely<CoreTables>,
  key: string,
  { registration = false }: { readonly registration?: boolean } = {},
): Promise<void> {
  await sql`
    insert into account_schedule (key, account) values (${key}, ${key})
    on conflict (key) do update set ${askedFor},
      register_at = case when ${registration} then null else account_schedule.register_at end
  `.execute(db);
}

/** Like {@link pollNow} for every way in which an account is worked on; does nothing where there is none. */
export async function pollAllNow(db: Kysely<CoreTables>, account: string): Promise<void> {
  await sql`update account_schedule set ${askedFor} where account = ${account}`.execute(db);
}

const askedFor = sql`
  due_at = case when account_schedule.holder is null then least(account_schedule.due_at, now()) else now() end,
  retry_at = null, failures = 0, failure = null, dead = false`;

/**
 * Takes an account's lease, unless somebody has it: one at a time, over all machines. Whoever has it must say that it is
 * still there, see {@link renewLease}; after `leaseMs` without a word the lease is free again.
 *
 * @param worker names this worker, differently from all others
 * @param options `dueOrNot`: take it although there is nothing to do
 * @returns undefined when somebody else has the lease, when there is nothing to do, or no such account
 */
export async function takeLease(
  { db }: Store,
  key: string,
  worker: string,
  leaseMs: number,
  { dueOrNot = false }: { readonly dueOrNot?: boolean } = {},
): Promise<AccountLease | undefined> {
  leaseNumber += 1;
  const holder = `${worker} ${leaseNumber}`;
  const { rows } = await sql<Omit<AccountLease, 'key' | 'holder'>>`
    with free as (
      select s.key, s.account, s.due_at, s.polled_at, s.holder, s.worker, s.cooldown_until, s.quiet_polls, s.calls_per_poll,
        s.failures, s.register_at, ${hintsOf()} as hinted, ${reportsOf()} as reports_due
      from account_schedule s
      where key = ${key} and ${isFree()} and (${dueOrNot} or ${hasSomethingToDo()})
      for update
    )
    update account_schedule s set holder = ${holder}, worker = ${worker}, busy_until = ${inMs(leaseMs)}
    from free where s.key = free.key
    returning s.account, extract(epoch from free.due_at)::text as "dueAt", (free.due_at <= now() or coalesce(free.polled_at > now(), false)) as "pollDue",
      free.holder is not null as "takenOver",
      case when free.worker = ${worker} then 0
        else coalesce(least(${handoverMs}, greatest(0, extract(epoch from free.cooldown_until - now()) * 1000)), 0) end::float8 as "cooldownMs",
      free.quiet_polls as "quietPolls", free.calls_per_poll as "callsPerPoll", free.failures,
      coalesce(free.register_at <= now(), true) as "registerDue", free.hinted, free.reports_due as "reportsDue",
      exists (select 1 from hold h where h.account = free.account and h.retry_requested_at is not null) as "retriesRequested"
  `.execute(db);
  const row = rows[0];
  return row && { ...row, key, holder };
}

/** Says that the holder is still at it. @returns false when the lease has gone to somebody else */
export async function renewLease(
  { db }: Store,
  { key, holder }: Pick<AccountLease, 'key' | 'holder'>,
  leaseMs: number,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update account_schedule set busy_until = ${inMs(leaseMs)} where key = ${key} and holder = ${holder}
  `.execute(db);
  return numAffectedRows === 1n;
}

/** Ends a lease. One that has gone to somebody else is left to him. */
export async function endLease(
  { db }: Store,
  { key, holder, dueAt }: Pick<AccountLease, 'key' | 'holder' | 'dueAt'>,
  end: LeaseEnd,
): Promise<void> {
  const { dueInMs, retryInMs, registerInMs, quietPolls, callsPerPoll, failures, failure, dead, polled } = end;
  // What was asked for during the lease goes before what it has found out.
  const unlessAsked = (column: string, value: unknown) =>
    sql`${sql.ref(column)} = case when extract(epoch from due_at)::text = ${dueAt} then ${value} else ${sql.ref(column)} end`;
  const set = [
    sql`holder = null, busy_until = null, cooldown_until = ${inMs(handoverMs)}`,
    dueInMs !== undefined && unlessAsked('due_at', inMs(dueInMs)),
    unlessAsked('retry_at', retryInMs === undefined ? sql`null::timestamptz` : inMs(retryInMs)),
    registerInMs !== undefined && sql`register_at = ${inMs(registerInMs)}`,
    quietPolls !== undefined && sql`quiet_polls = ${quietPolls}`,
    callsPerPoll !== undefined && sql`calls_per_poll = ${callsPerPoll}`,
    failures !== undefined && unlessAsked('failures', sql`${failures}::integer`),
    failure !== undefined && unlessAsked('failure', sql`${failure}::text`),
    dead !== undefined && unlessAsked('dead', sql`${dead}::boolean`),
    polled
      ? sql`polled_at = now()`
      : sql`polled_at = case when polled_at > now() then now() else polled_at end`,
  ].filter((part) => part !== undefined && part !== false);
  await sql`update account_schedule set ${sql.join(set)} where key = ${key} and holder = ${holder}`.execute(
    db,
  );
}
