import type { Kysely } from 'kysely';
import type { DeliveryScope } from './deliveries.js';
import type { CoreTables } from './tables.js';

/** The mark up to which the store knows what the target holds; see `Target.mark`. */
export async function readTargetMark(
  db: Kysely<CoreTables>,
  { account, target }: DeliveryScope,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('target_mark')
    .select('mark')
    .where('account', '=', account)
    .where('target', '=', target)
    .executeTakeFirst();
  return row?.mark;
}

export async function writeTargetMark(
  db: Kysely<CoreTables>,
  { account, target }: DeliveryScope,
  mark: string | undefined,
): Promise<void> {
  if (mark === undefined) return;
  await db
    .insertInto('target_mark')
    .values({ account, target, mark })
    .onConflict((conflict) => conflict.columns(['account', 'target']).doUpdateSet({ mark }))
    .execute();
}
