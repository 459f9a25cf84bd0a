import { importMessages } from '../messages/core/import-messages.js';
import type { ProblemValues } from '../messages/problem.js';
import type { Clock } from '../ports.js';
import { forgotten } from '../store/personal-data.js';
import { type RunSession, withRunSession } from '../store/run-session.js';
import type { Store } from '../store/store.js';
import { deliveryKeys, importScope } from '../target/delivery-key.js';
import type { Target } from '../target/target.js';
import type { NamedOrder } from './decide.js';
import { handleOrders } from './handle-orders.js';
import type { ImportDecision } from './import-options.js';
import { nameOrders } from './name-orders.js';
import type { OrderSource } from './order-source.js';
import { type PrepareOrder, prepareOrder } from './prepare-order.js';
import { resolveClaims } from './resolve-claims.js';
import type { StepContext } from './step-context.js';

export interface RetryHeldOptions {
  readonly account: string;
  readonly source: OrderSource;
  readonly store: Store;
  /** Only orders held for this target are tried. */
  readonly target: Target;
  readonly clock: Clock;
  readonly prepare?: PrepareOrder | undefined;
  /**
   * As for an import; an order that is in none of `fromStatusIds` any more (shipped or cancelled meanwhile) keeps
   * its status.
   */
  readonly setInProgressAfterImport?:
    | { readonly statusId: number; readonly fromStatusIds: readonly number[] }
    | undefined;
  /** As for an import. */
  readonly tagsAfterImport?: readonly string[] | undefined;
  /** Orders that are in none of these statuses any more (shipped or cancelled meanwhile) stay held; absent: whatever status. */
  readonly onlyStatusIds?: readonly number[] | undefined;
  /** Ids as {@link listHeld} gives them; absent: all. */
  readonly ids?: readonly string[] | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Told about each order that has been tried. */
  readonly onOutcome?: ((outcome: RetryHeldOutcome) => void) | undefined;
}

export interface RetryHeldOutcome {
  readonly orderId: string;
  /** `unknown-id`: no order with this id is held for the target. */
  readonly outcome: 'delivered' | 'held' | 'already-delivered' | 'unknown-id';
  readonly reason?: string | undefined;
  readonly field?: string | undefined;
  readonly values?: ProblemValues | undefined;
  readonly message?: string | undefined;
}

/** More than these are looked for in the pages of the selected statuses, 250 a call, instead of one by one. */
export const mostSingleRetries = 50;
const pageSize = 250;

/**
 * Tries held orders again: reads them from Billbee (or takes the kept payload when Billbee no longer has
 * one) and runs them through the same path as an import. Whatever status they are in now: a person asked for it.
 * An order held because it changed after delivery is offered as an update. One that was split off a delivered order is
 * delivered when `ids` names it: a person says that the ERP's copy of the parent has been put right.
 *
 * More than 50 with `onlyStatusIds` are looked for in the list of those statuses. What it does not show stays held and says so.
 *
 * @throws RetryError, SettingsError, StopError as the source and the target throw them; orders tried
 *   before that stay delivered
 */
export async function retryHeld(options: RetryHeldOptions): Promise<RetryHeldOutcome[]> {
  const { store, account, target, signal } = options;
  const keyOf = await deliveryKeys(account);
  return withRunSession(
    store,
    importScope(account, target),
    { activity: 'importing', target: target.id },
    async (session) => new Retry(options, session, keyOf).run(),
    signal,
  );
}

class Retry {
  readonly #options: RetryHeldOptions;
  readonly #session: RunSession;
  readonly #context: StepContext;
  readonly #decisions = new Map<string, ImportDecision>();
  readonly #outcomes: RetryHeldOutcome[] = [];

  constructor(options: RetryHeldOptions, session: RunSession, keyOf: StepContext['keyOf']) {
    const { account, target, source, clock, signal, setInProgressAfterImport: move } = options;
    this.#options = options;
    this.#session = session;
    this.#context = {
      session,
      source,
      prepare: options.prepare ?? prepareOrder(),
      signal,
      scope: { account, target: target.id },
      target,
      clock,
      rules: {
        statusIds: undefined,
        changes: target.update ? 'update' : 'hold',
        canUpdate: target.update !== undefined,
        retry: true,
        confirmed: options.ids !== undefined,
      },
      keyOf,
      dryRun: false,
      askTarget: false,
      afterImport: {
        statusId: move?.statusId,
        tags: options.tagsAfterImport,
        whileIn: move?.fromStatusIds ?? options.onlyStatusIds,
      },
      onDecision: (decision) => this.#decisions.set(decision.orderId, decision),
    };
  }

  async run(): Promise<RetryHeldOutcome[]> {
    const { ids, target, signal, onlyStatusIds = [] } = this.#options;
    await resolveClaims(this.#context);
    const held = await this.#heldIds();
    const wanted = new Set(ids ?? held);
    for (const orderId of [...wanted].filter((id) => !held.has(id))) {
      wanted.delete(orderId);
      const why = importMessages.reason('not-held', { orderId, target: target.id });
      this.#tell({ orderId, outcome: 'unknown-id', ...why });
    }
    const named = [...wanted].filter(isOrderId);
    if (onlyStatusIds.length > 0 && named.length > mostSingleRetries) {
      await this.#tryFromPages(wanted, onlyStatusIds);
      for (const orderId of [...wanted].filter(isOrderId)) {
        wanted.delete(orderId);
        this.#tell({ orderId, outcome: 'held', ...importMessages.reason('not-listed', {}) });
      }
    }
    for (const holdId of wanted) {
      signal?.throwIfAborted();
      const raw = await this.#readAgain(holdId);
      if (raw === undefined) {
        this.#tell({ orderId: holdId, outcome: 'held', ...importMessages.reason('payload-forgotten', {}) });
        continue;
      }
      const { orders } = await nameOrders([raw], this.#context.prepare);
      await this.#tryAgain(orders.values(), holdId);
    }
    return this.#outcomes;
  }

  /** Tries those that the list of these statuses shows, and takes them out of `wanted`. */
  async #tryFromPages(wanted: Set<string>, statusIds: readonly number[]): Promise<void> {
    const { source, signal } = this.#options;
    const met = new Set<string>();
    for (let page = 1; wanted.size > 0; page += 1) {
      signal?.throwIfAborted();
      const answer = await source.readOrderPage({ page, pageSize, statusIds }, signal);
      const { orders } = await nameOrders(answer.orders, this.#context.prepare);
      const before = met.size;
      for (const id of orders.keys()) met.add(id);
      const found = [...orders.values()].filter(({ id }) => isOrderId(id) && wanted.has(id));
      await this.#tryAgain(found);
      for (const { id } of found) wanted.delete(id);
      // A server that does not count shows the same page again, whichever is asked for.
      if (page >= answer.totalPages || met.size === before) return;
    }
  }

  /** @param holdId where an order of another name, or of none, is held */
  async #tryAgain(orders: Iterable<NamedOrder>, holdId?: string): Promise<void> {
    const { onlyStatusIds, setInProgressAfterImport: move } = this.#options;
    const chosen: NamedOrder[] = [];
    for (const order of orders) {
      const { statusId = 0 } = order.prepared;
      if (!onlyStatusIds || onlyStatusIds.includes(statusId)) {
        chosen.push(order);
        continue;
      }
      const why = importMessages.reason('status-not-selected', { statusId: String(statusId) });
      this.#tell({ orderId: holdId ?? order.id, outcome: 'held', ...why });
    }
    this.#decisions.clear();
    const mayMove = ({ prepared }: NamedOrder) =>
      move?.fromStatusIds.includes(prepared.statusId ?? 0) ?? false;
    const { afterImport } = this.#context;
    const moved = chosen.filter(mayMove);
    const others = chosen.filter((order) => !mayMove(order));
    if (moved.length > 0) await handleOrders(this.#context, moved);
    if (others.length > 0)
      await handleOrders({ ...this.#context, afterImport: { ...afterImport, statusId: undefined } }, others);
    for (const { id } of chosen) {
      if (holdId !== undefined && id !== holdId) await this.#endHold(holdId);
      this.#tell(outcomeOf(holdId ?? id, this.#decisions.get(id)));
    }
  }

  async #heldIds(): Promise<Set<string>> {
    const { account, target } = this.#options;
    const rows = await this.#session.db
      .selectFrom('hold')
      .select('hold_id as id')
      .where('account', '=', account)
      .where('target', '=', target.id)
      .orderBy('held_at')
      .orderBy('hold_id')
      .execute();
    return new Set(rows.map(({ id }) => id));
  }

  /** Undefined: Billbee does not have the order (any more), and what was kept of it is forgotten. */
  async #readAgain(holdId: string): Promise<unknown | undefined> {
    const { source, signal, account, target } = this.#options;
    const raw = isOrderId(holdId) ? await source.readOrder(holdId, signal) : undefined;
    if (raw !== undefined) return raw;
    const row = await this.#session.db
      .selectFrom('hold')
      .select('payload')
      .where('account', '=', account)
      .where('target', '=', target.id)
      .where('hold_id', '=', holdId)
      .executeTakeFirst();
    return row === undefined || row.payload === forgotten ? undefined : JSON.parse(row.payload);
  }

  async #endHold(holdId: string): Promise<void> {
    const { account, target } = this.#options;
    await this.#session.db
      .deleteFrom('hold')
      .where('account', '=', account)
      .where('target', '=', target.id)
      .where('hold_id', '=', holdId)
      .execute();
  }

  #tell(outcome: RetryHeldOutcome): void {
    this.#outcomes.push(outcome);
    this.#options.onOutcome?.(outcome);
  }
}

/** Others are made from the payload of an order without a readable id. */
function isOrderId(holdId: string): boolean {
  return /^\d+$/.test(holdId);
}

function outcomeOf(orderId: string, decision: ImportDecision | undefined): RetryHeldOutcome {
  if (!decision || decision.action === 'skip') return { orderId, outcome: 'already-delivered' };
  const { action, reason, field, values, message } = decision;
  return action === 'hold'
    ? { orderId, outcome: 'held', reason, field, values, message }
    : { orderId, outcome: 'delivered' };
}
