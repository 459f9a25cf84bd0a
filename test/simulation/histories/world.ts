import {
  createSandbox,
  type InProcessSandbox,
  ROW_ORDERS,
  type SandboxOptions,
  type SandboxOrder,
  seedOrders,
  startSandbox,
} from '../../../packages/billbee-sandbox/src/index.js';
import { formatWallTime, wallTime } from '../../../packages/billbee-sandbox/src/naive-time.js';
import type { Random } from '../random.js';
import { Figures } from './figures.js';
import { SPOILS, WITHOUT_ID } from './spoil.js';
import { WorldClock } from './world-clock.js';

/** What is true of one order, kept beside the sandbox's own record of it. */
export interface Truth {
  readonly order: SandboxOrder;
  /** BillBeeOrderId; undefined for an order without one. */
  readonly id: string | undefined;
  /** TotalCost of the sound order. */
  readonly total: number;
  /** The order it was split off. */
  parent?: Truth;
  /** The reason it has to be held with, while it is broken. */
  broken: string | undefined;
  repair: Partial<SandboxOrder>;
  wasSelected: boolean;
  wasBroken: boolean;
  wasEdited: boolean;
  removed: boolean;
  /** Since when it has been just as it is; milliseconds. */
  since: number;
  /** Complete runs that began and ended since then. */
  runs: number;
  /** LastModifiedAt and State when last looked at. */
  seen: string;
}

const DAY = 86_400_000;
/** Ordinary days, and the nights in which German clocks change. */
const STARTS = [
  Date.UTC(2026, 2, 10, 12),
  Date.UTC(2026, 6, 1, 9, 30),
  Date.UTC(2026, 9, 24, 23, 40),
  Date.UTC(2026, 2, 28, 23, 50),
  Date.UTC(2026, 11, 31, 22, 55),
];
const OTHER_STATUSES = [1, 2, 4, 7, 8, 9];

/** A Billbee account that moves on while it is read, and the truth about it. */
export class World {
  readonly clock: WorldClock;
  readonly truths: Truth[] = [];
  readonly zone: string;
  readonly statusIds: readonly number[];
  sandbox!: InProcessSandbox;
  api: string | undefined;
  /** The sequence of rows is another one in every answer. */
  isUnstable = false;
  /** What happened, for the report of a failure. */
  readonly trace: string[] = [];
  readonly #random: Random;
  readonly #figures: Figures;
  #edits = 0;

  private constructor(random: Random, figures: Figures) {
    this.#random = random;
    this.#figures = figures;
    this.clock = new WorldClock(random.pick(STARTS) + random.integer(0, 999));
    this.zone = random.pick(['UTC', 'Europe/Berlin', 'Europe/Berlin']);
    this.statusIds = random.pick([[3], [3], [3, 16], [1, 2, 3]]);
  }

  static async open(random: Random, figures: Figures, overSockets: boolean): Promise<World> {
    const world = new World(random, figures);
    const options: SandboxOptions = {
      orders: random.chance(0.2) ? seedOrders(random.integer(1, 20), random.integer(1, 1000), world.zone) : 0,
      seed: random.integer(1, 1_000_000),
      zone: world.zone,
      clock: world.clock,
      rateLimit: random.chance(0.8),
      rowOrder: random.pick(ROW_ORDERS),
    };
    world.isUnstable = options.rowOrder === 'unstable';
    if (overSockets) {
      const sandbox = await startSandbox(options);
      world.sandbox = sandbox;
      world.api = sandbox.api;
    } else world.sandbox = createSandbox(options);
    for (const order of world.sandbox.orders) world.#enter(order);
    const size = random.weighted({ small: 6, middle: 3, large: 0.3 });
    const [least, most] = ({ small: [0, 12], middle: [10, 40], large: [60, 250] } as const)[size];
    const count = random.integer(least, most);
    for (let index = 0; index < count; index += 1) world.#addEarlier();
    return world;
  }

  selected = ({ order, removed }: Truth): boolean => !removed && this.statusIds.includes(order.State);

  /** A moment as Billbee writes it. */
  stamp(at: number): string {
    return formatWallTime(wallTime(at, this.zone));
  }

  /** Something happens at Billbee. */
  happen(): void {
    const kind = this.#random.weighted({
      arrive: 4,
      late: 3,
      leave: 5,
      enter: 5,
      edit: 2,
      break: 1,
      repair: 2,
      remove: 0.4,
      several: 0.7,
    });
    if (kind === 'several') {
      for (let left = this.#random.integer(2, 8); left > 0; left -= 1) this.happen();
      return;
    }
    Figures.count(this.#figures.events, kind);
    this[kind]();
  }

  arrive(): void {
    const truth = this.#enter(this.sandbox.addOrder({ State: this.#status(0.75) }));
    if (this.#random.chance(0.1)) this.#break(truth);
    if (this.#random.chance(0.02)) truth.order.LastModifiedAt = '2099-01-01T00:00:00';
    this.note('arrive', truth);
  }

  /** A new order that shows up to 30 s after its time stamp, which can be that of an order already read. */
  late(): void {
    const now = this.clock.now();
    const stamp = this.#random.chance(0.5) ? this.#recentStamp() : this.stamp(now);
    this.clock.plan(now + this.#random.integer(0, 30_000), () => {
      const truth = this.#enter(this.sandbox.addOrder({ State: this.#status(0.9), LastModifiedAt: stamp }));
      this.note('late', truth);
    });
  }

  leave(): void {
    this.#move(this.selected, this.#random.pick(OTHER_STATUSES));
  }

  enter(): void {
    this.#move((truth) => !truth.removed && !this.selected(truth), this.#random.pick(this.statusIds));
  }

  edit(): void {
    const truth = this.#one((one) => one.id !== undefined && !one.removed && !one.broken);
    if (truth) this.editOne(truth);
  }

  editOne(truth: Truth): void {
    this.#edits += 1;
    const City = `Ort ${this.#edits}`;
    this.sandbox.state.update(truth.id ?? '', {
      InvoiceAddress: {
        ...(truth.order.InvoiceAddress as NonNullable<SandboxOrder['InvoiceAddress']>),
        City,
      },
    });
    truth.wasEdited = true;
    this.#touched(truth);
    this.note('edit', truth);
  }

  break(): void {
    const truth = this.#one((one) => one.id !== undefined && !one.removed && !one.broken);
    if (truth) this.#break(truth);
  }

  repair(): void {
    const truth = this.#one((one) => one.id !== undefined && !one.removed && one.broken !== undefined);
    if (!truth) return;
    truth.broken = undefined;
    this.sandbox.state.update(truth.id ?? '', truth.repair);
    this.#touched(truth);
    this.note('repair', truth);
  }

  remove(): void {
    const truth = this.#one((one) => one.id !== undefined && !one.removed);
    if (truth) this.removeOne(truth);
  }

  removeOne(truth: Truth): void {
    this.sandbox.state.remove(truth.id ?? '');
    truth.removed = true;
    this.note('remove', truth);
  }

  /** A new order, split off another one. */
  addChild(parent: Truth): Truth {
    const order = this.sandbox.addOrder({
      State: parent.order.State,
      BillBeeParentOrderId: Number(parent.id),
    });
    const truth = this.#enter(order, true);
    truth.parent = parent;
    this.note('split', truth);
    return truth;
  }

  /** Takes in what the importer's write-backs have changed. */
  sync(): void {
    for (const truth of this.truths) if (truth.seen !== sightOf(truth.order)) this.#touched(truth);
  }

  note(what: string, truth?: Truth): void {
    const { order } = truth ?? {};
    const about = order ? ` ${order.BillBeeOrderId} s${order.State} ${order.LastModifiedAt}` : '';
    this.trace.push(`${new Date(this.clock.now()).toISOString()} ${what}${about}`);
  }

  #addEarlier(): void {
    const random = this.#random;
    const age = random.pick([0, 20_000, 90_000, 4_000_000, 30 * DAY]);
    const at = this.clock.now() - Math.floor(random.next() * age);
    const truth = this.#enter(
      this.sandbox.addOrder({ State: this.#status(0.6), LastModifiedAt: this.stamp(at) }),
    );
    if (random.chance(0.15)) truth.order.LastModifiedAt = this.#recentStamp();
    if (random.chance(0.01)) truth.order.LastModifiedAt = null;
    if (random.chance(0.1)) this.#break(truth, truth.order.LastModifiedAt);
    truth.seen = sightOf(truth.order);
    this.note('there is', truth);
  }

  #enter(order: SandboxOrder, keepsId = false): Truth {
    const withoutId = order.BillBeeOrderId === null || (!keepsId && this.#random.chance(0.012));
    if (withoutId) order.BillBeeOrderId = null;
    // A broken order is found again among the held ones by this name.
    if (withoutId) order.Id = `ohne-${this.truths.length}`;
    const truth: Truth = {
      order,
      id: withoutId ? undefined : String(order.BillBeeOrderId),
      total: order.TotalCost ?? 0,
      broken: withoutId ? WITHOUT_ID : undefined,
      repair: {},
      wasSelected: false,
      wasBroken: withoutId,
      wasEdited: false,
      removed: false,
      since: this.clock.now(),
      runs: 0,
      seen: '',
    };
    this.truths.push(truth);
    this.#touched(truth);
    return truth;
  }

  #break(truth: Truth, stamp: string | null = this.stamp(this.clock.now())): void {
    const spoil = this.#random.pick(SPOILS);
    if (truth.id === undefined) return;
    const change = spoil.spoil(truth.order) as Partial<SandboxOrder>;
    truth.repair = Object.fromEntries(Object.keys(change).map((key) => [key, truth.order[key]]));
    truth.broken = spoil.reason;
    truth.wasBroken = true;
    this.sandbox.state.update(truth.id, { ...change, LastModifiedAt: stamp });
    this.#touched(truth);
    this.note(`break ${spoil.reason}`, truth);
  }

  #move(which: (truth: Truth) => boolean, status: number): void {
    const truth = this.#one(which);
    if (truth) this.moveTo(truth, status);
  }

  moveTo(truth: Truth, status: number): void {
    if (truth.id === undefined) return;
    this.sandbox.setStatus(truth.id, status);
    truth.wasEdited = true;
    // A change, too, can become visible after the moment it is stamped with.
    if (this.#random.chance(0.2)) {
      truth.order.LastModifiedAt = this.stamp(this.clock.now() - this.#random.integer(0, 30_000));
    }
    this.#touched(truth);
    this.note('move', truth);
  }

  #touched(truth: Truth): void {
    truth.since = this.clock.now();
    truth.runs = 0;
    truth.seen = sightOf(truth.order);
    if (this.selected(truth)) truth.wasSelected = true;
  }

  #one(which: (truth: Truth) => boolean): Truth | undefined {
    const some = this.truths.filter(which);
    return some.length > 0 ? this.#random.pick(some) : undefined;
  }

  #status(chanceToBeSelected: number): number {
    return this.#random.chance(chanceToBeSelected)
      ? this.#random.pick(this.statusIds)
      : this.#random.pick(OTHER_STATUSES.filter((status) => !this.statusIds.includes(status)));
  }

  /** The stamp of an order that was modified within the last 30 s, else the present. */
  #recentStamp(): string {
    const now = this.clock.now();
    const youngest = this.stamp(now - 30_000);
    const recent = this.truths
      .map(({ order }) => order.LastModifiedAt)
      .filter((stamp): stamp is string => stamp !== null && stamp >= youngest && stamp <= this.stamp(now));
    return recent.length > 0 ? this.#random.pick(recent) : this.stamp(now);
  }
}

function sightOf({ State, LastModifiedAt }: SandboxOrder): string {
  return `${State} ${LastModifiedAt}`;
}
