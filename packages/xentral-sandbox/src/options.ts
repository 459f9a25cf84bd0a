import type { PriceMeaning } from './order-total.js';
import type { TenantSetup } from './state.js';

export interface SandboxOptions {
  /** TCP port on 127.0.0.1; 0 takes a free one. */
  readonly port?: number | undefined;
  /** Projects, methods and products; default: a small tenant with the articles of `billbee-sandbox`. */
  readonly setup?: TenantSetup | undefined;
  /** Token that is accepted; default `sandbox-token`. */
  readonly token?: string | undefined;
  /** Calls per minute; default 100, as Xentral documents. */
  readonly callsPerMinute?: number | undefined;
  /** What a price's amount means; default `as-tax-display`. */
  readonly priceMeaning?: PriceMeaning | undefined;
  /** A repeated external id: taken as another order (default), or refused. */
  readonly repeatedExternalId?: 'accept' | 'refuse' | undefined;
  /** How long after its request a `late` write is done, in milliseconds; default 200. */
  readonly lateMs?: number | undefined;
  /** Told about every call as it arrives, e.g. `POST /api/v1/salesOrders/actions/import`. */
  readonly onCall?: ((call: string) => void) | undefined;
  /** Milliseconds since 1970; default the system's. */
  readonly now?: (() => number) | undefined;
}
