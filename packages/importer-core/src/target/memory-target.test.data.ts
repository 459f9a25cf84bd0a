import type { Delivery, DeliveryOutcome, Target } from './target.js';

/** An ERP in memory that remembers every delivery, and fails where a test wants it to. */
export class MemoryTarget implements Target {
  readonly id: string = 'memory';
  readonly deliveries: Delivery[] = [];
  readonly updates: Delivery[] = [];
  /** Called before and after each batch is taken; may throw. */
  onDeliver: (moment: 'before' | 'after') => void = () => {};
  refuse: (orderId: string) => boolean = () => false;

  get counts(): Map<string, number> {
    const counts = new Map<string, number>();
    for (const { order } of this.deliveries) {
      counts.set(order.source.orderId, (counts.get(order.source.orderId) ?? 0) + 1);
    }
    return counts;
  }

  async findDelivered(keys: readonly string[]): Promise<Set<string>> {
    const held = new Set(this.deliveries.map((delivery) => delivery.key));
    return new Set(keys.filter((key) => held.has(key)));
  }

  async deliver(orders: readonly Delivery[]): Promise<DeliveryOutcome[]> {
    this.onDeliver('before');
    const outcomes = orders.map((delivery): DeliveryOutcome => {
      if (this.refuse(delivery.order.source.orderId)) {
        return { outcome: 'held', reason: 'erp-refused', message: 'The ERP does not know the article.' };
      }
      this.deliveries.push(delivery);
      return { outcome: 'delivered' };
    });
    this.onDeliver('after');
    return outcomes;
  }

  async close(): Promise<void> {}
}

/** The same, able to take updates. */
export class UpdatableTarget extends MemoryTarget {
  override readonly id = 'updatable';

  async update(orders: readonly Delivery[]): Promise<DeliveryOutcome[]> {
    this.updates.push(...orders);
    return orders.map(() => ({ outcome: 'delivered' }));
  }
}
