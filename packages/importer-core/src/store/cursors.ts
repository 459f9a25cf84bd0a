import type { Kysely } from 'kysely';
import type { DeliveryScope } from './deliveries.js';
import type { CoreTables } from './tables.js';

/** A cursor belongs to one account, target and selection of statuses. */
export interface CursorScope extends DeliveryScope {
  /** Status ids in text form, `3,16`. */
  readonly selection: string;
}

/** The watermark: everything modified up to it is delivered or held. Undefined before the first complete run. */
export async function readWatermark(
  db: Kysely<CoreTables>,
  scope: CursorScope,
): Promise<string | null | undefined> {
  const row = await db
    .selectFrom('cursor')
    .select('watermark')
    .where('account', '=', scope.account)
    .where('target', '=', scope.target)
    .where('selection', '=', scope.selection)
    .executeTakeFirst();
  return row?.watermark;
}

/** @param watermark null: the selection was read, and has no order yet */
export async function writeWatermark(
  db: Kysely<CoreTables>,
  { account, target, selection }: CursorScope,
  watermark: string | null,
  now: string,
): Promise<void> {
  await db
    .insertInto('cursor')
    .values({ account, target, selection, watermark, updated_at: now })
    .onConflict((conflict) =>
      conflict.columns(['account', 'target', 'selection']).doUpdateSet({ watermark, updated_at: now }),
    )
    .execute();
}
