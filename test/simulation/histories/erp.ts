import { appendFile, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type {
  Delivery,
  DeliveryOutcome,
  ErpOrder,
  Target,
} from '../../../packages/importer-core/src/index.js';
import { openNdjsonTarget } from '../../../packages/importer-core/src/node/index.js';
import type { Random } from '../random.js';

/** What the ERP holds of one order. */
export interface Booked {
  /** How often it came as a new order. */
  count: number;
  order: ErpOrder;
}

/** When the ERP fails: before it has taken anything, after half of a batch, after all of it, or when asked. */
export const ERP_CRASHES = ['before', 'middle', 'after', 'asked'] as const;
export type ErpCrash = { readonly kind: (typeof ERP_CRASHES)[number]; batch: number } | undefined;

/** The ERP's side of a history. */
export interface Erp {
  readonly target: Target;
  crash: ErpCrash;
  readonly refuses: (orderId: string) => boolean;
  booked(): Promise<Map<string, Booked>>;
  /** The process dies and starts again. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

class ErpDown extends Error {}

/** An ERP in memory. */
export class MemoryErp implements Erp {
  readonly target: Target;
  crash: ErpCrash;
  readonly refuses: (orderId: string) => boolean;
  readonly #books = new Map<string, Booked>();
  readonly #keys = new Set<string>();

  constructor(options: { readonly takesUpdates: boolean; readonly refuses: (orderId: string) => boolean }) {
    this.refuses = options.refuses;
    const book = async (orders: readonly Delivery[], isUpdate: boolean): Promise<DeliveryOutcome[]> => {
      const crash = this.crash && this.crash.kind !== 'asked' && --this.crash.batch === 0 && this.crash.kind;
      if (crash === 'before') throw new ErpDown('The ERP is down.');
      const outcomes = orders.map((delivery, index): DeliveryOutcome => {
        if (crash === 'middle' && index >= orders.length / 2) throw new ErpDown('The ERP went down.');
        const { orderId } = delivery.order.source;
        if (this.refuses(orderId)) {
          return { outcome: 'held', reason: 'erp-refused', message: 'The ERP does not know the article.' };
        }
        const before = this.#books.get(orderId);
        this.#keys.add(delivery.key);
        this.#books.set(orderId, {
          count: (before?.count ?? 0) + (isUpdate ? 0 : 1),
          order: delivery.order,
        });
        return { outcome: 'delivered' };
      });
      if (crash === 'after') throw new ErpDown("The ERP's answer was lost.");
      return outcomes;
    };
    this.target = {
      id: 'erp',
      deliver: (orders) => book(orders, false),
      ...(options.takesUpdates && { update: (orders: readonly Delivery[]) => book(orders, true) }),
      findDelivered: async (keys) => {
        if (this.crash?.kind === 'asked' && --this.crash.batch === 0) throw new ErpDown('The ERP is down.');
        return new Set(keys.filter((key) => this.#keys.has(key)));
      },
      close: async () => {},
    };
  }

  async booked(): Promise<Map<string, Booked>> {
    return this.#books;
  }

  async restart(): Promise<void> {}
  async close(): Promise<void> {}
}

/** A file of orders; a crash can leave a torn line, or a whole one that nobody confirmed. */
export class FileErp implements Erp {
  crash: ErpCrash;
  readonly refuses = (): boolean => false;
  readonly #path: string;
  readonly #account: string;
  readonly #random: Random;
  #file: Target;

  private constructor(path: string, account: string, random: Random, file: Target) {
    this.#path = path;
    this.#account = account;
    this.#random = random;
    this.#file = file;
  }

  static async open(account: string, random: Random): Promise<FileErp> {
    const path = join(tmpdir(), `billbee-histories-${process.pid}-${account}.ndjson`);
    return new FileErp(path, account, random, await openNdjsonTarget(path, account));
  }

  get target(): Target {
    const file = this.#file;
    return {
      ...file,
      id: 'file',
      deliver: async (orders) => {
        const crash =
          this.crash && this.crash.kind !== 'asked' && --this.crash.batch === 0 && this.crash.kind;
        if (crash === 'before') throw new ErpDown('The process dies.');
        if (crash === 'middle') {
          const half = orders.slice(0, Math.floor(orders.length / 2));
          if (half.length > 0) await file.deliver(half);
          const torn = JSON.stringify(orders[half.length]?.order ?? {});
          await appendFile(this.#path, torn.slice(0, this.#random.integer(1, torn.length - 1)));
          throw new ErpDown('The process dies.');
        }
        const outcomes = await file.deliver(orders);
        if (crash === 'after') throw new ErpDown('The process dies.');
        return outcomes;
      },
      close: async () => {},
    };
  }

  async booked(): Promise<Map<string, Booked>> {
    const books = new Map<string, Booked>();
    for (const line of (await readFile(this.#path, 'utf8')).split('\n')) {
      if (line === '') continue;
      const order = JSON.parse(line) as ErpOrder;
      const { orderId } = order.source;
      books.set(orderId, { count: (books.get(orderId)?.count ?? 0) + 1, order });
    }
    return books;
  }

  async restart(): Promise<void> {
    await this.#file.close();
    this.#file = await openNdjsonTarget(this.#path, this.#account);
  }

  async close(): Promise<void> {
    await this.#file.close();
    await rm(this.#path, { force: true });
  }
}
