import type { Random } from '../random.js';
import { Figures } from './figures.js';
import type { Watch } from './watch.js';
import type { Truth, World } from './world.js';

/** People who work in Billbee while the importer runs. */
export class People {
  #parcels = 0;

  /** @param busy how often somebody does something, per call of the importer */
  constructor(
    readonly world: World,
    readonly watch: Watch,
    readonly random: Random,
    readonly figures: Figures,
    readonly busy: number,
  ) {}

  /** Somebody may do something, or nothing. */
  mayAct(): void {
    if (this.random.chance(this.busy)) this.act();
  }

  act(): void {
    const kind = this.random.weighted({ cancel: 3, ship: 3, pay: 2, split: 2, merge: 1 });
    const truth = this.#one();
    if (!truth) return;
    Figures.count(this.figures.events, kind);
    this[kind](truth);
  }

  cancel(truth: Truth): void {
    this.world.moveTo(truth, 8);
  }

  ship(truth: Truth): void {
    this.#parcels += 1;
    this.world.sandbox.state.addShipment(truth.id as string, {
      ShippingId: `P${this.#parcels}`,
      Shipper: null,
      TrackingUrl: null,
      ShippingProviderId: null,
      ShippingProviderProductId: null,
      ShippingCarrier: null,
      ShipmentType: 0,
    });
    this.world.moveTo(truth, 4);
  }

  pay(truth: Truth): void {
    const { world } = this;
    world.sandbox.state.update(truth.id as string, { PayedAt: world.stamp(world.clock.now()) });
    world.moveTo(truth, 3);
  }

  /** Some of an order's items get an order of their own. */
  split(parent: Truth): void {
    const child = this.world.addChild(parent);
    this.watch.splits(child);
    this.world.editOne(parent);
  }

  /** Another order's items come to this one, and the other goes. */
  merge(truth: Truth): void {
    const other = this.#one();
    if (!other || other === truth) return;
    this.world.editOne(truth);
    this.world.removeOne(other);
  }

  #one(): Truth | undefined {
    const { truths } = this.world;
    const some = truths.filter((one) => one.id !== undefined && !one.removed && !one.broken);
    return some.length > 0 ? this.random.pick(some) : undefined;
  }
}
