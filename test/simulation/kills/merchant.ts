import type { Sandbox, SandboxOrder } from 'billbee-sandbox';
import type { Random } from '../random.js';

/** Statuses that are imported. */
const selected: ReadonlySet<number> = new Set([1, 2, 3]);
const aside = 13;

/**
 * People and shops at Billbee, who go on working while the importer runs: they add orders, move and edit them.
 * What they did is the truth the importer is measured by.
 */
export class Merchant {
  /** Orders that have been in a selected status at some time. */
  readonly everSelected = new Set<string>();
  /** Orders that cannot be delivered. */
  readonly broken = new Set<string>();
  /** Orders taken out of the selection, in sequence. */
  readonly takenOut: string[] = [];
  withoutId = 0;
  readonly #sandbox: Sandbox;
  readonly #random: Random;

  constructor(sandbox: Sandbox, random: Random) {
    this.#sandbox = sandbox;
    this.#random = random;
    sandbox.orders.forEach((order, index) => {
      if (order.BillBeeOrderId === null) this.withoutId += 1;
      else if (sandbox.orders.length >= 40 && index >= 6 && index <= 22 && index % 2 === 0) {
        this.broken.add(idOf(order));
      }
      if (selected.has(order.State)) this.everSelected.add(idOf(order));
    });
    this.everSelected.delete('null');
  }

  /** Orders that are in a selected status now. */
  get nowSelected(): string[] {
    return this.#sandbox.orders
      .filter((order) => order.BillBeeOrderId !== null && selected.has(order.State))
      .map(idOf);
  }

  /** Does one thing. */
  act(untouchable: ReadonlySet<string>): void {
    const random = this.#random;
    const what = random.next();
    if (what < 0.6) {
      this.#add();
      return;
    }
    const free = this.#sandbox.orders.filter(
      (order) =>
        order.BillBeeOrderId !== null && !untouchable.has(idOf(order)) && !this.broken.has(idOf(order)),
    );
    const order = random.pickAny(free.filter(({ State }) => selected.has(State) === what >= 0.8));
    if (!order) return;
    const id = idOf(order);
    if (what < 0.8) {
      this.everSelected.add(id);
      this.#sandbox.setStatus(id, 3);
    } else if (what < 0.9) {
      this.takenOut.push(id);
      this.#sandbox.setStatus(id, aside);
    } else this.#sandbox.state.update(id, { SellerComment: `Bitte schnell (${random.integer(1, 999)})` });
  }

  #add(): void {
    const random = this.#random;
    if (random.chance(0.08)) {
      const order = this.#sandbox.addOrder(random.chance(0.5) ? { CreatedAt: null } : { Currency: null });
      this.broken.add(idOf(order));
      this.everSelected.add(idOf(order));
      return;
    }
    const count = random.chance(0.03) ? 60 : 1;
    for (let added = 0; added < count; added += 1) {
      this.everSelected.add(idOf(this.#sandbox.addOrder({ State: random.pick([2, 3, 3]) })));
    }
  }
}

function idOf(order: SandboxOrder): string {
  return String(order.BillBeeOrderId);
}
