import type { HoldReason } from '../messages/problem.js';
import type { ErpOrder } from '../order/erp-order.js';
import type { StoreTransaction } from '../store/store.js';

/**
 * Where orders go: a file, an ERP's API, a staging table. Only a target knows its ERP.
 *
 * The engine claims an order, delivers it, then confirms it. When it cannot know whether a delivery
 * arrived (a crash, a lost answer), it asks {@link Target.findDelivered} before it delivers again, so a
 * target that answers truthfully receives every order once.
 */
export interface Target {
  /** Names the target and its place, e.g. `ndjson:/srv/orders.ndjson`; deliveries are counted per id. */
  readonly id: string;
  /**
   * Named where only one run may work on the target at a time, whatever accounts they are of: an ERP whose customers two
   * runs would create twice. Left out: one run per account and target.
   */
  readonly exclusive?: string | undefined;
  /** Which of these delivery keys the target already holds. */
  findDelivered(keys: readonly string[], signal?: AbortSignal): Promise<ReadonlySet<string>>;
  /**
   * Delivers orders in the given order; resolves when they are safe at the target.
   *
   * One outcome per order, same sequence. A thrown error means: nothing is known about any of them.
   */
  deliver(orders: readonly Delivery[], signal?: AbortSignal): Promise<readonly DeliveryOutcome[]>;
  /**
   * Replaces orders that were delivered before and have changed since; safe to repeat. Left out by a target
   * that cannot. Outcomes as for {@link Target.deliver}.
   */
  update?(orders: readonly Delivery[], signal?: AbortSignal): Promise<readonly DeliveryOutcome[]>;
  /**
   * Takes back orders that were delivered and are now held because they have changed, as far as nobody has fetched them.
   * Only for a target that keeps its orders in the engine's own store.
   *
   * @param transaction writes the holds; the record of the delivery goes in it too
   * @returns what was taken back, by BillBeeOrderId: new when it comes again
   */
  takeBack?(transaction: StoreTransaction, orderIds: readonly string[]): Promise<ReadonlySet<string>>;
  /**
   * What the target holds of the account, in batches: asked when the store has no record of any delivery to it
   * (a new store beside an old target), or when {@link Target.mark} has moved without it. Left out by a target
   * that cannot say.
   *
   * @param since a mark: only what was delivered after it; absent or unknown: everything
   */
  listDelivered?(since?: string): AsyncIterable<readonly DeliveredOrder[]>;
  /**
   * Changes with every delivery, whoever makes it (two stores may share a file). Left out by a target that cannot
   * tell.
   */
  mark?(): Promise<string | undefined>;
  close(): Promise<void>;
}

export interface Delivery {
  /** Deterministic per account and order: the same order always carries the same key. */
  readonly key: string;
  readonly order: ErpOrder;
}

/** An order found at the target. */
export interface DeliveredOrder {
  readonly key: string;
  /** BillBeeOrderId. */
  readonly orderId: string;
  readonly statusId: number;
}

/** `kept`: an update was not taken over, and is no matter for a person: the target has the order as it was before. */
export type DeliveryOutcome =
  | { readonly outcome: 'delivered' | 'kept' }
  | ({ readonly outcome: 'held' } & HoldReason);
