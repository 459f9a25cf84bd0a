import { accountsMigrations } from 'importer-accounts';
import { type BillbeeClient, type Clock, importOrders, listHeld, retryHeld, type Store } from 'importer-core';
import { openEmbeddedDatabase } from 'importer-core/node';
import { createShops, createStagedOrders, stagingMigrations } from 'importer-staging';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { item, order } from '../golden/billbee-order.test.data.js';
import { commandData } from '../protocol/commands.js';
import { settingsFields } from '../protocol/settings.js';
import { readSettings, type ShopSettings } from '../shop/read-settings.js';
import type { ConnectorPorts } from '../work/ports.js';
import type { ShopRuns } from '../work/shop-runs.js';
import type { ShopSession } from '../work/shop-sessions.js';
import { shopTarget } from '../work/shop-target.js';
import type { CommandContext } from './command.js';
import { getauftraegeanzahl } from './getauftraegeanzahl.js';
import { getauftrag } from './getauftrag.js';

let store: Store;
let accounts = 0;
beforeAll(async () => {
  store = await openEmbeddedDatabase('memory://', { migrations: [accountsMigrations, stagingMigrations] });
});
afterAll(() => store.close());

const settingsWith = (bbFallbackArticle: string): ShopSettings => {
  const read = readSettings(
    settingsFields.parse({
      bbUser: 'u',
      bbApiPassword: 'p',
      bbApiKey: 'k',
      bbStatusOpen: '3',
      bbFallbackArticle,
    }),
    undefined,
  );
  if (!read.ok) throw new Error(read.problems.join(' '));
  return read.settings;
};
const filled = settingsWith('DIVERSES');
const emptied = settingsWith('');

/** A shop whose orders wait; `nameless` ones have no SKU, and need the fallback article. */
async function world(orders: Readonly<Record<string, 'plain' | 'nameless'>>) {
  accounts += 1;
  const clock: Clock = { now: () => Date.UTC(2026, 10, 24, 12), sleep: async () => {} };
  const raws = new Map(
    Object.entries(orders).map(([id, kind]) => {
      const SKU = kind === 'plain' ? 'BANK-01' : null;
      return [id, order([item(100, { SKU, InvoiceSKU: SKU })], 0, { BillBeeOrderId: Number(id) })];
    }),
  );
  const source = {
    usage: { calls: 0, retries: 0 },
    readOrder: async (id: string) => raws.get(id),
  } as unknown as BillbeeClient;
  const account = `account-${accounts}`;
  const shop = { name: 'shop', account, source, sink: source } as unknown as ShopSession;
  const ports = {
    store,
    clock,
    log: () => {},
    stop: new AbortController().signal,
  } as unknown as ConnectorPorts;
  const shops = createShops(store, clock);
  await shops.add(`shop-${accounts}`);
  const row = await shops.get(`shop-${accounts}`);
  if (!row) throw new Error('The shop is missing.');
  const contextOf = (settings: ShopSettings): CommandContext => ({
    ports,
    shops,
    row,
    shop,
    settings,
    staged: createStagedOrders({ store, account: shop.account, queue: shop.name, clock }),
    runs: { refresh: async () => {} } as unknown as ShopRuns,
  });
  /** As the service does it for the shop. */
  const optionsOf = (settings: ShopSettings) => ({
    ...{ account, source, store, clock, statusIds: settings.openStatusIds },
    target: shopTarget(ports, shop, settings),
    changes: 'update' as const,
  });
  const bring = (ids: readonly string[], settings: ShopSettings) =>
    importOrders({ ...optionsOf(settings), ids });
  const retry = (settings: ShopSettings) =>
    retryHeld({ ...optionsOf(settings), onlyStatusIds: settings.openStatusIds });
  await bring(Object.keys(orders), filled);
  return {
    raws,
    account: shop.account,
    async fetch(settings: ShopSettings, anzgleichzeitig = 1): Promise<string[]> {
      const data = commandData.getauftrag.parse({ anzgleichzeitig });
      const { carts } = (await getauftrag(contextOf(settings), data)) as { carts: { auftrag: string }[] };
      return carts.map((cart) => cart.auftrag);
    },
    count: (settings: ShopSettings) =>
      getauftraegeanzahl(contextOf(settings), commandData.getauftraegeanzahl.parse({})),
    held: async () => (await listHeld(store, shop.account)).map(({ orderId, reason }) => [orderId, reason]),
    retry,
    bring: (id: string, settings: ShopSettings) => bring([id], settings),
  };
}

it.each([
  ['by status', 1],
  ['by date', 2],
])('holds orders that new settings refuse, and hands out those behind them: %s', async (_mode, most) => {
  const { fetch, count, held, retry } = await world({
    '1': 'nameless',
    '2': 'nameless',
    '3': 'nameless',
    '4': 'nameless',
    '5': 'plain',
  });
  expect(await count(filled)).toBe(5);
  expect(await fetch(emptied, most)).toEqual(['5']);
  expect(await count(emptied)).toBe(1);
  expect(await held()).toEqual(['1', '2', '3', '4'].map((id) => [id, 'article-unidentified']));
  await retry(filled);
  expect(await held()).toEqual([]);
  expect((await fetch(filled, 50)).sort()).toEqual(['1', '2', '3', '4', '5']);
});

it('brings such an order back by hand, once, when the settings are right', async () => {
  const { fetch, held, retry } = await world({ '1': 'nameless' });
  expect(await fetch(emptied)).toEqual([]);
  await retry(emptied);
  expect(await held()).toEqual([['1', 'article-unidentified']]);
  expect(await fetch(filled, 50)).toEqual([]);
  await retry(filled);
  expect(await held()).toEqual([]);
  expect(await fetch(filled, 50)).toEqual(['1']);
});

it('brings such an order back by itself when Billbee has corrected it', async () => {
  const { fetch, held, raws, bring } = await world({ '1': 'nameless' });
  expect(await fetch(emptied)).toEqual([]);
  raws.set('1', order([item(100)], 0, { BillBeeOrderId: 1 }));
  await bring('1', emptied);
  expect(await held()).toEqual([]);
  expect(await fetch(emptied, 50)).toEqual(['1']);
});

it('keeps the name of such an order when Billbee no longer has it', async () => {
  const { fetch, held, raws, retry } = await world({ '1': 'nameless' });
  expect(await fetch(emptied)).toEqual([]);
  raws.delete('1');
  await retry(filled);
  expect(await held()).toMatchObject([['1', expect.any(String)]]);
});

it.each(['1.5', '-1', '1e3', 'viele', '9999999'])('takes no %s for a number of orders', (anzgleichzeitig) => {
  expect(commandData.getauftrag.safeParse({ anzgleichzeitig }).success).toBe(false);
});
