import type { CoreTables } from 'importer-core/store';
import { type Kysely, sql } from 'kysely';

/** Deletes everything that is kept of an account: in each table that has an owner, whichever feature brought it. */
export async function forgetAccount(db: Kysely<CoreTables>, account: string): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.columns
    where table_schema = current_schema() and column_name = 'account'`.execute(db);
  for (const { name } of rows)
    await sql`delete from ${sql.table(name)} where account = ${account}`.execute(db);
}
