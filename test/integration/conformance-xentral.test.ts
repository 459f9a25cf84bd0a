import { type TargetConformanceOptions, targetConformance } from 'importer-core/conformance';
import { systemClock } from 'importer-core/node';
import { readMapping } from 'importer-mapping';
import { describe, expect, it } from 'vitest';
import { startXentralSandbox } from 'xentral-sandbox';
import { documentMigrations, openXentralTarget, readXentralSettings } from 'xentral-target';
import { emptyStores } from '../support/empty-stores.js';

const [ownStore, firstStore, secondStore] = [
  emptyStores([documentMigrations]),
  emptyStores([documentMigrations]),
  emptyStores([documentMigrations]),
];
let handedOut = 0;

/** A tenant, and the target with the store that it keeps its notes in. */
const options: TargetConformanceOptions = {
  store: () => {
    handedOut += 1;
    return handedOut % 2 ? firstStore() : secondStore();
  },
  // What the tenant knows.
  adapt: (order) => ({
    ...order,
    shipping: { ...order.shipping, providerName: 'DHL', productName: 'DHL Paket' },
    lines: order.lines.map((line) => ({ ...line, sku: 'GIE-5L' })),
  }),
  refusable: (order) => ({
    ...order,
    shipping: { ...order.shipping, providerName: null, productName: null },
  }),
  async create(account) {
    const sandbox = await startXentralSandbox({ callsPerMinute: 10_000 });
    const store = await ownStore();
    return {
      open: async () =>
        openXentralTarget({
          connection: { url: sandbox.url, token: sandbox.token },
          settings: readXentralSettings({ project: 'ONLINE', unclearSeconds: 0.4, callsPerMinute: 10_000 }),
          store,
          account,
          fetch: (url, init) => fetch(url, init),
          clock: systemClock,
          tables: readMapping({ shippingCost: { article: 'VERSAND' } }),
        }),
      orderIds: async () => sandbox.state.orders.map(({ externalOrderId }) => String(externalOrderId)),
      async remove() {
        await store.close();
        await sandbox.close();
      },
    };
  },
};

describe('Xentral', () => {
  for (const { name, run } of targetConformance(options)) {
    it(name, async () => {
      expect((await run()) ?? '').toMatch(/^$|has no|does not promise it/);
    });
  }
});
