import type { Kysely } from 'kysely';
import type { Tables } from '../store/tables.js';

/** Every table whose rows belong to an account; a new one has no other way into the type than through here. */
const tables: { readonly [Table in Exclude<keyof Tables, 'account' | 'call_place'>]: true } = {
  cursor: true,
  delivery: true,
  target_mark: true,
  hold: true,
  stored_order: true,
  import_run: true,
  outbox: true,
  own_status_change: true,
  billbee_calls: true,
  webhook: true,
  webhook_hint: true,
  account_schedule: true,
  shop: true,
  staged_order: true,
};

/** Deletes everything that is kept of an account. */
export async function forgetAccount(db: Kysely<Tables>, account: string): Promise<void> {
  for (const table of Object.keys(tables) as (keyof typeof tables)[]) {
    await db.deleteFrom(table).where('account', '=', account).execute();
  }
}
