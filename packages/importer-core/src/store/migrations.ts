import { type Kysely, type Migration, sql } from 'kysely';
import { accountsTable } from './accounts-migration.js';
import { documentTables } from './documents-migration.js';
import { figureIndexes, scheduleTables } from './schedule-migration.js';
import { serviceTables } from './service-tables-migration.js';
import { shopTables } from './shops-migration.js';
import type { Tables } from './tables.js';
import { wantedHolds } from './wanted-holds-migration.js';

/**
 * Forward only: a migration that has been released is never edited; changes come as a new one. It adds tables, columns with
 * a default and indexes; what takes something away waits for a release in which nobody needs it, and is named `…-breaking`.
 */
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
  '2026-11-25-turns-figures': figureIndexes,
  '2026-11-25-wanted-holds': wantedHolds,
};

/** The name of a migration after which older versions must not go on ends so; all others only add. */
const breaking = '-breaking';

/**
 * The migrations of this version, and a place for those that a newer one has made: they are done, and only added something.
 *
 * @param table where the migrator notes what is done
 */
export async function knownAndNewer(db: Kysely<Tables>, table: string): Promise<Record<string, Migration>> {
  const found = await sql<{ found: boolean }>`select to_regclass(${table}) is not null as found`.execute(db);
  if (!found.rows[0]?.found) return migrations;
  const done = await sql<{ name: string }>`select name from ${sql.table(table)}`.execute(db);
  const newer = done.rows.filter(({ name }) => !(name in migrations) && !name.endsWith(breaking));
  return { ...Object.fromEntries(newer.map(({ name }) => [name, { up: async () => {} }])), ...migrations };
}
