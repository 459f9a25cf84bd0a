import type { Clock } from '../ports.js';
import type { Store } from '../store/store.js';
import type { Target } from '../target/target.js';
import type { OrderSource } from './order-source.js';
import type { PrepareOrder } from './prepared-order.js';

/** An order kept aside, as `held --json` prints it, and the target it was meant for. */
export interface HeldOrder {
  /** BillBeeOrderId, or `unknown-` and 12 hex digits. */
  readonly orderId: string;
  readonly reason: string;
  readonly field: string | null;
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
  readonly message?: string | undefined;
}

/** Orders held for the account, oldest first. */
export async function listHeld(_store: Store, _account: string): Promise<HeldOrder[]> {
  throw new Error('being written');
}

/**
 * Tries held orders again: reads each from Billbee (or takes the kept payload when Billbee no longer has
 * it) and runs it through the same path as an import.
 *
 * @throws RetryError, SettingsError, StopError as the source and the target throw them
 */
export async function retryHeld(_options: RetryHeldOptions): Promise<RetryHeldOutcome[]> {
  throw new Error('being written');
}
