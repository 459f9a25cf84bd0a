import { HoldError, ImporterError } from '../errors.js';
import { orderMessages } from '../messages/core/order-messages.js';
import type { HoldReason } from '../messages/problem.js';
import { contentHash } from '../order/content-hash.js';
import type { ErpOrder } from '../order/erp-order.js';
import type { MapOrderOptions } from '../order/map-options.js';
import { mapOrder } from '../order/map-order.js';
import { parseOrder } from '../order/parse-order.js';
import { readOrderFacts } from '../order/read-order-facts.js';

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

/**
 * The standard way of an order from payload to target: parse, map, hash.
 *
 * @param options rules of the mapping
 * @returns a function that never throws for an order's sake; a wrong setting is thrown as SettingsError
 * @example prepareOrder({ timeZone: 'Europe/Berlin' })(page.orders[0]).result.outcome // 'ready'
 */
export function prepareOrder(options: MapOrderOptions = {}): (raw: unknown) => PreparedOrder {
  return (raw) => {
    const { orderId, statusId, lastModifiedAt } = readOrderFacts(raw);
    const facts = { orderId, statusId, modifiedAt: lastModifiedAt };
    try {
      const order = mapOrder(parseOrder(raw).order, options);
      return { ...facts, contentHash: contentHash(order), result: { outcome: 'ready', order } };
    } catch (error) {
      if (error instanceof ImporterError && !(error instanceof HoldError)) throw error;
      const why =
        error instanceof HoldError
          ? error.holdReason
          : orderMessages.reason('mapping-failed', {
              fault: error instanceof Error ? error.name : 'unknown',
            });
      return { ...facts, contentHash: '', result: { outcome: 'held', ...why } };
    }
  };
}
