import type { BillbeeConnection } from 'importer-core';
import type { SettingsFile } from 'importer-core/statuses';

/** One merchant's Billbee account, as far as it may be shown: no credential. */
export interface Account {
  /** Names the account in every table, see `accountKey`. */
  readonly key: string;
  /** For people, e.g. the merchant's company; the key when none was given. */
  readonly label: string;
  /** Only enabled accounts are asked for orders. */
  readonly enabled: boolean;
  readonly settings: SettingsFile;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** An account as it is put into the store. */
export interface NewAccount {
  readonly connection: BillbeeConnection;
  /** What is left out stays as it was; `{ version: 1 }` for a new account. */
  readonly settings?: SettingsFile | undefined;
  readonly label?: string | undefined;
  readonly enabled?: boolean | undefined;
}
