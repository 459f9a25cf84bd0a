import type { Target } from 'importer-core';
import { createStagingTarget } from 'importer-staging';
import { buildCart } from '../cart/build-cart.js';
import type { ShopSettings } from '../shop/read-settings.js';
import type { ConnectorPorts } from './ports.js';

/** Where a shop's orders wait: the queue of its name; what OpenXE could not take is held. */
export function shopTarget(
  { store, clock }: Pick<ConnectorPorts, 'store' | 'clock'>,
  { name, account }: { readonly name: string; readonly account: string },
  { mapping, changes }: Pick<ShopSettings, 'mapping' | 'changes'>,
): Target {
  return createStagingTarget({
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
