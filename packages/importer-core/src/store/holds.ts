import { type Kysely, sql } from 'kysely';
import type { ProblemValues } from '../messages/problem.js';
import type { DeliveryScope } from './deliveries.js';
import { recordset, sqlText } from './sql-text.js';
import type { CoreTables, HoldOrigin } from './tables.js';

export interface Hold {
  readonly holdId: string;
  readonly origin: HoldOrigin;
  readonly reason: string;
  readonly field?: string | undefined;
  readonly values?: ProblemValues | undefined;
  readonly message: string;
  /** The order as it arrived, JSON text. */
  readonly payload: string;
  readonly payloadHash: string;
}

export interface KnownHold {
  readonly holdId: string;
  readonly origin: HoldOrigin;
  readonly reason: string;
  readonly payloadHash: string;
}

/** Which of these orders are held. */
export async function findHolds(
  db: Kysely<CoreTables>,
  scope: DeliveryScope,
  holdIds: readonly string[],
): Promise<Map<string, KnownHold>> {
  const { rows } = await sql<KnownHold>`
    select hold_id as "holdId", origin, reason, payload_hash as "payloadHash"
    from hold
    where account = ${scope.account} and target = ${scope.target}
      and hold_id = any(array(select json_array_elements_text(${JSON.stringify(holdIds)}::json)))
  `.execute(db);
  return new Map(rows.map((row) => [row.holdId, row]));
}

/** Keeps orders aside; one that is held already takes the new reason and payload. */
export async function writeHolds(
  db: Kysely<CoreTables>,
  scope: DeliveryScope,
  holds: readonly Hold[],
  now: string,
): Promise<void> {
  if (holds.length === 0) return;
  const rows = holds.map((hold) => ({
    ...hold,
    reason: sqlText(hold.reason),
    field: hold.field === undefined ? null : sqlText(hold.field),
    values: hold.values === undefined ? null : sqlText(JSON.stringify(hold.values)),
    message: sqlText(hold.message),
  }));
  await sql`
    insert into hold (account, target, hold_id, origin, reason, field, "values", message, payload, payload_hash, held_at)
    select ${scope.account}, ${scope.target}, r."holdId", r.origin, r.reason, r.field, r."values"::json, r.message, r.payload, r."payloadHash", ${now}
    from json_to_recordset(${recordset(rows)}::json)
      as r("holdId" text, origin text, reason text, field text, "values" text, message text, payload text, "payloadHash" text)
    on conflict (account, target, hold_id) do update set
      origin = excluded.origin, reason = excluded.reason, field = excluded.field,
      "values" = excluded."values", message = excluded.message,
      payload = excluded.payload, payload_hash = excluded.payload_hash, held_at = excluded.held_at,
      retry_requested_at = null
  `.execute(db);
}

/** Ends holds. */
export async function clearHolds(
  db: Kysely<CoreTables>,
  scope: DeliveryScope,
  holdIds: readonly string[],
): Promise<void> {
  if (holdIds.length === 0) return;
  await sql`
    delete from hold
    where account = ${scope.account} and target = ${scope.target}
      and hold_id = any(array(select json_array_elements_text(${JSON.stringify(holdIds)}::json)))
  `.execute(db);
}
