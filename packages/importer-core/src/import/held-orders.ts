import type { ProblemValues } from '../messages/problem.js';
import type { Store } from '../store/store.js';

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
