import { type Kysely, type Migration, sql } from 'kysely';

/** Counted calls and the registration for webhooks. */
export const serviceTables: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`create table billbee_calls (
      account text not null, month text not null, calls bigint not null,
      billbee_calls bigint, calls_when_asked bigint, asked_at text,
      primary key (account, month))`.execute(db);
    await sql`create table webhook (
      account text primary key, secret text not null, registration_id text, uri text, updated_at text not null)`.execute(
      db,
    );
  },
};
