import { type Kysely, sql } from 'kysely';
import { recordset, sqlText } from './sql-text.js';
import type { CoreTables, DeliveryState } from './tables.js';

/** Deliveries are kept per account and target. */
export interface DeliveryScope {
  readonly account: string;
  readonly target: string;
}

export interface KnownDelivery {
  readonly orderId: string;
  readonly key: string;
  readonly state: DeliveryState;
  /** Empty when the delivery was found at the target and the store did not know of it. */
  readonly contentHash: string;
  readonly statusId: number;
}

export interface DeliveryRow {
  readonly orderId: string;
  readonly key: string;
  readonly contentHash: string;
  readonly statusId: number;
  readonly modifiedAt: string | undefined;
  readonly orderNumber: string | null;
  /** With currency, e.g. `119.00 EUR`. */
  readonly total: string | null;
}

/** What the store knows of these orders. */
export async function findDeliveries(
  db: Kysely<CoreTables>,
  scope: DeliveryScope,
  orderIds: readonly string[],
): Promise<Map<string, KnownDelivery>> {
  const { rows } = await sql<KnownDelivery>`
    select order_id as "orderId", key, state, content_hash as "contentHash", status_id as "statusId"
    from delivery
    where account = ${scope.account} and target = ${scope.target}
      and order_id = any(array(select json_array_elements_text(${JSON.stringify(orderIds)}::json)))
  `.execute(db);
  return new Map(rows.map((row) => [row.orderId, row]));
}

/**
 * Writes deliveries in a state; one that is there already takes the new content.
 *
 * A confirmed delivery never goes back to `claimed`, and what a person has given up stays so.
 *
 * @returns the ids of those that were written
 */
export async function writeDeliveries(
  db: Kysely<CoreTables>,
  scope: DeliveryScope,
  state: DeliveryState,
  deliveries: readonly DeliveryRow[],
  now: string,
): Promise<ReadonlySet<string>> {
  if (deliveries.length === 0) return new Set();
  const rows = deliveries.map((row) => ({
    ...row,
    modifiedAt: row.modifiedAt === undefined ? null : sqlText(row.modifiedAt),
    orderNumber: row.orderNumber === null ? null : sqlText(row.orderNumber),
  }));
  const written = await sql<{ id: string }>`
    insert into delivery (account, target, order_id, key, state, content_hash, status_id, modified_at, order_number, total, updated_at)
    select ${scope.account}, ${scope.target}, r."orderId", r.key, ${state}, r."contentHash", r."statusId", r."modifiedAt",
      r."orderNumber", r.total, ${now}
    from json_to_recordset(${recordset(rows)}::json)
      as r("orderId" text, key text, "contentHash" text, "statusId" integer, "modifiedAt" text, "orderNumber" text, total text)
    on conflict (account, target, order_id) do update set
      state = excluded.state, content_hash = excluded.content_hash, status_id = excluded.status_id,
      modified_at = excluded.modified_at, order_number = excluded.order_number, total = excluded.total, changed_hash = null, updated_at = excluded.updated_at
    where delivery.state = 'claimed' or excluded.state = 'delivered'
    returning order_id as id
  `.execute(db);
  return new Set(written.rows.map(({ id }) => id));
}

/** Notes orders found at the target; what the store knows of an order already stays. */
export async function adoptDeliveries(
  db: Kysely<CoreTables>,
  scope: DeliveryScope,
  found: readonly { readonly orderId: string; readonly key: string; readonly statusId: number }[],
  now: string,
): Promise<void> {
  if (found.length === 0) return;
  await sql`
    insert into delivery (account, target, order_id, key, state, content_hash, status_id, updated_at)
    select ${scope.account}, ${scope.target}, r."orderId", r.key, 'delivered', '', r."statusId", ${now}
    from json_to_recordset(${recordset(found)}::json) as r("orderId" text, key text, "statusId" integer)
    on conflict (account, target, order_id) do nothing
  `.execute(db);
}

/** Marks claims as delivered. */
export async function confirmDeliveries(
  db: Kysely<CoreTables>,
  scope: DeliveryScope,
  orderIds: readonly string[],
  now: string,
): Promise<void> {
  if (orderIds.length === 0) return;
  await sql`
    update delivery set state = 'delivered', updated_at = ${now}
    where account = ${scope.account} and target = ${scope.target}
      and order_id = any(array(select json_array_elements_text(${JSON.stringify(orderIds)}::json)))
  `.execute(db);
}

/** Takes back claims that were not delivered. */
export async function releaseClaims(
  db: Kysely<CoreTables>,
  scope: DeliveryScope,
  orderIds: readonly string[],
): Promise<void> {
  if (orderIds.length === 0) return;
  await sql`
    delete from delivery
    where account = ${scope.account} and target = ${scope.target} and state = 'claimed'
      and order_id = any(array(select json_array_elements_text(${JSON.stringify(orderIds)}::json)))
  `.execute(db);
}

/** Notes content that was met after the delivery and not delivered. */
export async function noteChanges(
  db: Kysely<CoreTables>,
  scope: DeliveryScope,
  changes: readonly { readonly orderId: string; readonly contentHash: string }[],
): Promise<void> {
  if (changes.length === 0) return;
  await sql`
    update delivery set changed_hash = r."contentHash"
    from json_to_recordset(${recordset(changes)}::json) as r("orderId" text, "contentHash" text)
    where delivery.account = ${scope.account} and delivery.target = ${scope.target}
      and delivery.order_id = r."orderId" and delivery.changed_hash is distinct from r."contentHash"
  `.execute(db);
}

/** Claims that were never confirmed, at most `limit`, by order id after `after`. */
export async function unconfirmedClaims(
  db: Kysely<CoreTables>,
  scope: DeliveryScope,
  after: string,
  limit: number,
): Promise<KnownDelivery[]> {
  return db
    .selectFrom('delivery')
    .select(['order_id as orderId', 'key', 'state', 'content_hash as contentHash', 'status_id as statusId'])
    .where('account', '=', scope.account)
    .where('target', '=', scope.target)
    .where('state', '=', 'claimed')
    .where('order_id', '>', after)
    .orderBy('order_id')
    .limit(limit)
    .execute();
}

/** Whether the store knows of any delivery to the target. */
export async function hasDeliveries(db: Kysely<CoreTables>, scope: DeliveryScope): Promise<boolean> {
  const row = await db
    .selectFrom('delivery')
    .select('order_id')
    .where('account', '=', scope.account)
    .where('target', '=', scope.target)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
