import type { Vault } from 'importer-accounts';
import type {
  BillbeeClient,
  BillbeeConnection,
  Clock,
  ConnectionCheck,
  MapOrderOptions,
  Store,
} from 'importer-core';

/** Billbee for one account: reading is patient, writing is not (the outbox has its own patience). */
export interface BillbeeAccess {
  readonly source: BillbeeClient;
  readonly sink: BillbeeClient;
}

/** Who imports for the shops, and sends what they report. */
export interface ShopRunsPort {
  /**
   * Imports for a shop as soon as nobody else does.
   *
   * @param request everything that is new, or single orders by BillBeeOrderId
   * @param signal ends the waiting for somebody else
   * @returns the error of an import that failed; the shop's people have been told then, unless it was for single orders
   */
  run(
    shop: string,
    request: { readonly poll: true } | { readonly ids: readonly string[] },
    signal: AbortSignal,
  ): Promise<{ readonly error?: unknown }>;
}

/** What the connector needs from outside. */
export interface ConnectorPorts {
  readonly store: Store;
  readonly clock: Clock;
  /** Keeps the shops' credentials. */
  readonly vault: Vault;
  readonly billbee: {
    /** Throws nothing but the signal's reason. */
    check(connection: BillbeeConnection): Promise<ConnectionCheck>;
    /** @throws SettingsError when the credentials cannot be used */
    open(connection: BillbeeConnection, account: string): BillbeeAccess;
  };
  readonly runs: ShopRunsPort;
  /** Told that Billbee has accepted credentials of a shop: from now on it works for this account. */
  onBound(shop: string, account: string): Promise<void>;
  /** Key `mapping` of the service's settings file. */
  readonly mapping?: unknown;
  readonly mapOrder?: MapOrderOptions | undefined;
  /** Told in one line what people should know; no secret, no personal data. */
  readonly log: (line: string) => void;
  readonly stop: AbortSignal;
}
