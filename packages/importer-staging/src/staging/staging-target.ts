import type { Clock, Delivery, DeliveryOutcome, ErpOrder, HoldReason, Store, Target } from 'importer-core';
import { importMessages } from 'importer-core/messages';
import { sqlOf, sqlText } from 'importer-core/store';
import { sql } from 'kysely';
import { withdrawStaged } from './withdraw-staged.js';

export interface StagedOrdersOptions {
  readonly store: Store;
  readonly account: string;
  /** As for `createStagingTarget`. */
  readonly queue: string;
  readonly clock: Clock;
}

export interface StagingTargetOptions {
  readonly store: Store;
  readonly account: string;
  /** Names the queue, e.g. the ERP's shop. */
  readonly queue: string;
  readonly clock: Clock;
  /** Says why the ERP could not take an order; undefined: it can. */
  readonly refuse?: ((order: ErpOrder) => Refusal | undefined) | undefined;
  /**
   * What happens to an order that changes after the ERP has taken it, which can only be noticed, not undone: leave
   * it (default) or hold it for a person.
   */
  readonly changedAfterTaking?: 'ignore' | 'hold' | undefined;
}

/** Why an order does not go to the queue. */
export type Refusal = HoldReason;

/** The target id of a queue. */
export const stagingTargetId = (queue: string): string => `staged:${queue}`;

/**
 * A queue in the store as the destination: orders wait until the ERP fetches and acknowledges them, see
 * `StagedOrders`. One that changes while it waits is replaced, or taken back when the change is held.
 *
 * @example await runImport({ ...options, target: createStagingTarget({ store, account, queue: 'shop-1', clock }), changes: 'update' });
 */
export function createStagingTarget(options: StagingTargetOptions): Target {
  const { store, account, queue, clock, refuse } = options;

  async function write(deliveries: readonly Delivery[]): Promise<readonly DeliveryOutcome[]> {
    const refusals = deliveries.map(({ order }) => refuse?.(order));
    const admitted = deliveries.filter((_, index) => refusals[index] === undefined);
    const taken = await upsert(admitted);
    return deliveries.map(({ order: { source } }, index): DeliveryOutcome => {
      const refusal = refusals[index];
      if (refusal) return { outcome: 'held', ...refusal };
      if (!taken.has(source.orderId)) return { outcome: 'delivered' };
      if (options.changedAfterTaking !== 'hold') return { outcome: 'kept' };
      return {
        outcome: 'held',
        ...importMessages.reason('changed-after-delivery', { orderId: source.orderId, what: 'fetched' }),
      };
    });
  }

  /** @returns the orders that had been taken already and stay as they are */
  async function upsert(deliveries: readonly Delivery[]): Promise<ReadonlySet<string>> {
    if (deliveries.length === 0) return new Set();
    const rows = deliveries.map(({ key, order }) => ({
      key,
      orderId: order.source.orderId,
      orderNumber: order.source.orderNumber === null ? null : sqlText(order.source.orderNumber),
      externalId: order.source.externalId === null ? null : sqlText(order.source.externalId),
      orderedAt: new Date(order.orderedAt).toISOString(),
      changedAt: new Date(order.modifiedAt ?? order.orderedAt).toISOString(),
      mapped: JSON.stringify(order),
    }));
    const now = new Date(clock.now()).toISOString();
    const written = await sql<{ orderId: string }>`
      insert into staged_order
        (account, queue, order_id, key, state, order_number, external_id, ordered_at, changed_at, mapped, staged_at)
      select ${account}, ${queue}, r."orderId", r.key, 'waiting', r."orderNumber", r."externalId",
        r."orderedAt", r."changedAt", r.mapped::json, ${now}
      from json_to_recordset(${JSON.stringify(rows)}::json)
        as r(key text, "orderId" text, "orderNumber" text, "externalId" text, "orderedAt" text,
          "changedAt" text, mapped text)
      on conflict (account, queue, order_id) do update set
        order_number = excluded.order_number, external_id = excluded.external_id,
        ordered_at = excluded.ordered_at, changed_at = excluded.changed_at, mapped = excluded.mapped
      where staged_order.state = 'waiting'
      returning order_id as "orderId"
    `.execute(store.db);
    const changed = new Set(written.rows.map((row) => row.orderId));
    return new Set(rows.map((row) => row.orderId).filter((orderId) => !changed.has(orderId)));
  }

  return {
    id: stagingTargetId(queue),
    deliver: write,
    update: write,
    takeBack: (transaction, orderIds) =>
      withdrawStaged(sqlOf(transaction), { account, queue, target: stagingTargetId(queue) }, orderIds),
    async findDelivered(keys) {
      const { rows } = await sql<{ key: string }>`
        select key from staged_order where account = ${account} and queue = ${queue}
          and key = any(array(select json_array_elements_text(${JSON.stringify(keys)}::json)))
      `.execute(store.db);
      return new Set(rows.map((row) => row.key));
    },
    async close() {},
  };
}
