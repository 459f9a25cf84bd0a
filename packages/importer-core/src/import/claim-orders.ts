import type { Kysely } from 'kysely';
import { importMessages } from '../messages/core/import-messages.js';
import { noteChanges, releaseClaims, writeDeliveries } from '../store/deliveries.js';
import { clearHolds, type Hold, writeHolds } from '../store/holds.js';
import { noteEvents } from '../store/order-events.js';
import type { CoreTables } from '../store/tables.js';
import {
  heldEvent,
  holdOf,
  type Planned,
  rowOf,
  type StepContext,
  takeBack,
  timeOf,
} from './step-context.js';

/**
 * Writes what was decided, in one transaction: claims before anything is delivered, holds, and notes about changed content.
 *
 * @returns what is still true of it: an order that a person has given up since it was decided is passed over
 */
export async function claimOrders(context: StepContext, planned: readonly Planned[]): Promise<Planned[]> {
  const { scope, session } = context;
  const now = timeOf(context);
  const noted = (note: string) =>
    planned.filter(({ verdict }) => verdict.action === 'skip' && verdict.note === note);
  const creates = planned.filter((one) => one.verdict.action === 'create');
  const adopted = noted('adopt');
  const noticed = noted('changed');
  const held = planned.filter((one) => one.verdict.action === 'hold');
  const settled = planned.filter(
    ({ verdict, wasHeld }) => wasHeld && verdict.action === 'skip' && verdict.reason === 'already-delivered',
  );
  // Most pages of a quiet account say nothing new.
  if ([creates, adopted, noticed, held, settled].every((some) => some.length === 0)) return [...planned];
  const rows = (some: readonly Planned[]) => some.map((one) => rowOf(context, one));
  return session.transaction(async (db) => {
    const claimed = await writeDeliveries(db, scope, 'claimed', rows(creates), now);
    await writeDeliveries(db, scope, 'delivered', rows(adopted), now);
    await noteChanges(
      db,
      scope,
      noticed.map(({ named }) => ({ orderId: named.id, contentHash: named.prepared.contentHash })),
    );
    const holds = await holdsOf(context, db, held);
    await writeHolds(db, scope, holds, now);
    await noteEvents(db, scope, holds.map(heldEvent), now);
    await releaseClaims(
      db,
      scope,
      holds.map((hold) => hold.holdId),
    );
    await clearHolds(
      db,
      scope,
      settled.map((one) => one.named.id),
    );
    return planned.map((one): Planned => {
      if (one.verdict.action !== 'create' || claimed.has(one.named.id)) return one;
      return { ...one, verdict: { action: 'skip', ...importMessages.reason('dismissed', {}) } };
    });
  });
}

async function holdsOf(
  context: StepContext,
  db: Kysely<CoreTables>,
  held: readonly Planned[],
): Promise<Hold[]> {
  const changed = held.filter(({ verdict }) => verdict.action === 'hold' && verdict.origin === 'change');
  const takenBack = await takeBack(context, db, changed);
  const holds: Hold[] = [];
  for (const { named, verdict } of held) {
    if (verdict.action !== 'hold') continue;
    // Without its delivery it is an order like any other that cannot be read.
    const isUnread = takenBack.has(named.id) && named.prepared.result.outcome === 'held';
    holds.push(await holdOf(named, isUnread ? 'order' : verdict.origin, verdict));
  }
  return holds;
}
