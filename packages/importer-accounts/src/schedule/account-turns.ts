import type { Store } from 'importer-core';
import type { CoreTables } from 'importer-core/store';
import { type Kysely, sql } from 'kysely';

/** An account's turn, as the one who has it sees it. */
export interface AccountTurn {
  readonly account: string;
  /** Names this turn, differently from all others. */
  readonly holder: string;
  /** For when the poll was due, in seconds since 1970-01-01, to the microsecond: who asks for one meanwhile changes it. */
  readonly dueAt: string;
  /** The poll is due. */
  readonly pollDue: boolean;
  /** Whoever had the turn before has not ended it: look at everything. */
  readonly takenOver: boolean;
  /** How long to make no call yet, in milliseconds: those of the turn before still count at Billbee. */
  readonly calmMs: number;
  readonly quietPolls: number;
  /** Moving average. */
  readonly callsPerPoll: number;
  /** Failed turns in a row. */
  readonly failures: number;
  /** The registration for webhooks is to be looked after. */
  readonly registerDue: boolean;
}

/** What a turn leaves to the next one; what is left out stays as it is. */
export interface TurnEnd {
  /** When the next poll is due, in milliseconds from now, unless {@link askNow} has asked for one during the turn. */
  readonly dueInMs?: number | undefined;
  /** The poll was complete. */
  readonly polled?: boolean | undefined;
  readonly quietPolls?: number | undefined;
  readonly callsPerPoll?: number | undefined;
  readonly failures?: number | undefined;
  /** Code of the error; null when there is none. */
  readonly failure?: string | null | undefined;
  /** No job before, in milliseconds from now: the queue's own retry comes first. */
  readonly waitMs?: number | undefined;
  /** When to look after the registration for webhooks again, in milliseconds from now. */
  readonly registerInMs?: number | undefined;
}

/** Every window that counts calls of a second is over by then, with a margin for what is under way. */
const handoverMs = 1100;

/** A process that loses a turn and takes it again must not end the second one with the first. */
let turnNumber = 0;

const inMs = (milliseconds: number) => sql`now() + ${Math.round(milliseconds)} * interval '1 ms'`;

/**
 * Makes an account's poll due now; the first time, gives it a place in the schedule. When somebody has the account's turn, he may
 * have looked already: then there is another poll after his.
 */
export async function askNow(db: Kysely<CoreTables>, account: string): Promise<void> {
  await sql`
    insert into account_schedule (account) values (${account})
    on conflict (account) do update set
      due_at = case when account_schedule.holder is null then least(account_schedule.due_at, now()) else now() end,
      queued_until = null, failures = 0, failure = null
  `.execute(db);
}

/**
 * Takes an account's turn, unless somebody has it: one at a time, over all machines. Whoever has it must say that it is
 * still there, see {@link renewTurn}; after `leaseMs` without a word the turn is free again.
 *
 * @param worker names this worker, differently from all others
 * @returns undefined when somebody else has the turn, or when there is no such account
 */
export async function takeTurn(
  { db }: Store,
  account: string,
  worker: string,
  leaseMs: number,
): Promise<AccountTurn | undefined> {
  turnNumber += 1;
  const holder = `${worker} ${turnNumber}`;
  const { rows } = await sql<Omit<AccountTurn, 'account' | 'holder'>>`
    with free as (
      select * from account_schedule
      where account = ${account} and (busy_until is null or busy_until <= now()) for update
    )
    update account_schedule s set holder = ${holder}, busy_until = ${inMs(leaseMs)}, queued_until = null
    from free where s.account = free.account
    returning extract(epoch from free.due_at)::text as "dueAt", free.due_at <= now() as "pollDue", free.holder is not null as "takenOver",
      greatest(0, extract(epoch from free.calm_until - now()) * 1000)::float8 as "calmMs",
      free.quiet_polls as "quietPolls", free.calls_per_poll as "callsPerPoll", free.failures,
      coalesce(free.register_at <= now(), true) as "registerDue"
  `.execute(db);
  const row = rows[0];
  return row && { ...row, calmMs: row.calmMs ?? 0, account, holder };
}

/** Says that the holder is still at it. @returns false when the turn has gone to somebody else */
export async function renewTurn(
  { db }: Store,
  { account, holder }: Pick<AccountTurn, 'account' | 'holder'>,
  leaseMs: number,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update account_schedule set busy_until = ${inMs(leaseMs)} where account = ${account} and holder = ${holder}
  `.execute(db);
  return numAffectedRows === 1n;
}

/** Ends a turn. One that has gone to somebody else is left to him. */
export async function endTurn(
  { db }: Store,
  { account, holder, dueAt }: Pick<AccountTurn, 'account' | 'holder' | 'dueAt'>,
  end: TurnEnd,
): Promise<void> {
  const { dueInMs, waitMs, registerInMs, quietPolls, callsPerPoll, failures, failure, polled } = end;
  // What was asked for during the turn goes before what the turn has found out.
  const unlessAsked = (column: string, value: unknown) =>
    sql`${sql.ref(column)} = case when extract(epoch from due_at)::text = ${dueAt} then ${value} else ${sql.ref(column)} end`;
  const set = [
    sql`holder = null, busy_until = null, calm_until = ${inMs(handoverMs)}`,
    dueInMs !== undefined && unlessAsked('due_at', inMs(dueInMs)),
    waitMs !== undefined && unlessAsked('queued_until', inMs(waitMs)),
    registerInMs !== undefined && sql`register_at = ${inMs(registerInMs)}`,
    quietPolls !== undefined && sql`quiet_polls = ${quietPolls}`,
    callsPerPoll !== undefined && sql`calls_per_poll = ${callsPerPoll}`,
    failures !== undefined && unlessAsked('failures', sql`${failures}::integer`),
    failure !== undefined && unlessAsked('failure', sql`${failure}::text`),
    polled && sql`polled_at = now()`,
  ].filter((part) => part !== undefined && part !== false);
  await sql`update account_schedule set ${sql.join(set)} where account = ${account} and holder = ${holder}`.execute(
    db,
  );
}

/** Puts an account's next poll off, in milliseconds from now; nothing waits in the queue for it any more. */
export async function postpone({ db }: Store, account: string, milliseconds: number): Promise<void> {
  await sql`
    update account_schedule set due_at = ${inMs(milliseconds)}, queued_until = null where account = ${account}
  `.execute(db);
}
