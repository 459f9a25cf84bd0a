import type { ErpOrder } from 'importer-core';
import type { HeldBack } from 'importer-staging';
import { buildCart } from '../cart/build-cart.js';
import type { Cart } from '../cart/cart.js';
import { readErpTime } from '../cart/times.js';
import type { Command, CommandContext } from './command.js';
import { findOrder, numberMode } from './getauftraegeanzahl.js';
import { stillOpen } from './still-open.js';

/** Most times that one command looks into the queue. */
const mostRounds = 50;

/**
 * The next orders that nobody has acknowledged; asking again gives the same ones.
 *
 * Status mode asks for one. Date mode asks for several since `datumvon`: the earliest it ever named counts, because its
 * cursor runs past orders that come late. `datumbis` is the time of the previous run, and counts for nothing.
 */
export const getauftrag: Command<'getauftrag'> = async (context, data) => {
  const { shop, settings, runs } = context;
  const { nummer, ab_nummer, anzgleichzeitig } = data;
  if (nummer !== '') {
    const order = await findOrder(context, nummer);
    const built = order && (await buildOrHold(context, order));
    return { carts: typeof built === 'object' ? [built] : [] };
  }
  if (ab_nummer !== '' && ab_nummer !== '0') throw numberMode();
  await runs.refresh(shop);
  const wanted = Number(anzgleichzeitig) || 1;
  const isDateMode = wanted > 1;
  const limit = isDateMode ? Math.min(wanted, settings.maxOrders) : 1;
  return {
    carts: await nextCarts(context, limit, isDateMode ? await startOf(context, data.datumvon) : undefined),
  };
};

async function startOf({ shops, row }: CommandContext, datumvon: string): Promise<string | undefined> {
  const time = readErpTime(datumvon);
  return time === undefined ? (row.ordersFrom ?? undefined) : shops.offerFrom(row.name, time);
}

async function nextCarts(
  context: CommandContext,
  limit: number,
  changedFrom: string | undefined,
): Promise<Cart[]> {
  const { staged, settings } = context;
  const filter = { changedFrom, orderedFrom: settings.startAt };
  // Orders that have left their status meanwhile, or cannot be built any more, are taken out of the queue, and others move
  // up. The former cost calls to Billbee, so only a few rounds of them are gone through for one command.
  for (let round = 0, lookUps = 0; round < mostRounds && lookUps < 3; round += 1) {
    const waiting = await staged.waiting(limit, filter);
    if (waiting.length === 0) return [];
    const open = await stillOpen(context, waiting);
    if (open.length === 0) lookUps += 1;
    const built: (Cart | HeldBack)[] = [];
    for (const order of open) built.push(await buildOrHold(context, order));
    const carts = built.filter((one) => typeof one === 'object');
    const isStuck = open.length > 0 && built.every((one) => one === 'busy');
    if (carts.length > 0 || isStuck) return carts;
  }
  return [];
}

/**
 * An order that waits was accepted when it was staged; should settings have changed since, it is built anew. One that OpenXE
 * could not take any more is held, or it would stand before the others for ever.
 */
async function buildOrHold(
  { settings, staged, ports, shop }: CommandContext,
  order: ErpOrder,
): Promise<Cart | HeldBack> {
  const result = buildCart(order, settings.mapping);
  if (result.outcome === 'cart') return result.cart;
  const became = await staged.hold(order, result);
  ports.log(
    `${shop.name}: order ${order.source.orderId} not handed out${became === 'held' ? ' but held' : ''}: ${result.message}`,
  );
  return became;
}
