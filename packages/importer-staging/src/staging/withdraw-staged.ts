import type { CoreTables } from 'importer-core/store';
import { type Kysely, sql } from 'kysely';

/**
 * Takes orders out of a queue that the ERP has not taken, and with them the record of their delivery: without that they are
 * new when they come again, also with the same content.
 *
 * @param db a transaction
 * @param target the queue's target id
 * @returns the orders that waited and wait no more
 */
export async function withdrawStaged(
  db: Kysely<CoreTables>,
  scope: { readonly account: string; readonly queue: string; readonly target: string },
  orderIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (orderIds.length === 0) return new Set();
  const { rows } = await sql<{ orderId: string }>`
    delete from staged_order
    where account = ${scope.account} and queue = ${scope.queue} and state = 'waiting'
      and order_id = any(array(select json_array_elements_text(${JSON.stringify(orderIds)}::json)))
    returning order_id as "orderId"
  `.execute(db);
  const withdrawn = rows.map((row) => row.orderId);
  if (withdrawn.length > 0) {
    await sql`
      delete from delivery
      where account = ${scope.account} and target = ${scope.target}
        and order_id = any(array(select json_array_elements_text(${JSON.stringify(withdrawn)}::json)))
    `.execute(db);
  }
  return new Set(withdrawn);
}
