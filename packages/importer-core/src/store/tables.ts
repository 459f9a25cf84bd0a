import type { ColumnType, Generated, GeneratedAlways } from 'kysely';

/** The tables of importer-core; other packages add theirs, see `Store.db`. Rows of every table are keyed by account. Times are ISO 8601 with `Z`; due times are milliseconds since 1970. */
export interface CoreTables {
  cursor: CursorTable;
  delivery: DeliveryTable;
  target_mark: TargetMarkTable;
  file_target: FileTargetTable;
  hold: HoldTable;
  stored_order: StoredOrderTable;
  import_run: ImportRunTable;
  order_event: OrderEventTable;
  outbox: OutboxTable;
  own_status_change: OwnStatusChangeTable;
  webhook: WebhookTable;
}

/** A JSON column: read as parsed JSON, written as text. */
type Json = ColumnType<unknown, string, string>;
/** The values of a problem, see `importer-core/messages`. */
type Values = ColumnType<unknown, string | null | undefined, string | null>;

/** How far a selection of statuses has been read. */
export interface CursorTable {
  account: string;
  target: string;
  /** Status ids in text form, `3,16`. */
  selection: string;
  /** The next run reads from here: everything up to it is delivered or held. */
  watermark: string | null;
  updated_at: string;
}

/** `retry-requested`: a person asked for another try. */
export type OrderEvent = 'held' | 'retry-requested' | 'delivered' | 'updated' | 'dismissed';

/** What happened to an order, for people; nothing is decided by it. */
export interface OrderEventTable {
  id: GeneratedAlways<string>;
  account: string;
  target: string;
  order_id: string;
  event: OrderEvent;
  /** Code of the reason why it was held. */
  reason: string | null;
  at: string;
}

/** `dismissed`: held, and given up by a person. */
export type DeliveryState = 'claimed' | 'delivered' | 'dismissed';

/** One order at one target. */
export interface DeliveryTable {
  account: string;
  target: string;
  order_id: string;
  key: string;
  state: DeliveryState;
  content_hash: string;
  status_id: number;
  modified_at: string | null;
  /** Content met later that was not delivered, by the policy `ignore` or `hold`. */
  changed_hash: string | null;
  /** What people know the order by; null where the target was asked instead. */
  order_number: string | null;
  /** With currency, e.g. `119.00 EUR`. */
  total: string | null;
  /** What a person wrote who dismissed it. */
  note: string | null;
  updated_at: string;
}

/** How far the store knows what the target holds. */
export interface TargetMarkTable {
  account: string;
  target: string;
  mark: string;
}

/** Where the file of a target was when it was opened last. */
export interface FileTargetTable {
  account: string;
  id: string;
  /** Real path. */
  location: string;
  /** The folder that the store was in. */
  base: string;
}

/** `order`: cannot be read or mapped; `target`: the target refused it; `change`: changed after delivery. */
export type HoldOrigin = 'order' | 'target' | 'change';

export interface HoldTable {
  account: string;
  target: string;
  /** BillBeeOrderId, or `unknown-` and 12 hex digits of the payload's hash. */
  hold_id: string;
  origin: HoldOrigin;
  reason: string;
  field: string | null;
  /** What the words are made of; null: `message` is all there is to say. */
  values: Values;
  message: string;
  /** The order as it arrived, JSON text. */
  payload: string;
  payload_hash: string;
  held_at: string;
  /** When a person asked for it to be tried again. */
  retry_requested_at: Generated<string | null>;
}

/** Orders whose target is the store itself. */
export interface StoredOrderTable {
  account: string;
  key: string;
  order_id: string;
  mapped: Json;
}

export interface ImportRunTable {
  id: Generated<string>;
  account: string;
  target: string;
  selection: string;
  started_at: string;
  ended_at: string | null;
  outcome: string | null;
  summary: ColumnType<unknown, string | null, string | null>;
}

export interface OutboxTable {
  id: Generated<string>;
  account: string;
  kind: string;
  order_id: string | null;
  /** Entries with the same subject are sent in sequence: `order:<id>` or `sku:<sku>:<stock>`. */
  subject: string;
  /** Entries with the same value are one; null where repeats are meant. */
  dedupe_key: string | null;
  payload: Json;
  state: string;
  /** True from just before a call until its outcome is known. */
  unclear: Generated<boolean>;
  attempts: Generated<number>;
  due_at: ColumnType<string, number, number>;
  /** Why the last try failed, or what became of the entry. */
  code: string | null;
  values: Values;
  message: string | null;
  updated_at: string;
}

/** Status changes we made ourselves, so that the import does not take them for changes by others. */
export interface OwnStatusChangeTable {
  account: string;
  order_id: string;
  status_id: number;
  changed_at: string;
}

/** The account's registration for webhooks. */
export interface WebhookTable {
  account: string;
  /** Key of the signatures. */
  secret: string;
  /** Null while there is no registration. */
  registration_id: string | null;
  uri: string | null;
  updated_at: string;
}
