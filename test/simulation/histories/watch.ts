import type { Delivery, DeliveryOutcome, Target } from '../../../packages/importer-core/src/index.js';
import type { Booked, Erp } from './erp.js';
import type { Truth, World } from './world.js';

/** Statuses that the ERP reports; those after an import are others, so that it can be told why one was set. */
export const REPORTED_STATUSES = [4, 8, 9] as const;

/** What Billbee said of one order when it was asked by its id. */
interface Said {
  readonly call: number;
  readonly status: number;
  readonly city: string | undefined;
}

/**
 * Compares what is written, to Billbee and to the ERP, with what was true when the writer last asked. Between a question and
 * the write that follows it people may act, and nobody can know; earlier than that, it had to be seen.
 */
export class Watch {
  /** What was written and no longer true. */
  readonly faults: string[] = [];
  /** Calls begun so far. */
  calls = 0;
  readonly #said = new Map<string, Said>();
  /** Since which call the ERP has an order, and with which city. */
  readonly #booked = new Map<string, { readonly call: number; city: string | null | undefined }>();
  readonly #created = new Map<Truth, number>();
  /** Statuses that the ERP has reported of an order, oldest first, and how far they have been sent. */
  readonly #reported = new Map<string, { readonly statuses: number[]; at: number }>();

  constructor(
    readonly world: World,
    readonly statusAfter: number | undefined,
    readonly tagAfter: string | undefined,
  ) {}

  /** A call on its way, before Billbee has it. */
  onCall(method: string, path: string, body: string): void {
    this.calls += 1;
    const [, orderId, what] = /\/orders\/(\d+)\/(orderstate|tags)$/.exec(path) ?? [];
    if (orderId === undefined || method === 'GET') return;
    if (what === 'tags') {
      if (this.tagAfter !== undefined && body.includes(`"${this.tagAfter}"`))
        this.#judgeAfter(orderId, 'tag');
      return;
    }
    const status = Number(/\d+/.exec(body)?.[0]);
    if (status === this.statusAfter) this.#judgeAfter(orderId, `status ${status}`);
    else this.#judgeReport(orderId, status);
  }

  /** An answer of Billbee's, before it is on its way. */
  onAnswer(method: string, path: string, status: number): void {
    const orderId = /\/orders\/(\d+)$/.exec(path)?.[1];
    if (orderId === undefined || method !== 'GET' || status !== 200) return;
    const order = this.world.sandbox.state.find(orderId);
    if (!order) return;
    this.#said.set(orderId, { call: this.calls, status: order.State, city: cityOf(order) });
  }

  /** The ERP reports a status: it has to arrive after those reported before. */
  reports(orderId: string, status: number): void {
    const reported = this.#reported.get(orderId) ?? { statuses: [], at: 0 };
    reported.statuses.push(status);
    this.#reported.set(orderId, reported);
  }

  /** From now on there is an order that was split off another. */
  splits(child: Truth): void {
    this.#created.set(child, this.calls);
  }

  /** Target of an ERP, watched. */
  over(erp: Erp): Target {
    const { target } = erp;
    const watched =
      (way: (orders: readonly Delivery[]) => Promise<readonly DeliveryOutcome[]>, isNew: boolean) =>
      async (orders: readonly Delivery[]) => {
        if (isNew) for (const { order } of orders) this.#judgeSplit(order.source.orderId);
        try {
          return await way(orders);
        } finally {
          this.#note(await erp.booked());
        }
      };
    return {
      ...target,
      deliver: watched((orders) => target.deliver(orders), true),
      ...(target.update && {
        update: watched((orders) => target.update?.(orders) ?? target.deliver(orders), false),
      }),
    };
  }

  #judgeAfter(orderId: string, what: string): void {
    const said = this.#said.get(orderId);
    if (said?.call === this.calls - 1 && this.world.statusIds.includes(said.status)) return;
    const seen = said ? `status ${said.status} ${this.calls - said.call} calls ago` : 'nothing';
    this.faults.push(`${what} was set after the import of ${orderId}, of which Billbee had said ${seen}`);
  }

  #judgeReport(orderId: string, status: number): void {
    const reported = this.#reported.get(orderId);
    const at = reported?.statuses.indexOf(status, reported.at) ?? -1;
    if (reported && at >= 0) reported.at = at;
    else this.faults.push(`status ${status} of ${orderId} was sent after a later one, or was never reported`);
  }

  /** Orders that come beside the parent that the ERP has, and has as it was before the split. */
  #judgeSplit(orderId: string): void {
    const truth = this.world.truths.find(({ id }) => id === orderId);
    const parent = truth?.parent?.id;
    const created = truth && this.#created.get(truth);
    const booked = parent === undefined ? undefined : this.#booked.get(parent);
    if (parent === undefined || created === undefined || !booked || booked.call >= created) return;
    const said = this.#said.get(parent);
    if (said && said.call >= created && said.city === booked.city) return;
    this.faults.push(`${orderId} was split off ${parent}, and came beside it as it was before`);
  }

  #note(books: ReadonlyMap<string, Booked>): void {
    for (const [id, { order }] of books) {
      const known = this.#booked.get(id);
      const city = order.billingAddress?.city;
      if (known) known.city = city;
      else this.#booked.set(id, { call: this.calls, city });
    }
  }
}

function cityOf(order: Truth['order']): string | undefined {
  return order.InvoiceAddress?.City ?? undefined;
}
