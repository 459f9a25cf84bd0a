import type { Selectable, Updateable } from 'kysely';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Problem, ProblemValues } from '../messages/problem.js';
import { sqlText } from '../store/sql-text.js';
import type { CoreTables, OutboxTable } from '../store/tables.js';
import type { OutboxEntry, WriteBackKind, WriteBackState } from './write-back.js';
import type { Shipment, StockLevel } from './write-back-sink.js';

export type OutboxRow = Selectable<OutboxTable>;

/** A row as it is listed. */
export function entryOf(row: OutboxRow): OutboxEntry {
  return {
    id: String(row.id),
    kind: row.kind as WriteBackKind,
    orderId: row.order_id,
    subject: row.order_id ?? (row.payload as Partial<StockLevel>).sku ?? '',
    value: reportedValue(row.payload),
    state: row.state as WriteBackState,
    attempts: row.attempts,
    code: row.code,
    values: row.values as ProblemValues | null,
    message: row.message,
    updatedAt: row.updated_at,
  };
}

function reportedValue(payload: unknown): string {
  const { statusId, trackingNumber, tags, quantity } = payload as Partial<
    Shipment & StockLevel & { readonly statusId: number; readonly tags: readonly string[] }
  >;
  return String(statusId ?? trackingNumber ?? tags?.join(', ') ?? quantity ?? '');
}

/** What a row says about its last try. */
export function saying(
  problem: Problem | null,
): Pick<Updateable<OutboxTable>, 'code' | 'values' | 'message'> {
  if (problem === null) return { code: null, values: null, message: null };
  const { code, values, message } = problem;
  return {
    code: sqlText(code),
    values: values ? sqlText(JSON.stringify(values)) : null,
    message: sqlText(message),
  };
}

/**
 * Whether an entry `o` of the outbox is next for its order or article: it waits, and none before it does. Others are not sent yet, due
 * or not.
 */
export const isNext = () => sql<boolean>`(o.state = 'waiting' and not exists (
  select 1 from outbox before
  where before.account = o.account and before.subject = o.subject and before.state = 'waiting' and before.id < o.id))`;

/** No entry waits longer for its next try, in milliseconds. */
export const longestRetryMs = 3_600_000;

/**
 * Whether an entry `o` of the outbox is due. One that would be due later than any try is put off was written before the clock was set
 * back, and is due.
 *
 * @param now milliseconds since 1970
 */
export const isDue = (now: RawBuilder<unknown>) =>
  sql<boolean>`(o.due_at <= ${now} or o.due_at > ${now} + ${sql.lit(longestRetryMs)})`;

/** Until the transaction ends, nobody else puts something into the account's outbox or lets it wait again. */
export async function lockOutbox(db: Kysely<CoreTables>, account: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`billbee-importer:outbox:${account}`}, 1))`.execute(
    db,
  );
}
