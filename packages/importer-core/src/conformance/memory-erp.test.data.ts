import type { ErpOrder } from '../order/erp-order.js';
import type { DeliveredOrder, Delivery, DeliveryOutcome, Target } from '../target/target.js';
import type { TargetLocation } from './target-trial.js';

/** An ERP that keeps every promise; what is kept outlives the targets that are opened on it. */
export class MemoryErp implements TargetLocation {
  readonly rows: Delivery[] = [];
  marks = 0;

  async open(): Promise<Target> {
    return this.target();
  }

  async orderIds(): Promise<readonly string[]> {
    return this.rows.map(({ order }) => order.source.orderId);
  }

  target(): Target {
    return {
      id: 'memory-erp',
      findDelivered: async (keys) => this.find(keys),
      deliver: async (orders, signal) => this.deliver(orders, signal),
      update: async (orders) => this.deliver(orders),
      listDelivered: () => this.list(),
      mark: async () => String(this.marks),
      close: async () => {},
    };
  }

  async find(keys: readonly string[]): Promise<Set<string>> {
    const held = new Set(this.rows.map(({ key }) => key));
    return new Set(keys.filter((key) => held.has(key)));
  }

  async deliver(orders: readonly Delivery[], signal?: AbortSignal): Promise<DeliveryOutcome[]> {
    signal?.throwIfAborted();
    return orders.map((delivery) => this.take(delivery));
  }

  take(delivery: Delivery): DeliveryOutcome {
    if (delivery.order.currency === 'XXX') {
      return { outcome: 'held', reason: 'currency-unknown', message: 'Enter the currency in the ERP.' };
    }
    const at = this.rows.findIndex(({ key }) => key === delivery.key);
    if (at >= 0) this.rows[at] = delivery;
    else this.rows.push(delivery);
    this.marks += 1;
    return { outcome: 'delivered' };
  }

  async *list(): AsyncGenerator<DeliveredOrder[]> {
    yield this.rows.map(({ key, order }) => ({
      key,
      orderId: order.source.orderId,
      statusId: order.source.statusId ?? 0,
    }));
  }
}

/** The ERP knows no such currency. */
export const refusedByMemoryErp = (order: ErpOrder): ErpOrder => ({ ...order, currency: 'XXX' });
