import type { Migrations } from 'importer-core/store';
import { type Kysely, sql } from 'kysely';

/** ERP shops that may use the service, and the orders that wait for each. */
export const stagingMigrations: Migrations = {
  '2026-11-26-importer-staging': {
    async up(db: Kysely<unknown>) {
      for (const statement of [
        sql`create table shop (
          name text primary key, token_id text not null unique, token_hash text not null,
          account text, credentials text, settings json, orders_from text,
          created_at text not null, seen_at text, client_version text)`,
        sql`create table staged_order (
          account text not null, queue text not null, order_id text not null, key text not null,
          state text not null check (state in ('waiting', 'taken')),
          sequence bigint generated always as identity,
          order_number text, external_id text, ordered_at text not null, changed_at text not null, mapped json not null,
          staged_at text not null, taken_at text,
          primary key (account, queue, order_id))`,
        sql`create index staged_order_waiting on staged_order (account, queue, sequence) where state = 'waiting'`,
      ]) {
        await statement.execute(db);
      }
    },
  },
};
