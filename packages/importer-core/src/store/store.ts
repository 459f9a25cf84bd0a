import type { Dialect, Kysely } from 'kysely';
import type { Tables } from './tables.js';

/** Accounts' cursors, deliveries, holds and outbox in one SQL store. */
export interface Store {
  readonly db: Kysely<Tables>;
  /** For messages: where the data is, without credentials. */
  readonly place: string;
  close(): Promise<void>;
}
export type { Dialect };
