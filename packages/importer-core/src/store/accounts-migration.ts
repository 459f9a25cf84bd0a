import { type Kysely, type Migration, sql } from 'kysely';

/** Merchants' accounts. */
export const accountsTable: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`create table account (
      key text primary key, label text not null, credentials text not null, settings json not null,
      enabled boolean not null, created_at text not null, updated_at text not null)`.execute(db);
  },
};
