import { type Kysely, type Migration, sql } from 'kysely';

/** Held orders that a person wants to be tried again, and the runs of one account in sequence. */
export const wantedHolds: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`alter table hold add column wanted_at text`.execute(db);
    await sql`create index hold_wanted on hold (account, wanted_at) where wanted_at is not null`.execute(db);
    await sql`create index import_run_account on import_run (account, id)`.execute(db);
  },
};
