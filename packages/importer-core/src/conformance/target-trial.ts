import type { ErpOrder } from '../order/erp-order.js';
import type { Store } from '../store/store.js';
import { deliveryKeys } from '../target/delivery-key.js';
import type { Delivery, DeliveryOutcome, Target } from '../target/target.js';
import { must, mustEqual } from './check.js';
import { exampleOrder, type RawOrder } from './example-orders.js';

/** An ERP that holds no order of the account yet. */
export interface TargetLocation {
  /** Opens the target on it, as a new process would; called several times, each result is closed. */
  open(): Promise<Target>;
  /**
   * BillBeeOrderIds that the ERP holds, looked up without the target (its database, its API): an order that is there twice
   * stands there twice. Orders of other checks may be among them. Without it duplicates cannot be seen.
   */
  orderIds?(): Promise<readonly string[]>;
  /** Clears it away. */
  remove?(): Promise<void>;
}

export interface TargetConformanceOptions {
  /** Makes a place for one check; `account` is another one each time, for ERPs that are never empty. */
  create(account: string): Promise<TargetLocation>;
  /** Turns the suite's orders into ones that this ERP takes, e.g. with an article that it knows; ids and amounts stay. */
  readonly adapt?: ((order: ErpOrder) => ErpOrder) | undefined;
  /** Turns an order into one that this ERP refuses, e.g. by an unknown article; absent: it takes everything. */
  readonly refusable?: ((order: ErpOrder) => ErpOrder) | undefined;
  /** The target promises more than it must: the same key delivered again is no second order. */
  readonly idempotent?: boolean | undefined;
  /** Makes an empty store, e.g. `() => openEmbeddedDatabase('memory://')`: then whole imports are checked too. */
  readonly store?: (() => Promise<Store>) | undefined;
}

/** A check of one target: what it does on a place of its own. */
export type TargetTrialRun = (trial: TargetTrial) => Promise<string | undefined>;

/** One check's ERP, account and orders; closes what it opened. */
export class TargetTrial {
  readonly account: string;
  readonly options: TargetConformanceOptions;
  readonly #location: TargetLocation;
  readonly #keyOf: (orderId: string) => string;
  readonly #firstId: number;
  readonly #open = new Set<{ close(): Promise<void> }>();

  private constructor(
    options: TargetConformanceOptions,
    account: string,
    location: TargetLocation,
    keyOf: (orderId: string) => string,
    firstId: number,
  ) {
    this.options = options;
    this.account = account;
    this.#location = location;
    this.#keyOf = keyOf;
    this.#firstId = firstId;
  }

  /** Runs one check on a new location and clears it away, whatever happens. */
  static async hold(
    options: TargetConformanceOptions,
    number: number,
    run: TargetTrialRun,
  ): Promise<string | undefined> {
    const account = `conformance-${number}@example.com`;
    const location = await options.create(account);
    const trial = new TargetTrial(
      options,
      account,
      location,
      await deliveryKeys(account),
      900_000_000_000 + number * 1_000_000,
    );
    try {
      return await run(trial);
    } finally {
      for (const one of trial.#open) await one.close().catch(() => {});
      await location.remove?.();
    }
  }

  /** BillBeeOrderId of the n-th order. */
  id(n: number): string {
    return String(this.#firstId + n);
  }

  key(n: number): string {
    return this.#keyOf(this.id(n));
  }

  delivery(n: number, changes?: RawOrder): Delivery {
    return { key: this.key(n), order: this.adapt(exampleOrder(this.id(n), changes)) };
  }

  /** An order as this ERP takes it. */
  adapt(order: ErpOrder): ErpOrder {
    return this.options.adapt?.(order) ?? order;
  }

  deliveries(...numbers: number[]): Delivery[] {
    return numbers.map((n) => this.delivery(n));
  }

  /** Opens the target, as a new process would. */
  async open(): Promise<Target> {
    return this.#keep(await this.#location.open());
  }

  async close(opened: { close(): Promise<void> }): Promise<void> {
    this.#open.delete(opened);
    await opened.close();
  }

  /** An empty store, or undefined when none was given. */
  async store(): Promise<Store | undefined> {
    const store = await this.options.store?.();
    return store && this.#keep(store);
  }

  /** Delivers orders that every ERP takes. */
  async deliver(target: Target, deliveries: readonly Delivery[]): Promise<void> {
    mustAllBeDelivered(await target.deliver(deliveries), deliveries.length, 'deliver');
  }

  /** What the engine does when it cannot know what arrived: it asks, then delivers the rest. */
  async deliverMissing(target: Target, deliveries: readonly Delivery[]): Promise<void> {
    const found = await target.findDelivered(deliveries.map(({ key }) => key));
    const missing = deliveries.filter(({ key }) => !found.has(key));
    if (missing.length > 0) await this.deliver(target, missing);
  }

  /** Asks the target which of these orders it has, and fails unless it is exactly those of `wanted`. */
  async mustFind(
    target: Target,
    asked: readonly number[],
    wanted: readonly number[],
    when: string,
  ): Promise<void> {
    const found = await target.findDelivered(asked.map((n) => this.key(n)));
    const keys = wanted.map((n) => this.key(n)).sort();
    mustEqual([...found].sort(), keys, `findDelivered ${when}`);
  }

  /** Looks into the ERP itself: each of these orders is there once, and of those numbered up to 999 no other. */
  async mustHoldOnce(wanted: readonly number[], when: string): Promise<void> {
    const all = await this.#location.orderIds?.();
    if (!all) return;
    const mine = Array.from({ length: 1000 }, (_, n) => this.id(n));
    const known = new Set(mine);
    const ids = all.filter((id) => known.has(id)).sort();
    mustEqual(ids, wanted.map((n) => this.id(n)).sort(), `Orders in the ERP itself ${when}`);
  }

  #keep<T extends { close(): Promise<void> }>(opened: T): T {
    this.#open.add(opened);
    return opened;
  }
}

/** One outcome per order, each of them `delivered`. */
export function mustAllBeDelivered(
  outcomes: readonly DeliveryOutcome[],
  count: number,
  method: string,
): void {
  mustEqual(outcomes.length, count, `Outcomes of ${method} for ${count} orders`);
  for (const outcome of outcomes) {
    must(outcome.outcome === 'delivered', `${method} refused a sound order: ${JSON.stringify(outcome)}.`);
  }
}
