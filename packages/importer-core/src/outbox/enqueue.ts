import { type Kysely, sql } from 'kysely';
import type { Tables } from '../store/tables.js';

/** Puts the same status for many orders into the outbox, in the transaction that confirms them. */
export async function enqueueStatus(
  db: Kysely<Tables>,
  account: string,
  orderIds: readonly string[],
  statusId: number,
  now: number,
): Promise<void> {
  if (orderIds.length === 0) return;
  await sql`
    insert into outbox (account, kind, order_id, subject, payload, state, due_at, updated_at)
    select ${account}, 'status', value, 'order:' || value, ${JSON.stringify({ statusId })}::jsonb, 'waiting',
      ${now}::bigint, ${new Date(now).toISOString()}
    from jsonb_array_elements_text(${JSON.stringify(orderIds)}::jsonb)
  `.execute(db);
}
