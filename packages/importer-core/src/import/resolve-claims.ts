import type { Kysely } from 'kysely';
import { importMessages } from '../messages/core/import-messages.js';
import { enqueueAfterImport } from '../outbox/enqueue.js';
import {
  adoptDeliveries,
  confirmDeliveries,
  type DeliveryScope,
  hasDeliveries,
  type KnownDelivery,
  releaseClaims,
  unconfirmedClaims,
} from '../store/deliveries.js';
import { writeHolds } from '../store/holds.js';
import { noteEvents } from '../store/order-events.js';
import { sha256 } from '../store/sha256.js';
import type { CoreTables } from '../store/tables.js';
import { readTargetMark, writeTargetMark } from '../store/target-marks.js';
import type { Target } from '../target/target.js';
import { handleOrders } from './handle-orders.js';
import { nameOrders } from './name-orders.js';
import { heldEvent, type StepContext, timeOf } from './step-context.js';

const batchSize = 500;

/**
 * Learns what became of deliveries that were never confirmed: asks the target, confirms what it has.
 *
 * First takes over what the target holds and the store does not know of (a new store beside an old target, a file
 * that another store has written to), so that nothing is delivered twice.
 *
 * @returns how many claims the target does not have
 */
export async function resolveClaims(context: StepContext): Promise<number> {
  const { session, scope, target, afterImport, clock } = context;
  await takeOver(context);
  let open = 0;
  for await (const claims of claimBatches(context)) {
    const found = await target.findDelivered(claims.map((claim) => claim.key));
    const delivered = claims.filter((claim) => found.has(claim.key)).map((claim) => claim.orderId);
    open += claims.length - delivered.length;
    await session.transaction(async (db) => {
      await confirmDeliveries(db, scope, delivered, timeOf(context));
      const events = delivered.map((orderId) => ({ orderId, event: 'delivered' as const }));
      await noteEvents(db, scope, events, timeOf(context));
      await enqueueAfterImport(db, scope.account, delivered, afterImport, clock.now());
    });
  }
  return open;
}

/**
 * Brings claims to an end whose orders a complete run did not meet again, because they have left the
 * selected statuses: each is read by its id. One that is still selected is delivered, one that has left is
 * let go, one that Billbee no longer has is held.
 */
export async function settleLeftClaims(context: StepContext): Promise<void> {
  const { session, source, prepare, signal, scope, rules } = context;
  for await (const claims of claimBatches(context)) {
    for (const { orderId } of claims) {
      signal?.throwIfAborted();
      const raw = await source.readOrder(orderId, signal);
      if (raw === undefined) {
        await holdGone(context, orderId);
        continue;
      }
      const { orders } = await nameOrders([raw], prepare);
      const named = orders.get(orderId);
      const statusId = named?.prepared.statusId;
      const left = statusId !== undefined && rules.statusIds !== undefined && !rules.statusIds.has(statusId);
      if (!named || left) await releaseClaims(session.db, scope, [orderId]);
      else await handleOrders(context, [named]);
    }
  }
}

/** Whether the target may hold orders that the store does not know as delivered. */
export async function mayHoldUnknownOrders(
  db: Kysely<CoreTables>,
  scope: DeliveryScope,
  target: Target,
): Promise<boolean> {
  if (!(await hasDeliveries(db, scope))) return true;
  if ((await unconfirmedClaims(db, scope, '', 1)).length > 0) return true;
  const mark = await target.mark?.();
  return mark !== undefined && mark !== (await readTargetMark(db, scope));
}

async function* claimBatches({ session, scope }: StepContext): AsyncGenerator<KnownDelivery[]> {
  for (let after = ''; ; ) {
    const claims = await unconfirmedClaims(session.db, scope, after, batchSize);
    const last = claims.at(-1);
    if (!last) return;
    yield claims;
    after = last.orderId;
  }
}

async function takeOver(context: StepContext): Promise<void> {
  const { session, scope, target } = context;
  if (!target.listDelivered) return;
  const mark = await target.mark?.();
  const known = await readTargetMark(session.db, scope);
  if (mark === undefined ? await hasDeliveries(session.db, scope) : mark === known) return;
  for await (const batch of target.listDelivered(known)) {
    await adoptDeliveries(
      session.db,
      scope,
      [...new Map(batch.map((order) => [order.orderId, order])).values()],
      timeOf(context),
    );
  }
  await writeTargetMark(session.db, scope, mark);
}

async function holdGone(context: StepContext, orderId: string): Promise<void> {
  const { session, scope } = context;
  const why = importMessages.reason('order-gone', { orderId });
  const hold = {
    holdId: orderId,
    origin: 'order' as const,
    payload: 'null',
    payloadHash: await sha256('null'),
    ...why,
  };
  await session.transaction(async (db) => {
    await writeHolds(db, scope, [hold], timeOf(context));
    await noteEvents(db, scope, [heldEvent(hold)], timeOf(context));
    await releaseClaims(db, scope, [orderId]);
  });
  context.onDecision({ orderId, action: 'hold', ...why });
}
