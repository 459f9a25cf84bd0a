import type { CoreTables } from 'importer-core/store';
import type { ColumnType, Generated, Kysely } from 'kysely';

/** What this package adds to the store. */
export interface AccountsTables {
  account: AccountTable;
  account_schedule: AccountScheduleTable;
  billbee_calls: BillbeeCallsTable;
  rate_limit_slot: RateLimitSlotTable;
  webhook_hint: WebhookHintTable;
}

/** The store's connection, with the tables of this package. */
export function tablesOf(db: Kysely<CoreTables>): Kysely<CoreTables & AccountsTables> {
  return db as unknown as Kysely<CoreTables & AccountsTables>;
}

/** A JSON column: read as parsed JSON, written as text. */
type Json = ColumnType<unknown, string, string>;

/** A moment by the database's clock: machines do not agree about the time. */
type Moment = ColumnType<Date, string | Date, string | Date>;
type MomentOrDefault = ColumnType<Date, string | Date | undefined, string | Date>;
type OptionalMoment = ColumnType<Date | null, string | Date | null, string | Date | null>;

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

/** When an account is to be worked on, and who works on it now. */
export interface AccountScheduleTable {
  /** The account; for one that is worked on in a second way, another name, e.g. `shop:main`. */
  key: string;
  account: string;
  /** The next poll; `infinity`: when somebody asks. */
  due_at: MomentOrDefault;
  /** Nothing is done before: what failed waits for its next try. */
  retry_at: OptionalMoment;
  /** Who has the lease, until `busy_until` unless it says that it is still there. */
  holder: string | null;
  busy_until: OptionalMoment;
  /** The worker who has or had the lease. */
  worker: string | null;
  /** No calls of another worker before: those of this one still count at Billbee. */
  cooldown_until: OptionalMoment;
  /** Polls in a row that found nothing. */
  quiet_polls: Generated<number>;
  /** Moving average. */
  calls_per_poll: Generated<number>;
  /** Failures in a row. */
  failures: Generated<number>;
  /** Code of the error that the latest work ended with. */
  failure: string | null;
  /** It was tried often enough, or trying again cannot help. */
  dead: Generated<boolean>;
  polled_at: OptionalMoment;
  /** When to look after the registration for webhooks again. */
  register_at: OptionalMoment;
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

/** One of the calls per second that a developer key has. */
export interface RateLimitSlotTable {
  /** Names the developer key without telling it. */
  key: string;
  slot: number;
  holder: string | null;
  busy_until: Moment;
}

/** An order that a webhook has named; an empty id asks for a poll. */
export interface WebhookHintTable {
  account: string;
  order_id: string;
  hinted_at: MomentOrDefault;
  /** When it was last looked at. */
  taken_at: OptionalMoment;
}
