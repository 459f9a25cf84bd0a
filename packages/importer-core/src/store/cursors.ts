import type { Kysely } from 'kysely';
import type { DeliveryPlace } from './deliveries.js';
import type { CoreTables } from './tables.js';

/** A cursor belongs to one account, target and selection of statuses. */
export interface CursorPlace extends DeliveryPlace {
  /** Status ids in text form, `3,16`. */
  readonly selection: string;
}

/** The bookmark: everything modified up to it is delivered or held. */
export async function readBookmark(db: Kysely<CoreTables>, place: CursorPlace): Promise<string | null> {
  const row = await db
    .selectFrom('cursor')
    .select('bookmark')
    .where('account', '=', place.account)
    .where('target', '=', place.target)
    .where('selection', '=', place.selection)
    .executeTakeFirst();
  return row?.bookmark ?? null;
}

/** Writes what has moved; a field that is left out stays. */
export async function writeCursor(
  db: Kysely<CoreTables>,
  place: CursorPlace,
  moved: { bookmark?: string; progress?: string | null; signpost?: string },
  now: string,
): Promise<void> {
  const { account, target, selection } = place;
  await db
    .insertInto('cursor')
    .values({
      account,
      target,
      selection,
      bookmark: null,
      progress: null,
      signpost: null,
      ...moved,
      updated_at: now,
    })
    .onConflict((conflict) =>
      conflict.columns(['account', 'target', 'selection']).doUpdateSet({ ...moved, updated_at: now }),
    )
    .execute();
}
