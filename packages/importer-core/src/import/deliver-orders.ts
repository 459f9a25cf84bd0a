import type { StopError } from '../errors.js';
import { importMessages } from '../messages/core/import-messages.js';
import type { HoldReason } from '../messages/problem.js';
import { enqueueAfterImport } from '../outbox/enqueue.js';
import { confirmDeliveries, noteChanges, releaseClaims, writeDeliveries } from '../store/deliveries.js';
import { clearHolds, type Hold, writeHolds } from '../store/holds.js';
import { noteEvents } from '../store/order-events.js';
import { writeTargetMark } from '../store/target-marks.js';
import type { Target } from '../target/target.js';
import type { NamedOrder } from './decide.js';
import {
  heldEvent,
  holdOf,
  type Offered,
  report,
  rowOf,
  type StepContext,
  takeBack,
  timeOf,
} from './step-context.js';

/**
 * Delivers claimed orders (or updates, all of one kind), then confirms them in one transaction.
 *
 * @throws whatever the target throws: the claims stay, and the next run asks the target about them
 */
export async function deliverOrders(context: StepContext, offers: readonly Offered[]): Promise<void> {
  if (offers.length === 0) return;
  const { session, target, scope, keyOf, afterImport } = context;
  const deliveries = offers.map(({ named, verdict }) => ({ key: keyOf(named.id), order: verdict.order }));
  const isUpdate = offers[0]?.verdict.action === 'update';
  const outcomes =
    isUpdate && target.update ? await target.update(deliveries) : await target.deliver(deliveries);
  if (outcomes.length !== offers.length) throw incomplete(target, offers.length, outcomes.length);
  const mark = await target.mark?.();
  const ending = (wanted: string): Offered[] =>
    offers.filter((_, index) => outcomes[index]?.outcome === wanted);
  const done = ending('delivered');
  const kept = ending('kept');
  const now = timeOf(context);
  const refused: { named: NamedOrder; refusal: HoldReason }[] = [];
  offers.forEach(({ named }, index) => {
    const outcome = outcomes[index];
    if (outcome?.outcome === 'held') refused.push({ named, refusal: outcome });
  });
  await session.transaction(async (db) => {
    await writeTargetMark(db, scope, mark);
    const ids = done.map((one) => one.named.id);
    if (isUpdate) {
      await writeDeliveries(
        db,
        scope,
        'delivered',
        done.map((one) => rowOf(context, one)),
        now,
      );
    } else {
      await confirmDeliveries(db, scope, ids, now);
    }
    await noteChanges(
      db,
      scope,
      kept.map(({ named }) => ({ orderId: named.id, contentHash: named.prepared.contentHash })),
    );
    const ended = [...done, ...kept].filter((one) => one.wasHeld).map((one) => one.named.id);
    await clearHolds(db, scope, ended);
    const holds: Hold[] = [];
    const takenBack = isUpdate ? await takeBack(context, db, refused) : new Set<string>();
    for (const { named, refusal } of refused) {
      const isChange = isUpdate && !takenBack.has(named.id);
      holds.push(await holdOf(named, isChange ? 'change' : 'target', refusal));
    }
    await writeHolds(db, scope, holds, now);
    const event = isUpdate ? ('updated' as const) : ('delivered' as const);
    await noteEvents(
      db,
      scope,
      [...ids.map((orderId) => ({ orderId, event })), ...holds.map(heldEvent)],
      now,
    );
    await releaseClaims(
      db,
      scope,
      holds.map((hold) => hold.holdId),
    );
    if (!isUpdate) await enqueueAfterImport(db, scope.account, ids, afterImport, context.clock.now());
  });
  for (const one of done) report(context, one);
  for (const { named } of kept) {
    const why = importMessages.reason('changed-after-delivery', { orderId: named.id, what: 'stays' });
    report(context, { named, verdict: { action: 'skip', ...why } });
  }
  for (const { named, refusal } of refused) {
    report(context, { named, verdict: { action: 'hold', origin: 'target', ...refusal } });
  }
}

function incomplete(target: Target, sent: number, answered: number): StopError {
  return importMessages.stop('target-outcome-missing', { target: target.id, sent, answered });
}
