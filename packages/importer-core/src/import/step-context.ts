import type { Kysely } from 'kysely';
import type { HoldReason } from '../messages/problem.js';
import type { AfterImport } from '../outbox/enqueue.js';
import type { Clock } from '../ports.js';
import type { DeliveryRow, DeliveryScope } from '../store/deliveries.js';
import type { Hold } from '../store/holds.js';
import type { NotedEvent } from '../store/order-events.js';
import type { RunSession } from '../store/run-session.js';
import type { StoreTransaction } from '../store/store.js';
import type { CoreTables, HoldOrigin } from '../store/tables.js';
import type { Target } from '../target/target.js';
import type { NamedOrder, Rules, Verdict } from './decide.js';
import type { ImportDecision } from './import-options.js';
import type { OrderSource } from './order-source.js';
import type { PrepareOrder } from './prepare-order.js';

/** What every step of a run needs. */
export interface StepContext {
  readonly session: RunSession;
  readonly source: OrderSource;
  readonly prepare: PrepareOrder;
  readonly scope: DeliveryScope;
  readonly target: Target;
  readonly clock: Clock;
  readonly signal: AbortSignal | undefined;
  readonly rules: Rules;
  readonly keyOf: (orderId: string) => string;
  readonly dryRun: boolean;
  /** In a dry run: ask the target about new orders, because the store may not know what it holds. */
  readonly askTarget: boolean;
  /** What to do in Billbee once the target has confirmed an order. */
  readonly afterImport: AfterImport;
  readonly onDecision: (decision: ImportDecision) => void;
}

/** An order and what is to be done with it. */
export interface Planned {
  readonly named: NamedOrder;
  readonly verdict: Verdict;
  /** It is held for the target so far. */
  readonly wasHeld: boolean;
}

/** An order that goes to the target. */
export type Offered = Planned & { readonly verdict: Extract<Verdict, { order: unknown }> };

export function isOffer(planned: Planned): planned is Offered {
  return planned.verdict.action === 'create' || planned.verdict.action === 'update';
}

/** Tells the run about an order that is decided. */
export function report(context: StepContext, { named, verdict }: Omit<Planned, 'wasHeld'>): void {
  if (verdict.action === 'pass-over') return;
  const { action, reason } = verdict;
  const { field, values, message } = verdict as Partial<HoldReason>;
  context.onDecision({ orderId: named.id, action, reason, field, values, message });
}

export function timeOf({ clock }: StepContext): string {
  return new Date(clock.now()).toISOString();
}

/** Takes back what the target has of changed orders that are held now. */
export async function takeBack(
  { target }: StepContext,
  db: Kysely<CoreTables>,
  orders: readonly Pick<Planned, 'named'>[],
): Promise<ReadonlySet<string>> {
  if (orders.length === 0 || !target.takeBack) return new Set();
  return target.takeBack(
    db as unknown as StoreTransaction,
    orders.map(({ named }) => named.id),
  );
}

/** A planned order as a row of the store. */
export function rowOf({ keyOf }: StepContext, { named: { id, prepared } }: Planned): DeliveryRow {
  const { contentHash, statusId = 0, modifiedAt, result } = prepared;
  const order = result.outcome === 'ready' ? result.order : undefined;
  return {
    orderId: id,
    key: keyOf(id),
    contentHash,
    statusId,
    modifiedAt,
    orderNumber: order?.source.orderNumber ?? null,
    total: order ? `${order.totals.gross} ${order.currency}` : null,
  };
}

/** That an order is held now. */
export function heldEvent({ holdId, reason }: Hold): NotedEvent {
  return { orderId: holdId, event: 'held', reason };
}

/** An order as a hold of the store. */
export async function holdOf(named: NamedOrder, origin: HoldOrigin, why: HoldReason): Promise<Hold> {
  const { text, hash } = await named.payload();
  const { reason, field, values, message } = why;
  return { holdId: named.id, origin, reason, field, values, message, payload: text, payloadHash: hash };
}
