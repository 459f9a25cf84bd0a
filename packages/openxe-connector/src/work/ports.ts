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
  /** Key `mapping` of the service's settings file. */
  readonly mapping?: unknown;
  readonly mapOrder?: MapOrderOptions | undefined;
  /** Told in one line what people should know; no secret, no personal data. */
  readonly log: (line: string) => void;
  readonly stop: AbortSignal;
}
