import type { CoreTables } from 'importer-core/store';
import { type Kysely, sql } from 'kysely';
import { hintIsReady } from './stored-hints.js';

/** An account with something to do, and what is most pressing. */
export interface DueAccount {
  readonly account: string;
  readonly work: 'import' | 'report';
}

/** A job that did not come to its turn by then was lost with the worker that had fetched it. */
const queuedMs = 60_000;

/**
 * Picks enabled accounts that have something to do and nobody at work, the longest overdue first, and remembers that a job is
 * on its way. Several processes may ask at the same time: each account is picked by one of them.
 *
 * Use it in the transaction that puts the jobs into the queue.
 *
 * @param most how many at a time
 */
export async function pickDueAccounts(db: Kysely<CoreTables>, most: number): Promise<readonly DueAccount[]> {
  const { rows } = await sql<{ account: string; imports: boolean }>`
    with due as (
      select s.account, s.due_at <= now() or ${hintsOf()} as imports
      from account_schedule s
      where (s.due_at <= now() or ${hintsOf()} or ${reportsOf()})
        and (s.busy_until is null or s.busy_until <= now())
        and (s.queued_until is null or s.queued_until <= now())
        and exists (select 1 from account a where a.key = s.account and a.enabled)
      order by s.due_at limit ${most} for update skip locked
    )
    update account_schedule s set queued_until = now() + ${queuedMs} * interval '1 ms'
    from due where s.account = due.account
    returning s.account, due.imports
  `.execute(db);
  return rows.map(({ account, imports }) => ({ account, work: imports ? 'import' : 'report' }));
}

const hintsOf = () =>
  sql`exists (select 1 from webhook_hint h where h.account = s.account and ${hintIsReady('h')})`;

const reportsOf = () => sql`exists (
  select 1 from outbox o
  where o.account = s.account and o.state = 'waiting' and o.due_at <= extract(epoch from now()) * 1000)`;
