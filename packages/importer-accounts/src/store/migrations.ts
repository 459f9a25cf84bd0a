import { type Kysely, type Migration, sql } from 'kysely';

/** When each account has its turn, hints that wait for it, and the places for calls that all machines share. */
export const scheduleTables: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of [
      sql`create table account_schedule (
        account text primary key,
        due_at timestamptz not null default now(), queued_until timestamptz,
        holder text, busy_until timestamptz, calm_until timestamptz,
        quiet_polls integer not null default 0, calls_per_poll double precision not null default 2,
        failures integer not null default 0, failure text,
        polled_at timestamptz, register_at timestamptz)`,
      sql`create index account_schedule_due on account_schedule (due_at)`,
      sql`insert into account_schedule (account) select key from account`,
      sql`create table webhook_hint (
        account text not null, order_id text not null,
        hinted_at timestamptz not null default now(), taken_at timestamptz,
        primary key (account, order_id))`,
      sql`create index outbox_due on outbox (due_at) where state = 'waiting'`,
      // Emptied by a crash or a failover of the server; whoever asks for a place then makes them anew.
      sql`create unlogged table call_place (
        key text not null, place integer not null, holder text, busy_until timestamptz not null,
        primary key (key, place)) with (fillfactor = 50)`,
    ]) {
      await statement.execute(db);
    }
  },
};

/** Figures over all accounts must not read whole tables: runs and write-backs are many. */
export const figureIndexes: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of [
      sql`create index import_run_complete on import_run (ended_at) where outcome = 'complete'`,
      sql`create index outbox_dead on outbox (account) where state = 'dead'`,
    ]) {
      await statement.execute(db);
    }
  },
};
