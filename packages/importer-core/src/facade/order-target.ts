import { HoldError } from '../errors.js';
import type { ErpOrder } from '../order/erp-order.js';
import type { DeliveryOutcome, Target } from '../target/target.js';

/**
 * An ERP in three members: where orders go when nothing of {@link Target} but this is needed.
 *
 * @typeParam Order what the ERP is given; the neutral order unless something stands between, as `withMapping` of importer-mapping
 */
export interface OrderTarget<Order = ErpOrder> {
  /** Names it in the store, e.g. `erp`; the same name means the same orders. */
  readonly name: string;
  /**
   * Whether the ERP has the order with this key already; asked when it is not known whether a delivery arrived.
   *
   * @param key names the order at this account for ever, e.g. `3f1d0c9a2b77-300000180937794`
   */
  has(key: string): boolean | Promise<boolean>;
  /**
   * Takes one order; resolves when it is safe. A thrown {@link HoldError} keeps this order aside and lets the others go on; anything
   * else that is thrown ends the run.
   */
  put(order: Order, key: string): void | Promise<void>;
}

/** An {@link OrderTarget} as the engine wants it; a whole {@link Target} stays what it is. */
export function targetOf(target: Target | OrderTarget): Target {
  if ('deliver' in target) return target;
  return {
    id: target.name,
    async findDelivered(keys) {
      const found = new Set<string>();
      for (const key of keys) if (await target.has(key)) found.add(key);
      return found;
    },
    async deliver(deliveries, signal) {
      const outcomes: DeliveryOutcome[] = [];
      for (const { key, order } of deliveries) {
        signal?.throwIfAborted();
        outcomes.push(await putOne(target, order, key));
      }
      return outcomes;
    },
    async close() {},
  };
}

async function putOne(target: OrderTarget, order: ErpOrder, key: string): Promise<DeliveryOutcome> {
  try {
    await target.put(order, key);
    return { outcome: 'delivered' };
  } catch (error) {
    if (!(error instanceof HoldError)) throw error;
    return { outcome: 'held', ...error.holdReason };
  }
}
