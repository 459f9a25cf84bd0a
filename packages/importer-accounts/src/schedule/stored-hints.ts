import type { Store } from 'importer-core';
import { sql } from 'kysely';
import { tablesOf } from '../store/tables.js';

/** What hints ask for at the moment. */
export type HintedWork =
  | { readonly kind: 'orders'; readonly ids: readonly string[] }
  /** A look at everything: a hint named no order, or there are more than are worth a call each. */
  | { readonly kind: 'poll' };

/**
 * The same order is read by its id at most once in so many seconds, which leaves two of Billbee's 6 calls per order and
 * minute to others.
 */
const spacing = sql`interval '15 seconds'`;
/** Up to so many orders are read by their ids; a page of a poll is quicker for more. */
const mostOrders = 20;
const poll = '';

/** Whether a row of `webhook_hint` asks for something that may be done now. */
export const hintIsReady = (table: string) => {
  const column = (name: string) => sql.ref(`${table}.${name}`);
  const taken = column('taken_at');
  return sql`(${taken} is null or (${column('hinted_at')} > ${taken} and ${taken} <= now() - ${spacing}))`;
};

/**
 * Keeps hints from webhooks in the store until somebody has looked at the orders; whatever comes for one order meanwhile is
 * one hint.
 *
 * @param ids BillBeeOrderIds; none at all asks for a poll
 * @param only keeps them only while they are wanted: `secret`: while this is the account's secret for webhooks; `enabled`: while the
 *   account is in the store and enabled. Looked at in the statement that writes, so that nothing is written of an account that is just
 *   being removed.
 * @returns whether they are kept
 * @example await addHints(store, account, ['300000180937794'])
 */
export async function addHints(
  { db }: Store,
  account: string,
  ids: readonly string[],
  { secret, enabled = false }: { readonly secret?: string | undefined; readonly enabled?: boolean } = {},
): Promise<boolean> {
  const wanted = JSON.stringify([...new Set(ids.length === 0 || ids.length > 200 ? [poll] : ids)]);
  const hasSecret = sql`select 1 from webhook where account = ${account} and secret = ${secret ?? ''} for share`;
  const isEnabled = sql`select 1 from account where key = ${account} and enabled for share`;
  const anyway = sql`select 1`;
  const { numAffectedRows = 0n } = await sql`
    with enabled as (${enabled ? isEnabled : anyway}), signed as (${secret === undefined ? anyway : hasSecret})
    insert into webhook_hint (account, order_id)
    select ${account}, value from json_array_elements_text(${wanted}::json), enabled, signed
    on conflict (account, order_id) do update set hinted_at = now()
  `.execute(db);
  return numAffectedRows > 0n;
}

/** Takes out what hints ask for now; undefined when nothing may be done. The caller has the account's lease. */
export async function takeHints({ db }: Store, account: string): Promise<HintedWork | undefined> {
  await sql`
    delete from webhook_hint h where account = ${account} and hinted_at <= taken_at and taken_at <= now() - ${spacing}
  `.execute(db);
  const { rows } = await sql<{ order_id: string }>`
    select order_id from webhook_hint h where account = ${account} and ${hintIsReady('h')} order by hinted_at
  `.execute(db);
  const ready = rows.map((row) => row.order_id);
  if (ready.length === 0) return undefined;
  const all = ready.includes(poll) || ready.length > mostOrders;
  const taken = all ? ready : ready.slice(0, mostOrders);
  await tablesOf(db)
    .updateTable('webhook_hint')
    .set({ taken_at: sql`now()` })
    .where('account', '=', account)
    .where('order_id', 'in', taken)
    .execute();
  return all ? { kind: 'poll' } : { kind: 'orders', ids: taken };
}
