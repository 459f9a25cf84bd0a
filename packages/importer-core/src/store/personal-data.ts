import { type Kysely, sql } from 'kysely';
import type { CoreTables } from './tables.js';

/** Stands for a payload that is not kept any more. */
export const forgotten = '"forgotten"';

/** Before when personal data are forgotten, ISO 8601 with `Z`; absent: they are kept. */
export interface ForgetBefore {
  /** Raw payloads of orders held since before. */
  readonly held?: string | undefined;
  /** Orders that the store itself is the target of, delivered or changed last before. */
  readonly delivered?: string | undefined;
}

/** How many orders something was forgotten of. */
export interface Forgotten {
  readonly held: number;
  readonly delivered: number;
}

/**
 * Forgets what buyers are in orders of long ago. That an order was delivered or is held stays known, so nothing is delivered twice.
 *
 * @example await forgetOldOrders(store.db, account, { held: '2026-08-01T00:00:00Z' })
 */
export async function forgetOldOrders(
  db: Kysely<CoreTables>,
  account: string,
  before: ForgetBefore,
): Promise<Forgotten> {
  const { held, delivered } = before;
  const holds =
    held === undefined
      ? undefined
      : await sql`${withoutPayload} where account = ${account} and held_at < ${held} and payload <> ${forgotten}`.execute(
          db,
        );
  const stored =
    delivered === undefined
      ? undefined
      : await sql`
          delete from stored_order s using delivery d
          where s.account = ${account} and d.account = s.account and d.target = 'store' and d.key = s.key
            and d.state = 'delivered' and d.updated_at < ${delivered}`.execute(db);
  return { held: affected(holds), delivered: affected(stored) };
}

/**
 * Forgets one buyer: the raw payloads of held orders and the mapped orders in which the address stands, in whichever field.
 *
 * @param email in upper or lower case
 * @param account absent: in every account
 */
export async function forgetBuyer(
  db: Kysely<CoreTables>,
  email: string,
  account?: string,
): Promise<Forgotten> {
  const like = likeOf(email);
  const ofAccount = account === undefined ? sql`true` : sql`account = ${account}`;
  const holds = await sql<{ account: string; target: string; id: string; text: string }>`
    select account, target, hold_id as id, payload as text from hold where ${ofAccount} and payload ilike ${like}`.execute(
    db,
  );
  let held = 0;
  for (const { account: owner, target, id, text } of holds.rows) {
    if (!mentions(JSON.parse(text), email)) continue;
    await sql`${withoutPayload} where account = ${owner} and target = ${target} and hold_id = ${id}`.execute(
      db,
    );
    held += 1;
  }
  const stored = await sql<{ account: string; key: string; text: string }>`
    select account, key, mapped::text as text from stored_order where ${ofAccount} and mapped::text ilike ${like}`.execute(
    db,
  );
  let delivered = 0;
  for (const { account: owner, key, text } of stored.rows) {
    if (!mentions(JSON.parse(text), email)) continue;
    await sql`delete from stored_order where account = ${owner} and key = ${key}`.execute(db);
    delivered += 1;
  }
  return { held, delivered };
}

/** An ERP's own words may quote a name; those of the catalogues hold none. */
const withoutPayload = sql`
  update hold set payload = ${forgotten}, message = case when origin = 'target' and "values" is null then '' else message end`;

/** A pattern for `ilike` that finds JSON texts in which an address may stand; {@link mentions} says whether it does. */
export function likeOf(email: string): string {
  const json = JSON.stringify(email.trim()).slice(1, -1);
  return `%${json.replace(/[\\%_]/g, '\\$&')}%`;
}

/** Whether a JSON value holds a text that is this address, in upper or lower case. */
export function mentions(value: unknown, email: string): boolean {
  if (typeof value === 'string') return value.trim().toLowerCase() === email.trim().toLowerCase();
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some((inner) => mentions(inner, email));
}

function affected(result: { readonly numAffectedRows?: bigint } | undefined): number {
  return Number(result?.numAffectedRows ?? 0n);
}
