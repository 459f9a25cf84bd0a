import { statusLabel } from '../../../packages/billbee-sandbox/src/state/order-statuses.js';
import {
  enqueue,
  listOutbox,
  type Store,
  sendDue,
  type WriteBackSink,
} from '../../../packages/importer-core/src/index.js';
import type { Random } from '../random.js';
import type { Figures } from './figures.js';
import { REPORTED_STATUSES, type Watch } from './watch.js';
import type { Truth, World } from './world.js';
import type { ImporterClock } from './world-clock.js';

interface Report {
  readonly truth: Truth;
  readonly parcel?: string;
  readonly statusId?: number;
  readonly tag?: string;
}

const HOUR = 3_600_000;

/** What the ERP reports back to Billbee, and whether it arrived there once. */
export class Reports {
  readonly #reports: Report[] = [];
  #parcels = 0;

  constructor(
    readonly world: World,
    readonly watch: Watch,
    readonly store: Store,
    readonly account: string,
    readonly clock: ImporterClock,
    readonly random: Random,
    readonly figures: Figures,
    /** Over sockets a stalled shipment may be carried out after it was looked up: nobody could tell. */
    readonly withParcels: boolean,
  ) {}

  /** Reports something about some of the delivered orders. */
  async add(delivered: readonly string[]): Promise<void> {
    const { random } = this;
    const truths = this.world.truths.filter(({ id }) => id !== undefined && delivered.includes(id));
    for (let left = random.integer(0, 4); left > 0 && truths.length > 0; left -= 1) {
      const truth = random.pick(truths);
      const orderId = truth.id as string;
      const kind = random.pick(
        this.withParcels ? (['status', 'tag', 'parcel', 'parcel'] as const) : (['status', 'tag'] as const),
      );
      this.figures.writeBacks += 1;
      if (kind === 'parcel') {
        this.#parcels += 1;
        const trackingNumber = `JD${this.#parcels}`;
        const report = { kind: 'shipment' as const, orderId, shipment: { trackingNumber } };
        await enqueue(this.store, this.account, report, this.clock);
        this.#reports.push({ truth, parcel: trackingNumber });
        if (random.chance(0.3)) await enqueue(this.store, this.account, report, this.clock);
      } else if (kind === 'status') {
        const statusId = random.pick(REPORTED_STATUSES);
        this.watch.reports(orderId, statusId);
        await enqueue(this.store, this.account, { kind, orderId, statusId }, this.clock);
        this.#reports.push({ truth, statusId });
      } else {
        const tag = `erp-${this.figures.writeBacks}`;
        await enqueue(this.store, this.account, { kind: 'tags', orderId, tags: [tag] }, this.clock);
        this.#reports.push({ truth, tag });
      }
    }
  }

  async send(sink: WriteBackSink, signal?: AbortSignal): Promise<void> {
    const { store, account, clock } = this;
    try {
      await sendDue({ store, account, sink, clock, signal });
    } finally {
      this.world.sync();
    }
  }

  /** Sends until nothing waits; says what is not as it should be. */
  async settle(sink: WriteBackSink): Promise<string[]> {
    for (let tries = 0; tries < 60; tries += 1) {
      await this.send(sink);
      const waiting = (await listOutbox(this.store, this.account)).filter(({ state }) => state === 'waiting');
      if (waiting.length === 0) break;
      this.world.clock.pass(HOUR);
    }
    const faults: string[] = [];
    for (const entry of await listOutbox(this.store, this.account)) {
      const gone = this.world.truths.some(({ id, removed }) => id === entry.orderId && removed);
      if (entry.state === 'waiting' || (entry.state === 'dead' && !gone)) {
        faults.push(`write-back ${entry.kind} of ${entry.orderId} is ${entry.state}: ${entry.message}`);
      }
    }
    for (const { truth, parcel, statusId, tag } of this.#reports) {
      const { order, id } = truth;
      if (truth.removed) continue;
      const parcels = order.ShippingIds.filter(({ ShippingId }) => ShippingId === parcel).length;
      if (parcel !== undefined && parcels !== 1) faults.push(`parcel ${parcel} is ${parcels} times on ${id}`);
      if (tag !== undefined && !order.Tags.includes(tag)) faults.push(`tag ${tag} is not on ${id}`);
      const label = statusLabel(statusId ?? 0);
      if (statusId !== undefined && !order.History.some(({ Text }) => Text.endsWith(`nach ${label}`))) {
        faults.push(`order ${id} was never set to status ${statusId}`);
      }
    }
    return faults;
  }
}
