import { sql } from 'kysely';
import type { Store } from '../store/store.js';

/**
 * Takes what was deleted out of the files of an embedded store, too: out of the tables, which else keep it until they are used
 * again, and out of the write-ahead log. Takes a moment for each 100 MB; nothing else is done meanwhile.
 *
 * @example await deleteThings(store); await eraseDeleted(store);
 */
export async function eraseDeleted({ db }: Store): Promise<void> {
  await sql`vacuum full`.execute(db);
  await sql`checkpoint`.execute(db);
  // The segment under way is left, and no older one is kept for use again.
  await sql`select pg_switch_wal()`.execute(db);
  await sql`checkpoint`.execute(db);
}
