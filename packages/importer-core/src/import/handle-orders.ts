import type { Kysely } from 'kysely';
import type { CoreTables } from '../store/tables.js';
import { claimOrders } from './claim-orders.js';
import type { NamedOrder } from './decide.js';
import { deliverOrders } from './deliver-orders.js';
import { judgeSplits } from './judge-splits.js';
import { planOrders } from './plan-orders.js';
import { isOffer, type Planned, report, type StepContext } from './step-context.js';

/**
 * Brings orders through the steps that lose and double nothing: claim (one transaction), deliver, confirm
 * (one transaction). A crash between any two leaves a claim, and the next run asks the target about it.
 *
 * @param select given the run's connection, says which of the orders to handle
 * @param quota most orders to create or hold; the rest is left alone
 */
export async function handleOrders(
  context: StepContext,
  orders: readonly NamedOrder[],
  select: (db: Kysely<CoreTables>) => Promise<readonly NamedOrder[]> = async () => orders,
  quota = Number.POSITIVE_INFINITY,
): Promise<void> {
  if (orders.length === 0) return;
  const { session, dryRun } = context;
  const splits = await judgeSplits(context, orders, (parent) => handleOrders(context, [parent]));
  const decided = await planOrders(context, session.db, await select(session.db), splits, quota);
  const planned = dryRun ? decided : await claimOrders(context, decided);
  if (context.askTarget) await skipWhatTargetHas(context, planned);
  for (const one of planned) if (dryRun || !isOffer(one)) report(context, one);
  if (dryRun) return;
  const offers = planned.filter(isOffer);
  for (const action of ['create', 'update'] as const) {
    await deliverOrders(
      context,
      offers.filter((offer) => offer.verdict.action === action),
    );
  }
}

async function skipWhatTargetHas(context: StepContext, planned: Planned[]): Promise<void> {
  const { target, keyOf } = context;
  const found = await target.findDelivered(planned.map(({ named }) => keyOf(named.id)));
  planned.forEach(({ named, verdict, wasHeld }, index) => {
    if (verdict.action !== 'create' || !found.has(keyOf(named.id))) return;
    planned[index] = { named, verdict: { action: 'skip', reason: 'already-delivered' }, wasHeld };
  });
}
