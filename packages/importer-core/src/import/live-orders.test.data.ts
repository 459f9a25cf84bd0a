import { sampleOrder } from '../order/sample-orders.test.data.js';
import type { Clock } from '../ports.js';
import { readStamp, writeStamp } from './billbee-time.js';
import type { OrderPage, OrderPageQuery, OrderSource } from './order-source.js';

export interface LiveOrder {
  readonly id: string;
  status: number;
  /** LastModifiedAt as a comparable stamp in Billbee's frame; undefined: none. */
  modified: number | undefined;
  /** A late arrival is not in any answer before this moment (UTC). */
  visibleFrom: number;
  broken: boolean;
  /** Content that changes: the customer's city. */
  city: string;
  /** The order that this one was split off. */
  parent?: string;
}

export interface LiveOptions {
  readonly pageSize: number;
  /** Hours that Billbee's naive stamps are ahead of UTC. */
  readonly zoneHours: number;
  readonly order: 'ascending' | 'descending' | 'random';
  readonly random?: () => number;
  /** Called before each page is cut: the world moves on. */
  readonly beforePage?: (call: number) => void;
}

/** A live result set as Billbee's: offset paging over what matches at the moment of each call. */
export class LiveOrders implements OrderSource, Clock {
  readonly orders = new Map<string, LiveOrder>();
  readonly usage = { calls: 0, retries: 0 };
  readonly queries: OrderPageQuery[] = [];
  #time = Date.UTC(2026, 2, 10, 12);
  options: LiveOptions;

  constructor(options: Partial<LiveOptions> = {}) {
    this.options = { pageSize: 3, zoneHours: 0, order: 'random', ...options };
  }

  now(): number {
    return this.#time;
  }

  async sleep(milliseconds: number): Promise<void> {
    this.#time += milliseconds;
  }

  pass(milliseconds: number): void {
    this.#time += milliseconds;
  }

  /** Billbee's own clock, written as it writes time stamps. */
  get stamp(): number {
    return this.#time + this.options.zoneHours * 3_600_000;
  }

  add(id: string, changes: Partial<LiveOrder> = {}): LiveOrder {
    const order = {
      id,
      status: 3,
      modified: this.stamp,
      visibleFrom: 0,
      broken: false,
      city: 'Dresden',
      ...changes,
    };
    this.orders.set(id, order);
    return order;
  }

  touch(id: string, changes: Partial<LiveOrder>): void {
    const order = this.orders.get(id);
    if (order) Object.assign(order, { modified: this.stamp, ...changes });
  }

  visible(): LiveOrder[] {
    return [...this.orders.values()].filter((order) => order.visibleFrom <= this.#time);
  }

  async readOrderPage(query: OrderPageQuery): Promise<OrderPage> {
    this.usage.calls += 1;
    this.queries.push(query);
    this.pass(500);
    this.options.beforePage?.(this.usage.calls);
    const after = readStamp(query.modifiedAfter);
    const until = readStamp(query.modifiedUntil);
    const matching = this.visible().filter(
      ({ status, modified }) =>
        query.statusIds.includes(status) &&
        (after === undefined || (modified !== undefined && modified > after)) &&
        (until === undefined || (modified !== undefined && modified <= until)),
    );
    const size = Math.min(query.pageSize, this.options.pageSize);
    const start = (query.page - 1) * size;
    return {
      page: query.page,
      totalPages: Math.ceil(matching.length / size),
      totalRows: matching.length,
      orders: this.#sorted(matching)
        .slice(start, start + size)
        .map(rawOf),
      serverTime: this.#time,
    };
  }

  async readOrder(orderId: string): Promise<unknown> {
    this.usage.calls += 1;
    const order = this.orders.get(orderId);
    return order && rawOf(order);
  }

  #sorted(orders: LiveOrder[]): LiveOrder[] {
    const { order, random = Math.random } = this.options;
    if (order === 'random') {
      return orders
        .map((one) => ({ one, at: random() }))
        .sort((a, b) => a.at - b.at)
        .map(({ one }) => one);
    }
    const sign = order === 'ascending' ? 1 : -1;
    return orders.sort((a, b) => sign * Number(BigInt(a.id) - BigInt(b.id)));
  }
}

function rawOf({ id, status, modified, broken, city, parent }: LiveOrder): Record<string, unknown> {
  const order = sampleOrder({
    BillBeeOrderId: Number(id),
    State: status,
    LastModifiedAt: modified === undefined ? null : writeStamp(modified),
  });
  if (parent !== undefined) order['BillBeeParentOrderId'] = Number(parent);
  if (broken) order['CreatedAt'] = 'gestern';
  const address = order['InvoiceAddress'] as Record<string, unknown>;
  order['InvoiceAddress'] = { ...address, City: city };
  return order;
}
