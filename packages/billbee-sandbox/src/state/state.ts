import { formatWallTime, wallTime } from '../naive-time.js';
import type { SandboxClock } from '../options.js';
import { seededRandom } from '../random.js';
import { buildOrder } from '../seed/build-order.js';
import { EXAMPLE_ORDER_ID } from '../seed/example-order.js';
import { changeStatus } from './change-status.js';
import type { SandboxOrder, SandboxShipment } from './order.js';
import { Stock } from './stock.js';

/** What a sandbox account holds: the truth that API and pages show. */
export class SandboxState {
  readonly stock = new Stock();
  readonly #clock: SandboxClock;
  readonly #orders: SandboxOrder[];
  readonly #byId = new Map<string, SandboxOrder>();
  readonly #onCreated: ((order: SandboxOrder) => void)[] = [];
  #nextId: number;
  #lastShipmentId = 300000000800000;

  /**
   * @param orders taken over, not copied
   * @param zone IANA zone whose local time the naive dates show
   */
  constructor(
    orders: SandboxOrder[],
    readonly zone: string,
    clock: SandboxClock,
  ) {
    this.#orders = orders;
    this.#clock = clock;
    this.#nextId = EXAMPLE_ORDER_ID;
    for (const order of orders) this.#enter(order);
  }

  /** Every order, in the sequence in which Billbee got them. */
  get orders(): readonly SandboxOrder[] {
    return this.#orders;
  }

  /** The present moment in the notation of payloads. */
  now(): string {
    return formatWallTime(wallTime(this.#clock.now(), this.zone));
  }

  /** Finds an order by BillBeeOrderId. */
  find(id: string | number): SandboxOrder | undefined {
    return this.#byId.get(String(id));
  }

  /**
   * A new order, sound unless `change` spoils it, in status 3 and dated now.
   *
   * @param change fields that differ, an id among them if it has to be a certain one; or what changes the order
   */
  add(change: Partial<SandboxOrder> | ((order: SandboxOrder) => void) = {}): SandboxOrder {
    const id = this.#nextId + 1;
    const status = (typeof change === 'function' ? undefined : change.State) ?? 3;
    const start = { id, status, createdAt: this.#clock.now(), zone: this.zone };
    const order = buildOrder(start, seededRandom(id));
    for (const field of ['ConfirmedAt', 'PayedAt', 'ShippedAt', 'LastModifiedAt'] as const) {
      if (order[field] !== null) order[field] = this.now();
    }
    if (typeof change === 'function') change(order);
    else Object.assign(order, change);
    this.#orders.push(order);
    this.#enter(order);
    for (const listener of this.#onCreated) listener(order);
    return order;
  }

  /** Calls back for every order added from now on. */
  onCreated(listener: (order: SandboxOrder) => void): void {
    this.#onCreated.push(listener);
  }

  /**
   * Sets fields of an order, as editing it in Billbee would.
   *
   * @throws RangeError when there is no such order
   */
  update(id: string | number, change: Partial<SandboxOrder>): SandboxOrder {
    const order = this.#require(id);
    Object.assign(order, { LastModifiedAt: this.now() }, change);
    return order;
  }

  /**
   * Moves an order to another status, with everything that hangs on it: dates, history, modification time.
   *
   * @throws RangeError when there is no such order
   */
  setStatus(id: string | number, status: number): SandboxOrder {
    const order = this.#require(id);
    changeStatus(order, status, this.now());
    return order;
  }

  /** Adds a parcel; the same one twice gives two. @throws RangeError when there is no such order */
  addShipment(id: string | number, shipment: Omit<SandboxShipment, 'BillbeeId' | 'Created'>): SandboxOrder {
    const order = this.#require(id);
    const now = this.now();
    const BillbeeId = ++this.#lastShipmentId;
    order.ShippingIds = [...order.ShippingIds, { BillbeeId, ...shipment, Created: now }];
    const Text = `Sendung ${shipment.ShippingId} hinzugefügt`;
    order.History.push({ Created: now, EventTypeName: 'Sendung', Text, EmployeeName: null, TypeId: null });
    order.LastModifiedAt = now;
    return order;
  }

  /** Takes an order away for good. @throws RangeError when there is no such order */
  remove(id: string | number): void {
    const order = this.#require(id);
    this.#orders.splice(this.#orders.indexOf(order), 1);
    this.#byId.delete(String(id));
  }

  #enter(order: SandboxOrder): void {
    if (order.BillBeeOrderId === null) return;
    this.#byId.set(String(order.BillBeeOrderId), order);
    this.#nextId = Math.max(this.#nextId, Number(order.BillBeeOrderId));
  }

  #require(id: string | number): SandboxOrder {
    const order = this.find(id);
    if (!order) throw new RangeError(`The sandbox has no order ${id}.`);
    return order;
  }
}
