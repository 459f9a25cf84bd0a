import type { ErpOrder } from 'importer-core';
import { readOrderFacts } from 'importer-core/order';
import type { CommandContext } from './command.js';

/** An order that waited longer than this may have been cancelled or shipped meanwhile; milliseconds. */
const oldMs = 600_000;

/**
 * Those of the orders that are still in an open status. One that waited for long is looked up in Billbee; one that
 * has left is withdrawn, one that cannot be looked up now stays for the next time.
 */
export async function stillOpen(
  { staged, shop, settings, ports }: CommandContext,
  orders: readonly ErpOrder[],
): Promise<readonly ErpOrder[]> {
  const before = new Date(ports.clock.now() - oldMs).toISOString();
  const old = await staged.stagedBefore(
    before,
    orders.map((order) => order.source.orderId),
  );
  const open: ErpOrder[] = [];
  for (const order of orders) {
    const { orderId } = order.source;
    if (!old.has(orderId)) {
      open.push(order);
      continue;
    }
    const raw = await shop.source.readOrder(orderId, ports.stop);
    const { statusId } = raw === undefined ? {} : readOrderFacts(raw);
    if (statusId !== undefined && settings.openStatusIds.includes(statusId)) {
      await staged.confirm(orderId);
      open.push(order);
    } else {
      await staged.withdraw(orderId);
      ports.log(`${shop.name}: ${orderId} has left its status before the ERP took it, and is not handed out`);
    }
  }
  return open;
}
