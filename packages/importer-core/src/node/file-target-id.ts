import { realpath } from 'node:fs/promises';
import { isAbsolute, relative, resolve } from 'node:path';
import type { Store } from '../store/store.js';
import type { FileTargetTable } from '../store/tables.js';

const beginning = 'ndjson:';

/**
 * The id under which a store counts the deliveries to a file. A file keeps it when store and file are moved or copied
 * together, and when the store alone is moved and the file stays where it is; two files are always two.
 *
 * @param location the file's real path
 * @param remember whether the store takes note of where the file is now
 */
export async function fileTargetId(
  store: Store,
  account: string,
  location: string,
  remember: boolean,
): Promise<string> {
  const base = await baseOf(store);
  const known = await store.db.selectFrom('file_target').selectAll().where('account', '=', account).execute();
  const here = known.find((target) => target.location === location && target.base === base);
  const moved = known.find((target) => whereNow(target, base) === location);
  const stays = known.find((target) => target.location === location);
  const id = (here ?? moved ?? stays)?.id ?? freeId(location, known);
  if (remember) {
    await store.db
      .insertInto('file_target')
      .values({ account, id, location, base })
      .onConflict((conflict) => conflict.columns(['account', 'id']).doUpdateSet({ location, base }))
      .execute();
  }
  return id;
}

/** Where the file of an id is; see {@link fileTargetId}. */
export async function fileTargetLocation(store: Store, account: string, id: string): Promise<string> {
  const known = await store.db
    .selectFrom('file_target')
    .selectAll()
    .where('account', '=', account)
    .where('id', '=', id)
    .executeTakeFirst();
  return known ? whereNow(known, await baseOf(store)) : id.slice(beginning.length);
}

/** The folder that an embedded store is in; for another one its name, which is never moved. */
async function baseOf({ location }: Store): Promise<string> {
  return realpath(location).catch(() => location);
}

/** Where a file is that has moved with its store. */
function whereNow({ location, base: before }: FileTargetTable, base: string): string {
  // A store on PostgreSQL lies in no folder.
  const isPlace = isAbsolute(before) && isAbsolute(base);
  return before === base || !isPlace ? location : resolve(base, relative(before, location));
}

/** The path itself, unless a file that has moved away goes by it. */
function freeId(location: string, known: readonly FileTargetTable[]): string {
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? `${beginning}${location}` : `${beginning}${location}#${number}`;
    if (!known.some((target) => target.id === id)) return id;
  }
}
