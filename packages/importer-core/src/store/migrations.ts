import { type Kysely, type Migration, type MigrationProvider, sql } from 'kysely';
import { accountsTable } from './accounts-migration.js';
import { documentTables } from './documents-migration.js';
import { scheduleTables } from './schedule-migration.js';
import { serviceTables } from './service-tables-migration.js';
import { shopTables } from './shops-migration.js';

/** Forward only: a migration that has been released is never edited; changes come as a new one. */
const migrations: Record<string, Migration> = {
  '2026-11-24-tables': {
    async up(db: Kysely<unknown>) {
      for (const statement of [
        sql`create table cursor (
          account text not null, target text not null, selection text not null,
          bookmark text, progress text, signpost text, updated_at text not null,
          primary key (account, target, selection))`,
        sql`create table delivery (
          account text not null, target text not null, order_id text not null, key text not null,
          state text not null check (state in ('claimed', 'delivered')),
          content_hash text not null, status_id integer not null, modified_at text, changed_hash text,
          updated_at text not null,
          primary key (account, target, order_id))`,
        sql`create index delivery_claimed on delivery (account, target, order_id) where state = 'claimed'`,
        sql`create table hold (
          account text not null, target text not null, hold_id text not null,
          origin text not null check (origin in ('order', 'target', 'change')),
          reason text not null, field text, message text not null,
          payload text not null, payload_hash text not null, held_at text not null,
          primary key (account, target, hold_id))`,
        sql`create table stored_order (
          account text not null, key text not null, order_id text not null, mapped json not null,
          primary key (account, key))`,
        sql`create table import_run (
          id bigint generated always as identity primary key,
          account text not null, target text not null, selection text not null,
          started_at text not null, ended_at text, outcome text, summary jsonb)`,
        sql`create table outbox (
          id bigint generated always as identity primary key,
          account text not null,
          kind text not null check (kind in ('status', 'shipment', 'tags', 'stock')),
          order_id text, subject text not null, dedupe_key text, payload json not null,
          state text not null check (state in ('waiting', 'sent', 'dead')),
          unclear boolean not null default false, attempts integer not null default 0,
          due_at bigint not null, message text, updated_at text not null)`,
        sql`create unique index outbox_once on outbox (account, dedupe_key) where dedupe_key is not null`,
        sql`create index outbox_waiting on outbox (account, subject, id) where state = 'waiting'`,
        sql`create index outbox_subject on outbox (account, subject, id)`,
        sql`create table own_status_change (
          account text not null, order_id text not null, status_id integer not null, changed_at text not null,
          primary key (account, order_id, status_id))`,
      ]) {
        await statement.execute(db);
      }
    },
  },
  '2026-11-24-tables-of-the-service': serviceTables,
  '2026-11-24-target-marks': {
    async up(db: Kysely<unknown>) {
      await sql`create table target_mark (
        account text not null, target text not null, mark text not null, primary key (account, target))`.execute(
        db,
      );
    },
  },
  '2026-11-25-shops': shopTables,
  '2026-11-25-accounts': accountsTable,
  '2026-11-25-erp-documents': documentTables,
  '2026-11-25-turns': scheduleTables,
};

export const migrationProvider: MigrationProvider = { getMigrations: async () => migrations };
