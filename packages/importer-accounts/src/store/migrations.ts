import type { Migrations } from 'importer-core/store';
import { type Kysely, sql } from 'kysely';

/** Accounts, when each has its turn, hints that wait for it, counted calls, and the slots for calls that machines share. */
export const accountsMigrations: Migrations = {
  '2026-11-26-importer-accounts': {
    async up(db: Kysely<unknown>) {
      for (const statement of [
        sql`create table account (
          key text primary key, label text not null, credentials text not null, settings json not null,
          enabled boolean not null, created_at text not null, updated_at text not null)`,
        sql`create table account_schedule (
          key text primary key, account text not null,
          due_at timestamptz not null default now(), retry_at timestamptz,
          holder text, busy_until timestamptz, worker text, cooldown_until timestamptz,
          quiet_polls integer not null default 0, calls_per_poll double precision not null default 2,
          failures integer not null default 0, failure text, dead boolean not null default false,
          polled_at timestamptz, register_at timestamptz)`,
        sql`create index account_schedule_due on account_schedule (due_at)`,
        sql`create index account_schedule_account on account_schedule (account)`,
        sql`create table webhook_hint (
          account text not null, order_id text not null,
          hinted_at timestamptz not null default now(), taken_at timestamptz,
          primary key (account, order_id))`,
        sql`create table billbee_calls (
          account text not null, month text not null, calls bigint not null,
          billbee_calls bigint, calls_when_asked bigint, asked_at text,
          primary key (account, month))`,
        // Emptied by a crash or a failover of the server; whoever asks for a slot then makes them anew.
        sql`create unlogged table rate_limit_slot (
          key text not null, slot integer not null, holder text, busy_until timestamptz not null,
          primary key (key, slot)) with (fillfactor = 50)`,
      ]) {
        await statement.execute(db);
      }
    },
  },
};
