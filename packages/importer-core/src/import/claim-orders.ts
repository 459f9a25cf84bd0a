import type { Kysely } from 'kysely';
import { noteChanges, releaseClaims, writeDeliveries } from '../store/deliveries.js';
import { clearHolds, type Hold, writeHolds } from '../store/holds.js';
import type { CoreTables } from '../store/tables.js';
import { holdOf, type Planned, rowOf, type StepContext, takeBack, timeOf } from './step-context.js';

/** Writes what was decided: claims before anything is delivered, holds, and notes about changed content. */
export async function claimOrders(
  context: StepContext,
  db: Kysely<CoreTables>,
  planned: readonly Planned[],
): Promise<void> {
  const { scope } = context;
  const now = timeOf(context);
  const creates = planned.filter((one) => one.verdict.action === 'create');
  const noted = (note: string) =>
    planned.filter(({ verdict }) => verdict.action === 'skip' && verdict.note === note);
  await writeDeliveries(
    db,
    scope,
    'claimed',
    creates.map((one) => rowOf(context, one)),
    now,
  );
  await writeDeliveries(
    db,
    scope,
    'delivered',
    noted('adopt').map((one) => rowOf(context, one)),
    now,
  );
  await noteChanges(
    db,
    scope,
    noted('changed').map(({ named }) => ({ orderId: named.id, contentHash: named.prepared.contentHash })),
  );
  const holds: Hold[] = [];
  const changed = planned.filter(({ verdict }) => verdict.action === 'hold' && verdict.origin === 'change');
  const takenBack = await takeBack(context, db, changed);
  for (const { named, verdict } of planned) {
    if (verdict.action !== 'hold') continue;
    // Without its delivery it is an order like any other that cannot be read.
    const isUnread = takenBack.has(named.id) && named.prepared.result.outcome === 'held';
    holds.push(await holdOf(named, isUnread ? 'order' : verdict.origin, verdict));
  }
  await writeHolds(db, scope, holds, now);
  await releaseClaims(
    db,
    scope,
    holds.map((hold) => hold.holdId),
  );
  const settled = planned.filter(
    ({ verdict, wasHeld }) => wasHeld && verdict.action === 'skip' && verdict.reason === 'already-delivered',
  );
  await clearHolds(
    db,
    scope,
    settled.map((one) => one.named.id),
  );
}
