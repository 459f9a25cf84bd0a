import { type Kysely, sql } from 'kysely';
import type { CoreTables } from '../store/tables.js';

/** Until the transaction ends, nobody else puts something into the account's outbox or lets it wait again. */
export async function lockOutbox(db: Kysely<CoreTables>, account: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`billbee-importer:outbox:${account}`}, 1))`.execute(
    db,
  );
}
