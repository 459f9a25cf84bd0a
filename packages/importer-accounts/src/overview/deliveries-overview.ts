import type { Store } from 'importer-core';
import { type OrderEvent, sqlText } from 'importer-core/store';

/** An order that was delivered, as a list shows it. */
export interface DeliveryOverview {
  readonly orderId: string;
  readonly orderNumber: string | null;
  /** With currency, e.g. `119.00 EUR`. */
  readonly total: string | null;
  readonly target: string;
  /** `dismissed`: a person has decided that it is not to be delivered. */
  readonly state: 'delivered' | 'dismissed';
  /** What a person wrote who dismissed it. */
  readonly note: string | null;
  /** ISO 8601 with `Z`: when it was delivered or changed last. */
  readonly at: string;
}

export interface DeliveriesQuery {
  /** From 1. */
  readonly page?: number | undefined;
  readonly pageSize?: number | undefined;
  /** Order number or BillBeeOrderId, whole. */
  readonly search?: string | undefined;
}

/** One page of an account's deliveries, newest first, and how many there are. */
export async function deliveriesOverview(
  { db }: Store,
  account: string,
  { page = 1, pageSize = 50, search }: DeliveriesQuery = {},
): Promise<{ readonly deliveries: readonly DeliveryOverview[]; readonly total: number }> {
  let found = db
    .selectFrom('delivery')
    .where('account', '=', account)
    .where('state', 'in', ['delivered', 'dismissed']);
  if (search !== undefined) {
    const text = sqlText(search.trim());
    found = found.where(({ eb, or }) => or([eb('order_id', '=', text), eb('order_number', '=', text)]));
  }
  const { count } = await found.select(({ fn }) => fn.countAll().as('count')).executeTakeFirstOrThrow();
  const rows = await found
    .select(['order_id', 'order_number', 'total', 'target', 'state', 'note', 'updated_at'])
    .orderBy('updated_at', 'desc')
    .orderBy('order_id')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute();
  return {
    deliveries: rows.map((row) => ({
      orderId: row.order_id,
      orderNumber: row.order_number,
      total: row.total,
      target: row.target,
      state: row.state === 'dismissed' ? 'dismissed' : 'delivered',
      note: row.note,
      at: row.updated_at,
    })),
    total: Number(count),
  };
}

/** What happened to one order at its targets, for people. */
export interface OrderHistoryEntry {
  readonly event: OrderEvent;
  /** Code of the reason why it was held. */
  readonly reason: string | null;
  readonly target: string;
  /** ISO 8601 with `Z`. */
  readonly at: string;
}

/** The history of an order, oldest first, as far as it is kept: half a year. */
export async function orderHistory(
  { db }: Store,
  account: string,
  orderId: string,
): Promise<readonly OrderHistoryEntry[]> {
  return db
    .selectFrom('order_event')
    .select(['event', 'reason', 'target', 'at'])
    .where('account', '=', account)
    .where('order_id', '=', sqlText(orderId))
    .orderBy('id', 'desc')
    .limit(100)
    .execute()
    .then((newestFirst) => newestFirst.reverse());
}
