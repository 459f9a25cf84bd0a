import type { Store } from 'importer-core';
import { likeOf, mentions } from 'importer-core/store';
import { sql } from 'kysely';

/**
 * Forgets what buyers are in orders that the ERP took before a time. That it has them stays known.
 *
 * @param before ISO 8601 with `Z`
 * @returns how many orders
 */
export async function forgetOldTaken({ db }: Store, account: string, before: string): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    update staged_order set mapped = 'null'
    where account = ${account} and state = 'taken' and taken_at < ${before} and mapped::text <> 'null'`.execute(
    db,
  );
  return Number(numAffectedRows);
}

/**
 * Forgets one buyer in the orders that ERPs have taken.
 *
 * @param account absent: in every account
 * @returns how many orders, and how many of the buyer's still wait for an ERP: those stay
 */
export async function forgetTakenBuyer(
  { db }: Store,
  email: string,
  account?: string,
): Promise<{ readonly taken: number; readonly waiting: number }> {
  const ofAccount = account === undefined ? sql`true` : sql`account = ${account}`;
  const { rows } = await sql<{ account: string; queue: string; id: string; state: string; text: string }>`
    select account, queue, order_id as id, state, mapped::text as text
    from staged_order where ${ofAccount} and mapped::text ilike ${likeOf(email)}`.execute(db);
  const found = rows.filter(({ text }) => mentions(JSON.parse(text), email));
  const taken = found.filter(({ state }) => state === 'taken');
  for (const row of taken) {
    await sql`update staged_order set mapped = 'null'
      where account = ${row.account} and queue = ${row.queue} and order_id = ${row.id}`.execute(db);
  }
  return { taken: taken.length, waiting: found.length - taken.length };
}
