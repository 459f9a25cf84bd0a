import type { Selectable } from 'kysely';
import type { OutboxTable } from '../store/tables.js';
import type { OutboxEntry, WriteBackKind, WriteBackState } from './write-back.js';

export type OutboxRow = Selectable<OutboxTable>;

/** A row as `outbox --json` prints it. */
export function entryOf(row: OutboxRow): OutboxEntry {
  return {
    id: String(row.id),
    kind: row.kind as WriteBackKind,
    orderId: row.order_id,
    state: row.state as WriteBackState,
    attempts: row.attempts,
    message: row.message,
    updatedAt: row.updated_at,
  };
}
