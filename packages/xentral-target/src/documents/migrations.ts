import type { Migrations } from 'importer-core/store';
import { type Kysely, sql } from 'kysely';

/** What Xentral made of delivered orders, and what has been read back from it. */
export const documentMigrations: Migrations = {
  '2026-11-26-xentral-target': {
    async up(db: Kysely<unknown>) {
      for (const statement of [
        sql`create table erp_document (
          account text not null, target text not null, order_id text not null,
          document_id text, expected_gross text not null,
          state text not null check (state in ('sending', 'open', 'shipped', 'closed')),
          noted_at bigint not null, checked_at bigint,
          primary key (account, target, order_id))`,
        sql`create index erp_document_open on erp_document (account, target, checked_at nulls first, order_id)
          where state in ('open', 'shipped')`,
        sql`create table reported_stock (
          account text not null, target text not null, sku text not null, quantity text not null,
          primary key (account, target, sku))`,
        sql`create table read_back_cursor (
          account text not null, target text not null, subject text not null, position text not null,
          primary key (account, target, subject))`,
      ]) {
        await statement.execute(db);
      }
    },
  },
};
