import type { HoldReason } from '../messages/problem.js';
import type { ErpOrder } from '../order/erp-order.js';

/** A raw order after parsing and mapping: ready for the target, or with the reason why it is not. */
export interface PreparedOrder {
  /** BillBeeOrderId; undefined when the payload has none that can be read. */
  readonly orderId: string | undefined;
  readonly statusId: number | undefined;
  /** LastModifiedAt as it stands in the payload. */
  readonly modifiedAt: string | undefined;
  /** Changes when the order's content does; status and modification time are no content. Empty when held. */
  readonly contentHash: string;
  readonly result:
    | { readonly outcome: 'ready'; readonly order: ErpOrder }
    | ({ readonly outcome: 'held' } & HoldReason);
}

/** Turns one raw order of a page into a prepared one; an order that cannot be used is no error. */
export type PrepareOrder = (raw: unknown) => PreparedOrder | Promise<PreparedOrder>;
