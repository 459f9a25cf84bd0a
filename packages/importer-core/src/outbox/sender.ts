import { type Kysely, sql } from 'kysely';
import { ImporterError, RetryError } from '../errors.js';
import { outboxMessages } from '../messages/core/outbox-messages.js';
import type { Problem } from '../messages/problem.js';
import type { Clock } from '../ports.js';
import { noteOwnStatusChange } from '../store/own-status-changes.js';
import type { Store } from '../store/store.js';
import type { CoreTables } from '../store/tables.js';
import { isDue, isNext, longestRetryMs, type OutboxRow, saying } from './entry.js';
import { sendOne, sendStock, whyOutdated } from './send-one.js';
import type { WriteBackSink } from './write-back-sink.js';

export interface SendDueOptions {
  readonly store: Store;
  readonly account: string;
  readonly sink: WriteBackSink;
  readonly clock: Clock;
  readonly signal?: AbortSignal | undefined;
}

/** Stock levels per call. */
const stockBatch = 50;
const batch = 100;

/** Sends an account's due entries; the caller sees to it that there is only one at a time. */
export class Sender {
  readonly #db: Kysely<CoreTables>;
  readonly #options: SendDueOptions;
  sent = 0;
  dead = 0;

  constructor(db: Kysely<CoreTables>, options: SendDueOptions) {
    this.#db = db;
    this.#options = options;
  }

  /** @returns why it ended early */
  async run(): Promise<unknown> {
    for (;;) {
      const due = await this.#due();
      if (due.length === 0) return undefined;
      const stock = due.filter((row) => row.kind === 'stock');
      try {
        for (let start = 0; start < stock.length; start += stockBatch) {
          await this.#sendStock(stock.slice(start, start + stockBatch));
        }
        for (const row of due) if (row.kind !== 'stock') await this.#send(row);
      } catch (error) {
        return error;
      }
    }
  }

  /** The first waiting entry of each subject, when it is due. */
  async #due(): Promise<OutboxRow[]> {
    const { rows } = await sql<OutboxRow>`
      select * from outbox o
      where account = ${this.#options.account} and ${isDue(sql`${Math.floor(this.#options.clock.now())}::bigint`)} and ${isNext()}
      order by id limit ${batch}
    `.execute(this.#db);
    return rows;
  }

  async #send(row: OutboxRow): Promise<void> {
    const { sink, signal } = this.#options;
    try {
      signal?.throwIfAborted();
      const outdated = await whyOutdated(row, sink, signal);
      if (outdated) {
        await this.#settle(row, outdated);
        return;
      }
      await this.#begin([row]);
      await this.#settle(row, await sendOne(row, sink, signal));
      this.sent += 1;
    } catch (error) {
      await this.#failed(row, error);
    }
  }

  async #sendStock(rows: readonly OutboxRow[]): Promise<void> {
    await this.#begin(rows);
    let outcomes: readonly (Problem | undefined)[];
    try {
      outcomes = await sendStock(rows, this.#options.sink, this.#options.signal);
    } catch (error) {
      if (rows.length > 1 && isFinal(error)) {
        // One that Billbee does not take must not bring down the others of its call.
        for (const row of rows) await this.#sendStock([row]);
        return;
      }
      for (const row of rows) await this.#failed(row, error, false);
      throwIfEnding(error);
      return;
    }
    for (const [index, row] of rows.entries()) {
      const problem = outcomes[index];
      if (problem === undefined) {
        await this.#settle(row, null);
        this.sent += 1;
      } else await this.#died(row, problem);
    }
  }

  /** From here until the outcome is known, a crash leaves it unclear whether the call arrived. */
  async #begin(rows: readonly OutboxRow[]): Promise<void> {
    this.#options.signal?.throwIfAborted();
    const ids = rows.map((row) => row.id);
    await this.#db.transaction().execute(async (db) => {
      await db.updateTable('outbox').set({ unclear: true }).where('id', 'in', ids).execute();
      for (const { kind, order_id: orderId, payload } of rows) {
        if (kind !== 'status' || orderId === null) continue;
        const { statusId } = payload as { statusId: number };
        await noteOwnStatusChange(db, this.#options.account, orderId, statusId, this.#now());
      }
    });
  }

  /** Nothing is left to do about it. */
  async #settle(row: OutboxRow, note: Problem | null): Promise<void> {
    await this.#db
      .updateTable('outbox')
      .set({
        state: 'sent',
        unclear: false,
        attempts: row.attempts + 1,
        ...saying(note),
        updated_at: this.#now(),
      })
      .where('id', '=', row.id)
      .execute();
  }

  async #failed(row: OutboxRow, error: unknown, end = true): Promise<void> {
    const problem = problemOf(error);
    if (isFinal(error) || row.attempts + 1 >= mostAttempts) return this.#died(row, problem);
    const { clock, signal } = this.#options;
    const retry = error instanceof RetryError || !(error instanceof ImporterError);
    const counts = retry && !signal?.aborted;
    const attempts = row.attempts + (counts ? 1 : 0);
    const asked = error instanceof RetryError ? error.retryAfterMs : undefined;
    await this.#db
      .updateTable('outbox')
      .set({
        attempts,
        ...saying(problem),
        due_at: Math.floor(clock.now() + (counts ? retryDelay(attempts, asked) : 0)),
        updated_at: this.#now(),
      })
      .where('id', '=', row.id)
      .execute();
    if (end) throwIfEnding(error);
    signal?.throwIfAborted();
  }

  async #died(row: OutboxRow, problem: Problem): Promise<void> {
    await this.#db
      .updateTable('outbox')
      .set({
        state: 'dead',
        attempts: row.attempts + 1,
        ...saying(problem),
        updated_at: this.#now(),
      })
      .where('id', '=', row.id)
      .execute();
    this.dead += 1;
  }

  #now(): string {
    return new Date(this.#options.clock.now()).toISOString();
  }
}

function problemOf(error: unknown): Problem {
  if (error instanceof ImporterError) return error;
  return outboxMessages.problem('unexpected', {
    fault: error instanceof Error ? error.message : String(error),
  });
}

/** Billbee has refused this very write-back: sending it again would change nothing. */
function isFinal(error: unknown): boolean {
  return error instanceof ImporterError && error.reaction === 'hold';
}

/** Wrong credentials and a stop concern every entry, not this one. */
function throwIfEnding(error: unknown): void {
  if (error instanceof ImporterError && (error.reaction === 'settings' || error.reaction === 'stop'))
    throw error;
}

/** After this many tries (about a day and a half) a write-back is dead: visible, and retryable by hand. */
const mostAttempts = 50;

/**
 * How long to wait after a failed try: 1, 2 and 2 seconds, then doubling up to an hour.
 *
 * @param attempts tries so far, at least 1
 * @param askedMs what the server asked for, milliseconds; obeyed from the fourth try on
 * @returns milliseconds
 */
function retryDelay(attempts: number, askedMs = 0): number {
  if (attempts === 1) return 1000;
  if (attempts <= 3) return 2000;
  return Math.min(longestRetryMs, Math.max(askedMs, 4000 * 2 ** (attempts - 4)));
}
