import type { ColumnType, Generated } from 'kysely';

/** Rows of every table are keyed by account. Times are ISO 8601 with `Z`; due times are milliseconds since 1970. */
export interface Tables {
  cursor: CursorTable;
  delivery: DeliveryTable;
  target_mark: TargetMarkTable;
  hold: HoldTable;
  stored_order: StoredOrderTable;
  import_run: ImportRunTable;
  outbox: OutboxTable;
  own_status_change: OwnStatusChangeTable;
  billbee_calls: BillbeeCallsTable;
  webhook: WebhookTable;
  shop: ShopTable;
  staged_order: StagedOrderTable;
  account: AccountTable;
  account_schedule: AccountScheduleTable;
  webhook_hint: WebhookHintTable;
  call_place: CallPlaceTable;
}

/** What an ERP made of an order; `erp_document` is only reached by SQL of its own. */
export interface ErpDocumentRow {
  order_id: string;
  document_id: string | null;
  expected_gross: string;
  state: 'sending' | 'open' | 'shipped' | 'closed';
  /** Milliseconds since 1970; PostgreSQL's driver gives a bigint as text. */
  noted_at: string | number;
}

/** A JSON column: read as parsed JSON, written as text. */
type Json = ColumnType<unknown, string, string>;

/** How far a selection of statuses has been read. */
export interface CursorTable {
  account: string;
  target: string;
  /** Status ids in text form, `3,16`. */
  selection: string;
  /** The next run reads from here: everything up to it is delivered or held. */
  bookmark: string | null;
  /** Where the run under way (or cut short) was, for people. */
  progress: string | null;
  /** Greatest LastModifiedAt ever met, proved complete or not, for people. */
  signpost: string | null;
  updated_at: string;
}

export type DeliveryState = 'claimed' | 'delivered';

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
  updated_at: string;
}

/** How far the store knows what the target holds. */
export interface TargetMarkTable {
  account: string;
  target: string;
  mark: string;
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
  message: string;
  /** The order as it arrived, JSON text. */
  payload: string;
  payload_hash: string;
  held_at: string;
  /** When a person asked for it to be tried again. */
  wanted_at: Generated<string | null>;
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

/** Calls to Billbee, per calendar month in German time. */
export interface BillbeeCallsTable {
  account: string;
  /** `YYYY-MM` */
  month: string;
  /** Counted here. */
  calls: ColumnType<string, number, number>;
  /** Billbee's own count when it was asked last; null when it gave none. */
  billbee_calls: ColumnType<string | null, number | null, number | null>;
  /** Counted here when Billbee was asked last. */
  calls_when_asked: ColumnType<string | null, number | null, number | null>;
  asked_at: string | null;
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

/** A merchant's account. */
export interface AccountTable {
  key: string;
  label: string;
  /** Sealed by the vault; JSON of a `BillbeeConnection`. */
  credentials: string;
  /** A settings file. */
  settings: Json;
  enabled: boolean;
  created_at: string;
  updated_at: string;
}

/** A moment by the database's clock: machines do not agree about the time. */
type Moment = ColumnType<Date, string | Date, string | Date>;
type MomentOrDefault = ColumnType<Date, string | Date | undefined, string | Date>;
type OptionalMoment = ColumnType<Date | null, string | Date | null, string | Date | null>;

/** When an account has its turn, and who has it now. */
export interface AccountScheduleTable {
  account: string;
  /** The next poll. */
  due_at: MomentOrDefault;
  /** Until then a job that waits in the queue is expected to come to its turn. */
  queued_until: OptionalMoment;
  /** Who has the turn, until `busy_until` unless it says that it is still there. */
  holder: string | null;
  busy_until: OptionalMoment;
  /** No calls before: those of the turn before still count at Billbee. */
  calm_until: OptionalMoment;
  /** Polls in a row that found nothing. */
  quiet_polls: Generated<number>;
  /** Moving average. */
  calls_per_poll: Generated<number>;
  /** Failed turns in a row. */
  failures: Generated<number>;
  /** Code of the error that the latest turn ended with. */
  failure: string | null;
  polled_at: OptionalMoment;
  /** When to look after the registration for webhooks again. */
  register_at: OptionalMoment;
}

/** An order that a webhook has named; an empty id asks for a poll. */
export interface WebhookHintTable {
  account: string;
  order_id: string;
  hinted_at: MomentOrDefault;
  /** When it was last looked at. */
  taken_at: OptionalMoment;
}

/** One of the calls per second that a developer key has. */
export interface CallPlaceTable {
  /** Names the developer key without telling it. */
  key: string;
  place: number;
  holder: string | null;
  busy_until: Moment;
}
