import type { CoreTables } from 'importer-core/store';
import type { ColumnType, Generated, Kysely } from 'kysely';

/** What this package adds to the store. */
export interface StagingTables {
  shop: ShopTable;
  staged_order: StagedOrderTable;
}

/** The store's connection, or a transaction on it, with the tables of this package. */
export function tablesOf(db: Kysely<CoreTables>): Kysely<CoreTables & StagingTables> {
  return db as unknown as Kysely<CoreTables & StagingTables>;
}

/** A JSON column: read as parsed JSON, written as text. */
type Json = ColumnType<unknown, string, string>;

/** A shop of an ERP that may use the service. */
export interface ShopTable {
  name: string;
  /** The part of the token that finds the row. */
  token_id: string;
  /** SHA-256 of the whole token, hex. */
  token_hash: string;
  /** Null until Billbee has accepted the shop's credentials. */
  account: string | null;
  /** Those credentials, sealed by the vault; JSON of a `BillbeeConnection`. */
  credentials: string | null;
  /** What the ERP sent with its latest command, without secrets. */
  settings: ColumnType<unknown, string | null, string | null>;
  /** Orders that changed before this time are not offered; null: all are. */
  orders_from: string | null;
  created_at: string;
  seen_at: string | null;
  /** Version of the ERP's side of the connector. */
  client_version: string | null;
}

/** An order that waits until an ERP takes it. */
export interface StagedOrderTable {
  account: string;
  queue: string;
  order_id: string;
  key: string;
  state: 'waiting' | 'taken';
  sequence: Generated<string>;
  order_number: string | null;
  external_id: string | null;
  ordered_at: string;
  /** Last change, else the order's date. */
  changed_at: string;
  mapped: Json;
  staged_at: string;
  taken_at: string | null;
}
