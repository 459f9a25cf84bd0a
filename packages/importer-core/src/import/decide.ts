import { importMessages } from '../messages/core/import-messages.js';
import type { HoldReason, ProblemValues } from '../messages/problem.js';
import type { ErpOrder } from '../order/erp-order.js';
import type { KnownDelivery } from '../store/deliveries.js';
import type { KnownHold } from '../store/holds.js';
import type { HoldOrigin } from '../store/tables.js';
import type { ChangePolicy } from './import-options.js';
import type { PreparedOrder } from './prepare-order.js';

/** An order of a page with a name: its id, or one made from its payload. */
export interface NamedOrder {
  readonly id: string;
  readonly prepared: PreparedOrder;
  /** JSON text and its hash; made when needed. */
  readonly payload: () => Promise<{ readonly text: string; readonly hash: string }>;
}

/** What is to be done with one order. */
export type Verdict =
  | { readonly action: 'create' | 'update'; readonly order: ErpOrder; readonly reason: string }
  | {
      readonly action: 'skip';
      readonly reason: string;
      readonly values?: ProblemValues;
      readonly message?: string;
      /** `changed`: note the new content; `adopt`: the store did not know the delivered content yet. */
      readonly note?: 'changed' | 'adopt';
    }
  | ({ readonly action: 'hold'; readonly origin: HoldOrigin } & HoldReason)
  /** Held earlier and unchanged: not part of this run. */
  | { readonly action: 'pass-over' };

export interface Knowledge {
  readonly delivery: KnownDelivery | undefined;
  readonly hold: KnownHold | undefined;
  /** The order has this status because we set it. */
  readonly ownStatus: boolean;
}

export interface Rules {
  /** Undefined: any status. */
  readonly statusIds: ReadonlySet<number> | undefined;
  readonly changes: ChangePolicy;
  readonly canUpdate: boolean;
  /** A person asked for it: holds are tried again even when nothing has changed. */
  readonly retry: boolean;
  /** A person named these very orders: what was split off a delivered one is delivered, too. */
  readonly confirmed: boolean;
}

/** Decides about one order from what the store knows of it; touches nothing. */
export async function decide(named: NamedOrder, known: Knowledge, rules: Rules): Promise<Verdict> {
  const { prepared } = named;
  const { delivery, hold } = known;
  const sameHold = async (...origins: HoldOrigin[]): Promise<boolean> =>
    !rules.retry &&
    hold !== undefined &&
    origins.includes(hold.origin) &&
    hold.payloadHash === (await named.payload()).hash;

  if (delivery?.state === 'dismissed') return { action: 'skip', reason: 'dismissed' };
  if (delivery?.state === 'delivered') {
    return decideDelivered(prepared, delivery, known, rules, sameHold);
  }
  if (prepared.result.outcome === 'held') {
    if (await sameHold('order', 'target', 'change')) return { action: 'pass-over' };
    const { outcome: _, ...why } = prepared.result;
    return { action: 'hold', origin: 'order', ...why };
  }
  if (isUnselected(prepared, rules)) {
    const statusId = String(prepared.statusId);
    return { action: 'skip', ...importMessages.reason('status-not-selected', { statusId }) };
  }
  // `change`: the target has taken back what was delivered before the change.
  if (await sameHold('target', 'change')) return { action: 'pass-over' };
  return { action: 'create', order: prepared.result.order, reason: hold ? 'held-before' : 'new' };
}

async function decideDelivered(
  prepared: PreparedOrder,
  delivery: KnownDelivery,
  known: Knowledge,
  rules: Rules,
  sameHold: (...origins: HoldOrigin[]) => Promise<boolean>,
): Promise<Verdict> {
  const readable = prepared.result.outcome === 'ready';
  // What was delivered by another version of the mapping, or before this store existed, cannot be compared.
  const adopt = readable && versionOf(delivery.contentHash) !== versionOf(prepared.contentHash);
  const sameContent = adopt || (readable && delivery.contentHash === prepared.contentHash);
  const sameStatus =
    delivery.contentHash === '' || prepared.statusId === delivery.statusId || known.ownStatus;
  if ((sameContent && sameStatus) || isUnselected(prepared, rules)) {
    return { action: 'skip', reason: 'already-delivered', ...(adopt && { note: 'adopt' }) };
  }
  if (rules.changes === 'hold' || (rules.changes === 'update' && !readable)) {
    if (await sameHold('change')) return { action: 'pass-over' };
    return {
      action: 'hold',
      origin: 'change',
      ...(prepared.result.outcome === 'held'
        ? prepared.result
        : importMessages.reason('changed-after-delivery', { orderId: delivery.orderId, what: 'held' })),
    };
  }
  if (rules.changes === 'update' && prepared.result.outcome === 'ready' && rules.canUpdate) {
    return { action: 'update', order: prepared.result.order, reason: 'changed-after-delivery' };
  }
  const what = rules.changes === 'update' ? 'no-updates' : 'stays';
  const why = importMessages.reason('changed-after-delivery', { orderId: delivery.orderId, what });
  return { action: 'skip', ...why, note: 'changed' };
}

function isUnselected(prepared: PreparedOrder, rules: Rules): boolean {
  return (
    rules.statusIds !== undefined &&
    prepared.statusId !== undefined &&
    !rules.statusIds.has(prepared.statusId)
  );
}

/** Content hashes begin with a version and a hyphen. */
function versionOf(contentHash: string): string {
  return contentHash.split('-', 1)[0] ?? '';
}
