import { HoldError } from '../errors.js';
import { importMessages } from '../messages/core/import-messages.js';
import type { HoldReason } from '../messages/problem.js';
import { findDeliveries } from '../store/deliveries.js';
import { findHolds } from '../store/holds.js';
import type { NamedOrder } from './decide.js';
import { nameOrders } from './name-orders.js';
import type { StepContext } from './step-context.js';

/** What keeps an order back that was split off another; `known`: it is held for that already, and nothing has changed. */
export type SplitVerdict = HoldReason | 'known';

/**
 * Finds the orders that were split off one that the target has, and has as it was before: both together would be sold
 * twice over. Whether the target's copy is still what Billbee has is asked of Billbee now.
 *
 * Where changes are offered to the target as updates, the parent's is offered first. Costs one call for each such parent,
 * and nothing where no order has one.
 *
 * @param offerChange brings a delivered order through the steps, so that its change reaches the target
 * @returns by id; an order that may be delivered is not in it
 * @throws RetryError, SettingsError, StopError as the source and the target throw them
 */
export async function judgeSplits(
  context: StepContext,
  orders: readonly NamedOrder[],
  offerChange: (parent: NamedOrder) => Promise<void>,
): Promise<ReadonlyMap<string, SplitVerdict>> {
  const verdicts = new Map<string, SplitVerdict>();
  const { session, scope, rules } = context;
  const parentOf = new Map(
    orders.flatMap(({ id, prepared: { result } }) => {
      const parent = result.outcome === 'ready' ? result.order.source.parentOrderId : null;
      return parent === null || parent === id ? [] : [[id, parent] as const];
    }),
  );
  if (parentOf.size === 0 || rules.confirmed) return verdicts;
  const known = await findDeliveries(session.db, scope, [...parentOf.keys(), ...parentOf.values()]);
  const holds = await findHolds(session.db, scope, [...parentOf.keys()]);
  const isDelivered = (id: string): boolean => known.get(id)?.state === 'delivered';
  const changed = new Map<string, boolean>();
  for (const named of orders) {
    const { id } = named;
    const parent = parentOf.get(id);
    if (parent === undefined || isDelivered(id) || !isDelivered(parent)) continue;
    const hold = holds.get(id);
    const isKnown =
      hold?.reason === 'split-off-delivered' && hold.payloadHash === (await named.payload()).hash;
    if (isKnown && !rules.retry) {
      verdicts.set(id, 'known');
      continue;
    }
    const isChanged = changed.get(parent) ?? (await differsFromDelivered(context, parent, offerChange));
    changed.set(parent, isChanged);
    if (isChanged) verdicts.set(id, importMessages.reason('split-off-delivered', { orderId: id, parent }));
  }
  return verdicts;
}

async function differsFromDelivered(
  context: StepContext,
  orderId: string,
  offerChange: (parent: NamedOrder) => Promise<void>,
): Promise<boolean> {
  const { session, scope, rules, dryRun } = context;
  const named = await readNow(context, orderId);
  if (!named) return true;
  const differs = async (): Promise<boolean> =>
    (await findDeliveries(session.db, scope, [orderId])).get(orderId)?.contentHash !==
    named.prepared.contentHash;
  if (!(await differs())) return false;
  // A retry is about the orders that it names; how changes of others are taken is the import's to say.
  if (rules.changes !== 'update' || !rules.canUpdate || dryRun || rules.retry) return true;
  await offerChange(named);
  return differs();
}

/** The order as Billbee has it; undefined when it is gone or not given out. */
async function readNow(
  { source, signal, prepare }: StepContext,
  orderId: string,
): Promise<NamedOrder | undefined> {
  try {
    const raw = await source.readOrder(orderId, signal);
    return raw === undefined ? undefined : (await nameOrders([raw], prepare)).orders.get(orderId);
  } catch (error) {
    if (error instanceof HoldError) return undefined;
    throw error;
  }
}
