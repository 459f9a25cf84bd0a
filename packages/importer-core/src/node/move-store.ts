import { randomUUID } from 'node:crypto';
import { open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import { storeMessages } from '../messages/core/store-messages.js';
import type { Store } from '../store/store.js';
import type { CoreTables } from '../store/tables.js';

/** In the data folder from the beginning of a move on: to where, and whether it is done. */
const noteName = 'moved-to.json';

/** In the new database: which move has filled it. */
const originTable = 'billbee_importer_origin';

/** What each process makes for itself. */
const notCopied = ['rate_limit_slot'];
const rowsAtATime = 500;

interface Note {
  readonly id: string;
  readonly to: string;
  readonly done: boolean;
}

/**
 * Copies everything of an embedded store into an empty database, in one transaction. From its beginning on the folder says
 * where its data goes, and refuses to be opened. Killed at any point, the same call again ends it or does it anew.
 *
 * @param from the embedded store, opened by {@link openEmbeddedDatabase} with `evenIfMoved`
 * @param to opened with the same migrations
 * @param onTable told before each table is copied, with the number of its rows
 * @throws StopError `database-moved` when the folder has been moved to another database, `database-not-empty`
 */
export async function moveStore(
  from: Store,
  to: Store,
  onTable: (name: string, rows: number) => void = () => {},
): Promise<void> {
  const folder = from.location;
  const begun = await readNote(folder);
  if (begun && begun.to !== to.location) throw moved(folder, begun);
  const filledBy = await originOf(to.db);
  const names = await tablesOf(from.db);
  if (begun === undefined || filledBy !== begun.id) {
    if (filledBy !== undefined || !(await isEmpty(to.db, names))) {
      throw storeMessages.stop('database-not-empty', { store: to.location });
    }
    const note = { id: randomUUID(), to: to.location, done: false };
    await writeNote(folder, note);
    await to.db.transaction().execute(async (target) => {
      await sql`create table ${sql.table(originTable)} (id text not null)`.execute(target);
      await sql`insert into ${sql.table(originTable)} values (${note.id})`.execute(target);
      for (const name of names) await copyTable(from.db, target, name, onTable);
    });
    await writeNote(folder, { ...note, done: true });
  } else if (!begun.done) await writeNote(folder, { ...begun, done: true });
}

/** @throws StopError `database-moved` when the data of a folder is elsewhere, or on its way there */
export async function refuseMoved(folder: string): Promise<void> {
  const note = await readNote(folder);
  if (note) throw moved(folder, note);
}

function moved(folder: string, { to, done }: Note) {
  return storeMessages.stop('database-moved', { folder, to, what: done ? 'moved' : 'moving' });
}

async function readNote(folder: string): Promise<Note | undefined> {
  const text = await readFile(join(folder, noteName), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  return text === undefined ? undefined : (JSON.parse(text) as Note);
}

/** On the disk when it returns, whole or not at all. */
async function writeNote(folder: string, note: Note): Promise<void> {
  const path = join(folder, noteName);
  const file = await open(`${path}.new`, 'w');
  await file.writeFile(`${JSON.stringify(note)}\n`);
  await file.sync();
  await file.close();
  await rename(`${path}.new`, path);
}

async function originOf(db: Kysely<CoreTables>): Promise<string | undefined> {
  const found = await sql<{
    there: boolean;
  }>`select to_regclass(${originTable}) is not null as there`.execute(db);
  if (!found.rows[0]?.there) return undefined;
  return (await sql<{ id: string }>`select id from ${sql.table(originTable)}`.execute(db)).rows[0]?.id;
}

async function tablesOf(db: Kysely<CoreTables>): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' and table_name not like 'billbee_importer_%'
    order by table_name`.execute(db);
  return rows.map(({ name }) => name).filter((name) => !notCopied.includes(name));
}

async function isEmpty(db: Kysely<CoreTables>, names: readonly string[]): Promise<boolean> {
  for (const name of names) {
    const { rows } = await sql`select 1 from ${sql.table(name)} limit 1`.execute(db);
    if (rows.length > 0) return false;
  }
  return true;
}

/** Rows travel as JSON that nothing between the two databases reads, so that no number loses a digit. */
async function copyTable(
  from: Kysely<CoreTables>,
  to: Kysely<CoreTables>,
  name: string,
  onTable: (name: string, rows: number) => void,
): Promise<void> {
  const table = sql.table(name);
  const { rows: counted } = await sql<{ count: string }>`select count(*) from ${table}`.execute(from);
  onTable(name, Number(counted[0]?.count ?? 0));
  await from.transaction().execute(async (source) => {
    await sql`declare moving no scroll cursor for select row_to_json(t)::text as line from ${table} t`.execute(
      source,
    );
    for (;;) {
      const { rows } = await sql<{ line: string }>`fetch ${sql.lit(rowsAtATime)} from moving`.execute(source);
      if (rows.length === 0) break;
      const lines = `[${rows.map(({ line }) => line).join(',')}]`;
      await sql`insert into ${table} overriding system value
        select * from json_populate_recordset(null::${table}, ${lines}::json)`.execute(to);
    }
  });
  const { rows: identities } = await sql<{ column: string }>`
    select column_name as column from information_schema.columns
    where table_schema = 'public' and table_name = ${name} and is_identity = 'YES'`.execute(to);
  for (const { column } of identities) {
    await sql`select setval(pg_get_serial_sequence(${name}, ${column}),
      coalesce(max(${sql.ref(column)}), 1), max(${sql.ref(column)}) is not null) from ${table}`.execute(to);
  }
}
