import type { Kysely } from 'kysely';
import type { DeliveryScope } from './deliveries.js';
import type { CoreTables } from './tables.js';

/** A cursor belongs to one account, target and selection of statuses. */
export interface CursorScope extends DeliveryScope {
  /** Status ids in text form, `3,16`. */
  readonly selection: string;
}

/** The watermark: everything modified up to it is delivered or held. */
export async function readWatermark(db: Kysely<CoreTables>, scope: CursorScope): Promise<string | null> {
  const row = await db
    .selectFrom('cursor')
    .select('watermark')
    .where('account', '=', scope.account)
    .where('target', '=', scope.target)
    .where('selection', '=', scope.selection)
    .executeTakeFirst();
  return row?.watermark ?? null;
}

/** Writes what has moved; a field that is left out stays. */
export async function writeCursor(
  db: Kysely<CoreTables>,
  scope: CursorScope,
  moved: { watermark?: string; progress?: string | null; newest_seen?: string },
  now: string,
): Promise<void> {
  const { account, target, selection } = scope;
  await db
    .insertInto('cursor')
    .values({
      account,
      target,
      selection,
      watermark: null,
      progress: null,
      newest_seen: null,
      ...moved,
      updated_at: now,
    })
    .onConflict((conflict) =>
      conflict.columns(['account', 'target', 'selection']).doUpdateSet({ ...moved, updated_at: now }),
    )
    .execute();
}
