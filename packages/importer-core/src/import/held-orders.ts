import { importMessages } from '../messages/core/import-messages.js';
import type { ProblemValues } from '../messages/problem.js';
import type { Clock } from '../ports.js';
import { withRunSession } from '../store/run-session.js';
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

/** An order kept aside, and the target it was meant for. */
export interface HeldOrder {
  /** BillBeeOrderId, or `unknown-` and 12 hex digits. */
  readonly orderId: string;
  readonly reason: string;
  readonly field: string | null;
  /** What the words are made of, see `Problem`; null: `message` is all there is to say. */
  readonly values: ProblemValues | null;
  readonly message: string;
  /** ISO 8601 with `Z`. */
  readonly heldAt: string;
  /** Id of the target, e.g. `store` or `ndjson:/srv/orders.ndjson`; see `openTarget` in `importer-core/node`. */
  readonly target: string;
}

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

/**
 * Orders held for the account, oldest first.
 *
 * @example (await listHeld(store, account))[0]?.reason // 'total-mismatch'
 */
export async function listHeld(store: Store, account: string): Promise<HeldOrder[]> {
  const holds = await store.db
    .selectFrom('hold')
    .select(['hold_id as orderId', 'reason', 'field', 'values', 'message', 'held_at as heldAt', 'target'])
    .where('account', '=', account)
    .orderBy('held_at')
    .orderBy('hold_id')
    .execute();
  return holds.map((hold) => ({ ...hold, values: hold.values as ProblemValues | null }));
}

/**
 * Tries held orders again: reads each from Billbee (or takes the kept payload when Billbee no longer has
 * it) and runs it through the same path as an import. Whatever status it is in now: a person asked for it.
 * An order held because it changed after delivery is offered as an update. One that was split off a delivered order is
 * delivered when `ids` names it: a person says that the ERP's copy of the parent has been put right.
 *
 * @throws RetryError, SettingsError, StopError as the source and the target throw them; orders tried
 *   before that stay delivered
 */
export async function retryHeld(options: RetryHeldOptions): Promise<RetryHeldOutcome[]> {
  const { store, account, target, source, clock, ids, signal, setInProgressAfterImport: move } = options;
  const prepare = options.prepare ?? prepareOrder();
  const keyOf = await deliveryKeys(account);
  return withRunSession(
    store,
    importScope(account, target),
    { activity: 'importing', target: target.id },
    async (session) => {
      const decisions: ImportDecision[] = [];
      const context: StepContext = {
        session,
        source,
        prepare,
        signal,
        scope: { account, target: target.id },
        target,
        clock,
        rules: {
          statusIds: undefined,
          changes: target.update ? 'update' : 'hold',
          canUpdate: target.update !== undefined,
          retry: true,
          confirmed: ids !== undefined,
        },
        keyOf,
        dryRun: false,
        askTarget: false,
        afterImport: {
          statusId: move?.statusId,
          tags: options.tagsAfterImport,
          whileIn: move?.fromStatusIds ?? options.onlyStatusIds,
        },
        onDecision: (decision) => decisions.push(decision),
      };
      await resolveClaims(context);
      const held = (await listHeld(store, account)).filter((hold) => hold.target === target.id);
      const wanted = [...new Set(ids ?? held.map((hold) => hold.orderId))];
      const outcomes: RetryHeldOutcome[] = [];
      for (const holdId of wanted) {
        signal?.throwIfAborted();
        if (!held.some((hold) => hold.orderId === holdId)) {
          const why = importMessages.reason('not-held', { orderId: holdId, target: target.id });
          outcomes.push({ orderId: holdId, outcome: 'unknown-id', ...why });
          continue;
        }
        const { orders } = await nameOrders([await readAgain(options, holdId)], prepare);
        const named = [...orders.values()][0] as NamedOrder;
        const { statusId = 0 } = named.prepared;
        if (options.onlyStatusIds && !options.onlyStatusIds.includes(statusId)) {
          const why = importMessages.reason('status-not-selected', { statusId: String(statusId) });
          outcomes.push({ orderId: holdId, outcome: 'held', ...why });
          continue;
        }
        decisions.length = 0;
        const mayMove = move?.fromStatusIds.includes(statusId);
        const afterImport = { ...context.afterImport, ...(!mayMove && { statusId: undefined }) };
        await handleOrders({ ...context, afterImport }, [named]);
        if (named.id !== holdId)
          await session.db
            .deleteFrom('hold')
            .where('account', '=', account)
            .where('target', '=', target.id)
            .where('hold_id', '=', holdId)
            .execute();
        outcomes.push(outcomeOf(holdId, decisions[0]));
      }
      return outcomes;

      async function readAgain({ signal: abort }: RetryHeldOptions, holdId: string): Promise<unknown> {
        const raw = /^\d+$/.test(holdId) ? await source.readOrder(holdId, abort) : undefined;
        if (raw !== undefined) return raw;
        const row = await session.db
          .selectFrom('hold')
          .select('payload')
          .where('account', '=', account)
          .where('target', '=', target.id)
          .where('hold_id', '=', holdId)
          .executeTakeFirst();
        return JSON.parse(row?.payload ?? 'null');
      }
    },
    signal,
  );
}

function outcomeOf(orderId: string, decision: ImportDecision | undefined): RetryHeldOutcome {
  if (!decision || decision.action === 'skip') return { orderId, outcome: 'already-delivered' };
  const { action, reason, field, values, message } = decision;
  return action === 'hold'
    ? { orderId, outcome: 'held', reason, field, values, message }
    : { orderId, outcome: 'delivered' };
}
