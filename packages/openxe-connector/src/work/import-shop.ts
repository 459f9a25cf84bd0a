import { retryWanted } from 'importer-accounts';
import {
  type ImportResult,
  importOrders,
  listHeld,
  prepareOrder,
  retryHeld,
  runImport,
  type Target,
} from 'importer-core';
import { stagingTarget } from 'importer-staging';
import { buildCart } from '../cart/build-cart.js';
import type { ShopSettings } from '../shop/read-settings.js';
import type { BoundShop } from './bound-shops.js';
import type { ConnectorPorts } from './ports.js';

/** Where a shop's orders wait: the queue of its name; what OpenXE could not take is held. */
export function shopTarget(
  { store, clock }: Pick<ConnectorPorts, 'store' | 'clock'>,
  { name, account }: Pick<BoundShop, 'name' | 'account'>,
  { mapping, changes }: Pick<ShopSettings, 'mapping' | 'changes'>,
): Target {
  return stagingTarget({
    store,
    account,
    queue: name,
    clock,
    changedAfterTaking: changes,
    refuse(order) {
      const result = buildCart(order, mapping);
      return result.outcome === 'held' ? result : undefined;
    },
  });
}

/** One import of a shop; never throws. */
export function importShop(
  ports: ConnectorPorts,
  shop: BoundShop,
  settings: ShopSettings,
): Promise<ImportResult> {
  return runImport(optionsOf(ports, shop, settings));
}

/** Imports single orders by BillBeeOrderId, when they are in an open status. */
export async function importShopOrders(
  ports: ConnectorPorts,
  shop: BoundShop,
  settings: ShopSettings,
  ids: readonly string[],
): Promise<void> {
  await importOrders({ ...optionsOf(ports, shop, settings), ids });
}

/**
 * Tries the held orders of a shop again that are still in an open status: its settings have changed, and with them
 * perhaps the reason.
 */
export async function retryShopHolds(
  ports: ConnectorPorts,
  shop: BoundShop,
  settings: ShopSettings,
): Promise<void> {
  const options = optionsOf(ports, shop, settings);
  const held = await listHeld(ports.store, shop.account);
  const open: string[] = [];
  for (const { orderId, target, reason } of held) {
    if (target !== options.target.id || reason === 'changed-after-delivery' || !/^\d+$/.test(orderId))
      continue;
    ports.stop.throwIfAborted();
    const raw = await shop.source.readOrder(orderId, ports.stop);
    const statusId = raw === undefined ? undefined : (await options.prepare(raw)).statusId;
    if (statusId !== undefined && settings.openStatusIds.includes(statusId)) open.push(orderId);
  }
  if (open.length > 0) await retryHeld({ ...options, ids: open });
}

/** Tries held orders of the shop again that an operator has asked for. */
export async function retryWantedOrders(
  ports: ConnectorPorts,
  shop: BoundShop,
  settings: ShopSettings,
): Promise<void> {
  while (await retryWanted(optionsOf(ports, shop, settings))) ports.stop.throwIfAborted();
}

function optionsOf(ports: ConnectorPorts, shop: BoundShop, settings: ShopSettings) {
  return {
    account: shop.account,
    statusIds: settings.openStatusIds,
    source: shop.source,
    store: ports.store,
    target: shopTarget(ports, shop, settings),
    clock: ports.clock,
    prepare: prepareOrder(ports.mapOrder),
    changes: 'update' as const,
    signal: ports.stop,
  };
}
