import { readBooks } from '../books.js';
import type { Random } from '../random.js';

/** One thing the ERP tells Billbee, as arguments of `report`. */
export type Report =
  | { readonly kind: 'shipment'; readonly orderId: string; readonly tracking: string }
  | { readonly kind: 'status'; readonly orderId: string; readonly statusId: number }
  | { readonly kind: 'stock'; readonly sku: string; readonly quantity: number };

/** Reports that hang together: the next one only after the one before was accepted. */
const mostOpen = 2;

/**
 * An ERP that reads the file, ships what it finds and reports it, and repeats each report until it was
 * accepted: a caller whose call was cut short cannot know more.
 */
export class Warehouse {
  readonly accepted: Report[] = [];
  readonly #open: Report[][] = [];
  readonly #known = new Set<string>();
  readonly #random: Random;
  readonly #skus: readonly string[];
  readonly #quantities = new Map<string, number>();
  #shipped = 0;

  constructor(random: Random, skus: readonly string[]) {
    this.#random = random;
    this.#skus = skus;
  }

  /** Orders that the ERP has reported, or is about to report, something about. */
  readonly touched = new Set<string>();

  /** Takes new orders from the file: complete lines only. */
  read(path: string): void {
    if (this.#open.length >= mostOpen) return;
    const fresh = readBooks(path).orderIds.filter((id) => !this.#known.has(id));
    // Most orders wait their turn: a warehouse does not ship everything at once.
    const orderId = this.#random.pickAny(fresh);
    if (orderId !== undefined) {
      this.#known.add(orderId);
      this.touched.add(orderId);
      this.#shipped += 1;
      const tracking = `CRASH${String(this.#shipped).padStart(6, '0')}`;
      const reports: Report[] = [
        { kind: 'shipment', orderId, tracking },
        { kind: 'status', orderId, statusId: 4 },
      ];
      if (this.#random.chance(0.3)) reports.unshift({ kind: 'status', orderId, statusId: 16 });
      if (this.#random.chance(0.2)) reports.push({ kind: 'shipment', orderId, tracking: `${tracking}B` });
      this.#open.push(reports);
    } else if (this.#open.length === 0) this.#reportStock();
    if (this.#random.chance(0.15)) this.#reportStock();
  }

  /** The report to be made next. */
  next(): Report | undefined {
    return this.#random.pickAny(this.#open)?.[0];
  }

  /** The report was answered: it is safe in the outbox or already sent. */
  accept(report: Report): void {
    const index = this.#open.findIndex((reports) => reports[0] === report);
    const reports = this.#open[index];
    if (!reports) return;
    this.accepted.push(report);
    reports.shift();
    if (reports.length === 0) this.#open.splice(index, 1);
  }

  #reportStock(): void {
    const sku = this.#random.pickAny(this.#skus);
    if (sku === undefined || this.#open.some(([first]) => first?.kind === 'stock')) return;
    const quantity = (this.#quantities.get(sku) ?? 0) + this.#random.integer(1, 9);
    this.#quantities.set(sku, quantity);
    this.#open.push([{ kind: 'stock', sku, quantity }]);
  }
}

/** What `report` is called with. */
export function reportArguments(report: Report): string[] {
  switch (report.kind) {
    case 'shipment':
      return ['report', 'shipment', report.orderId, report.tracking];
    case 'status':
      return ['report', 'status', report.orderId, String(report.statusId)];
    case 'stock':
      return ['report', 'stock', report.sku, String(report.quantity)];
  }
}
