import { type Kysely, sql } from 'kysely';
import type { DeliveryScope } from './deliveries.js';
import { recordset, sqlText } from './sql-text.js';
import type { Store } from './store.js';
import type { CoreTables, OrderEvent } from './tables.js';

/** What happened to an order. */
export interface NotedEvent {
  readonly orderId: string;
  readonly event: OrderEvent;
  /** Code of the reason why it was held. */
  readonly reason?: string | undefined;
}

/** Events are of use while somebody may ask for the order. */
const keptDays = 180;
const most = 10_000;

/** Notes what happened to orders, in the transaction in which it happens. */
export async function noteEvents(
  db: Kysely<CoreTables>,
  { account, target }: DeliveryScope,
  events: readonly NotedEvent[],
  now: string,
): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map(({ reason, ...event }) => ({
    ...event,
    reason: reason === undefined ? null : sqlText(reason),
  }));
  await sql`
    insert into order_event (account, target, order_id, event, reason, at)
    select ${account}, ${target}, r."orderId", r.event, r.reason, ${now}
    from json_to_recordset(${recordset(rows)}::json) as r("orderId" text, event text, reason text)
  `.execute(db);
}

/** Deletes events of half a year ago and more, some at a time. @param now milliseconds since 1970 */
export async function forgetOldEvents({ db }: Store, now: number): Promise<void> {
  const before = new Date(now - keptDays * 86_400_000).toISOString();
  // The first by number are the oldest: what is to stay is not looked at again and again.
  await sql`delete from order_event where at < ${before}
    and id in (select id from order_event order by id limit ${most})`.execute(db);
}
