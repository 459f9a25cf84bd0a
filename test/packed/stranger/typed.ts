/** A typed program of a stranger: compiled against the packed library, and run in Deno. */
import {
  type Clock,
  createBillbeeClient,
  type Delivery,
  type DeliveryOutcome,
  type ErpOrder,
  ImporterError,
  prepareOrder,
  runImport,
  type Store,
  type Target,
} from 'importer-core';
import { type ConformanceCheck, targetConformance } from 'importer-core/conformance';
import { systemClock } from 'importer-core/node';
import { formatStatusIds, orderStatuses, parseStatusIds } from 'importer-core/statuses';
import { openStore } from 'importer-core/store';

/** An ERP of the stranger's own. */
export class Shelf implements Target {
  readonly id = 'shelf';
  readonly orders = new Map<string, ErpOrder>();

  async findDelivered(keys: readonly string[]): Promise<ReadonlySet<string>> {
    return new Set(keys.filter((key) => this.orders.has(key)));
  }

  async deliver(deliveries: readonly Delivery[]): Promise<readonly DeliveryOutcome[]> {
    for (const { key, order } of deliveries) this.orders.set(key, order);
    return deliveries.map(() => ({ outcome: 'delivered' }));
  }

  async close(): Promise<void> {}
}

export async function importInto(shelf: Shelf, store: Store, clock: Clock = systemClock): Promise<number> {
  const source = createBillbeeClient({
    connection: { username: 'a@example.com', apiPassword: 'password', apiKey: 'key' },
    fetch: (url, init) => fetch(url, init),
    clock,
  });
  const { summary, error } = await runImport({
    account: 'a@example.com',
    statusIds: parseStatusIds('3, 16'),
    source,
    store,
    target: shelf,
    clock,
  });
  if (error instanceof ImporterError) throw new Error(`${error.reaction}: ${error.code}`);
  return summary.created;
}

export function checksOfShelf(): readonly ConformanceCheck[] {
  return targetConformance({
    create: async () => {
      const shelf = new Shelf();
      return { open: async () => shelf };
    },
  });
}

const { result } = prepareOrder()({ BillBeeOrderId: 1, State: 3 });
const words: string = result.outcome === 'held' ? result.reason : result.order.currency;
const paid = orderStatuses.find(({ id }) => id === 3);
console.log(
  JSON.stringify({
    ids: formatStatusIds(parseStatusIds('16; 3 Bezahlt')),
    paid: paid?.apiName,
    held: words,
    openStore: typeof openStore,
    checks: checksOfShelf().length > 5,
  }),
);
