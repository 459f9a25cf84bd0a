import { type Kysely, type Migration, sql } from 'kysely';
import type { CoreTables } from './tables.js';

/**
 * What a package needs in the database, by names that begin with the date: `2026-11-26-importer-core`.
 *
 * Forward only: a migration that has been released is never edited; changes come as a new one. It adds tables, columns with
 * a default and indexes; what takes something away waits for a release in which nobody needs it, and is named `…-breaking`.
 */
export type Migrations = Readonly<Record<string, Migration>>;

const own: Migrations = {
  '2026-11-26-importer-core': {
    async up(db: Kysely<unknown>) {
      for (const statement of [
        sql`create table cursor (
          account text not null, target text not null, selection text not null,
          watermark text, updated_at text not null,
          primary key (account, target, selection))`,
        sql`create table delivery (
          account text not null, target text not null, order_id text not null, key text not null,
          state text not null check (state in ('claimed', 'delivered', 'dismissed')),
          content_hash text not null, status_id integer not null, modified_at text, changed_hash text,
          order_number text, total text, note text, updated_at text not null,
          primary key (account, target, order_id))`,
        sql`create index delivery_claimed on delivery (account, target, order_id) where state = 'claimed'`,
        sql`create table hold (
          account text not null, target text not null, hold_id text not null,
          origin text not null check (origin in ('order', 'target', 'change')),
          reason text not null, field text, values json, message text not null,
          payload text not null, payload_hash text not null, held_at text not null, retry_requested_at text,
          primary key (account, target, hold_id))`,
        sql`create index hold_retry_requested on hold (account, retry_requested_at) where retry_requested_at is not null`,
        sql`create table order_event (
          id bigint generated always as identity primary key,
          account text not null, target text not null, order_id text not null,
          event text not null, reason text, at text not null)`,
        sql`create index order_event_order on order_event (account, order_id, id)`,
        sql`create table stored_order (
          account text not null, key text not null, order_id text not null, mapped json not null,
          primary key (account, key))`,
        sql`create table import_run (
          id bigint generated always as identity primary key,
          account text not null, target text not null, selection text not null,
          started_at text not null, ended_at text, outcome text, summary jsonb)`,
        sql`create index import_run_account on import_run (account, id)`,
        // Figures over all accounts must not read whole tables: runs and write-backs are many.
        sql`create index import_run_complete on import_run (ended_at) where outcome = 'complete'`,
        sql`create table outbox (
          id bigint generated always as identity primary key,
          account text not null,
          kind text not null check (kind in ('status', 'shipment', 'tags', 'stock')),
          order_id text, subject text not null, dedupe_key text, payload json not null,
          state text not null check (state in ('waiting', 'sent', 'dead')),
          unclear boolean not null default false, attempts integer not null default 0,
          due_at bigint not null, code text, values json, message text, updated_at text not null)`,
        sql`create unique index outbox_once on outbox (account, dedupe_key) where dedupe_key is not null`,
        sql`create index outbox_waiting on outbox (account, subject, id) where state = 'waiting'`,
        sql`create index outbox_subject on outbox (account, subject, id)`,
        sql`create index outbox_due on outbox (due_at) where state = 'waiting'`,
        sql`create index outbox_dead on outbox (account) where state = 'dead'`,
        sql`create table own_status_change (
          account text not null, order_id text not null, status_id integer not null, changed_at text not null,
          primary key (account, order_id, status_id))`,
        sql`create table target_mark (
          account text not null, target text not null, mark text not null, primary key (account, target))`,
        sql`create table file_target (
          account text not null, id text not null, location text not null, base text not null,
          primary key (account, id))`,
        sql`create table webhook (
          account text primary key, secret text not null, registration_id text, uri text, updated_at text not null)`,
      ]) {
        await statement.execute(db);
      }
    },
  },
};

/** The name of a migration after which older versions must not go on ends so; all others only add. */
const breaking = '-breaking';

/**
 * The migrations of this version, and a place for those that a newer one, or a package that is not here, has made: they are
 * done, and only added something.
 *
 * @param table where the migrator notes what is done
 * @param added those of other packages
 */
export async function knownAndNewer(
  db: Kysely<CoreTables>,
  table: string,
  added: readonly Migrations[] = [],
): Promise<Record<string, Migration>> {
  const migrations: Record<string, Migration> = Object.assign({}, own, ...added);
  const found = await sql<{ found: boolean }>`select to_regclass(${table}) is not null as found`.execute(db);
  if (!found.rows[0]?.found) return migrations;
  const done = await sql<{ name: string }>`select name from ${sql.table(table)}`.execute(db);
  const newer = done.rows.filter(({ name }) => !(name in migrations) && !name.endsWith(breaking));
  return { ...Object.fromEntries(newer.map(({ name }) => [name, { up: async () => {} }])), ...migrations };
}
