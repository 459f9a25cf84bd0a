import { newWebhookSecret } from '../billbee/webhook-adapter.js';
import type { Clock } from '../ports.js';
import type { Store } from '../store/store.js';

/** The registration that the store knows. */
export interface KnownRegistration {
  readonly id: string;
  readonly uri: string;
}

/**
 * The account's secret for webhooks: made once, then always the same. Not to be shown anywhere.
 *
 * @example await webhookSecret(store, account, clock) // 64 characters
 */
export async function webhookSecret({ db }: Store, account: string, clock: Clock): Promise<string> {
  const row = { account, secret: newWebhookSecret(), registration_id: null, uri: null };
  await db
    .insertInto('webhook')
    .values({ ...row, updated_at: new Date(clock.now()).toISOString() })
    .onConflict((conflict) => conflict.column('account').doNothing())
    .execute();
  const kept = await db
    .selectFrom('webhook')
    .select('secret')
    .where('account', '=', account)
    .executeTakeFirstOrThrow();
  return kept.secret;
}

/** The secret that {@link webhookSecret} has made; undefined when there is none (any more). */
export async function readWebhookSecret({ db }: Store, account: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('webhook')
    .select('secret')
    .where('account', '=', account)
    .executeTakeFirst();
  return row?.secret;
}

/** The registration we made; undefined when there is none. */
export async function readRegistration(
  { db }: Store,
  account: string,
): Promise<KnownRegistration | undefined> {
  const row = await db
    .selectFrom('webhook')
    .select(['registration_id as id', 'uri'])
    .where('account', '=', account)
    .executeTakeFirst();
  return row?.id == null || row.uri == null ? undefined : { id: row.id, uri: row.uri };
}

/** Notes the registration we made; undefined: there is none any more. The secret stays. */
export async function noteRegistration(
  { db }: Store,
  account: string,
  registration: KnownRegistration | undefined,
  clock: Clock,
): Promise<void> {
  await db
    .updateTable('webhook')
    .set({
      registration_id: registration?.id ?? null,
      uri: registration?.uri ?? null,
      updated_at: new Date(clock.now()).toISOString(),
    })
    .where('account', '=', account)
    .execute();
}
