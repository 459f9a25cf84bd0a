import type { Kysely } from 'kysely';
import { findDeliveries } from '../store/deliveries.js';
import { findHolds } from '../store/holds.js';
import { findOwnStatuses } from '../store/own-status-changes.js';
import type { CoreTables } from '../store/tables.js';
import { decide, type NamedOrder, type Verdict } from './decide.js';
import type { SplitVerdict } from './judge-splits.js';
import { isOffer, type Planned, type StepContext } from './step-context.js';

/**
 * Decides about orders from what the store knows of them; writes nothing.
 *
 * @param splits orders that must not come beside the parent that the target has
 * @param quota most orders to create or hold; those behind it are left out
 */
export async function planOrders(
  context: StepContext,
  db: Kysely<CoreTables>,
  orders: readonly NamedOrder[],
  splits: ReadonlyMap<string, SplitVerdict>,
  quota: number,
): Promise<Planned[]> {
  if (orders.length === 0) return [];
  const { scope, rules } = context;
  const ids = orders.map((order) => order.id);
  const deliveries = await findDeliveries(db, scope, ids);
  const holds = await findHolds(db, scope, ids);
  const moved = orders.flatMap(({ id, prepared: { statusId } }) => {
    const delivery = deliveries.get(id);
    return delivery && statusId !== undefined && delivery.statusId !== statusId
      ? [{ orderId: id, statusId }]
      : [];
  });
  const own = await findOwnStatuses(db, scope.account, moved);
  const planned: Planned[] = [];
  for (const named of orders) {
    const known = {
      delivery: deliveries.get(named.id),
      hold: holds.get(named.id),
      ownStatus: own.has(named.id),
    };
    const decided = await decide(named, known, rules);
    const verdict = decided.action === 'create' ? withSplit(decided, splits.get(named.id)) : decided;
    planned.push({ named, verdict, wasHeld: known.hold !== undefined });
  }
  return withinQuota(planned, quota);
}

function withSplit(decided: Verdict, split: SplitVerdict | undefined): Verdict {
  if (split === undefined) return decided;
  return split === 'known' ? { action: 'pass-over' } : { action: 'hold', origin: 'order', ...split };
}

function withinQuota(planned: readonly Planned[], quota: number): Planned[] {
  let left = quota;
  const taken: Planned[] = [];
  for (const one of planned) {
    if (left <= 0) break;
    if (one.verdict.action === 'hold' || isOffer(one)) left -= 1;
    taken.push(one);
  }
  return taken;
}
