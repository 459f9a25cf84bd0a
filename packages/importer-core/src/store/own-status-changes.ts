import { type Kysely, sql } from 'kysely';
import { recordset } from './sql-text.js';
import type { CoreTables } from './tables.js';

/** Notes that we set the order's status, so that the import does not take it for a change by others. */
export async function noteOwnStatusChange(
  db: Kysely<CoreTables>,
  account: string,
  orderId: string,
  statusId: number,
  now: string,
): Promise<void> {
  await db
    .insertInto('own_status_change')
    .values({ account, order_id: orderId, status_id: statusId, changed_at: now })
    .onConflict((conflict) =>
      conflict.columns(['account', 'order_id', 'status_id']).doUpdateSet({ changed_at: now }),
    )
    .execute();
}

/** Which of these orders have their status from us. */
export async function findOwnStatuses(
  db: Kysely<CoreTables>,
  account: string,
  orders: readonly { readonly orderId: string; readonly statusId: number }[],
): Promise<Set<string>> {
  if (orders.length === 0) return new Set();
  const { rows } = await sql<{ order_id: string }>`
    select own.order_id
    from json_to_recordset(${recordset(orders)}::json) as r("orderId" text, "statusId" integer)
    join own_status_change own
      on own.account = ${account} and own.order_id = r."orderId" and own.status_id = r."statusId"
  `.execute(db);
  return new Set(rows.map((row) => row.order_id));
}
