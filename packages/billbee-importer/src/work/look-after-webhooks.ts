import { type Clock, type RegistrationOutcome, registerWebhook, type Store } from 'importer-core';
import type { AccountSession } from '../session/account-session.js';

const dayMs = 86_400_000;
const registerAgainMs = 600_000;

/**
 * Sees to it that Billbee delivers its webhooks here, or not any more. A registration that fails keeps no order from coming in.
 *
 * @returns what became of it, and when to look again, in milliseconds
 * @throws the signal's reason
 */
export async function lookAfterWebhooks(
  { account, webhooks: api }: Pick<AccountSession, 'account' | 'webhooks'>,
  { publicUrl }: { readonly publicUrl: string | undefined },
  { store, clock }: { readonly store: Store; readonly clock: Clock },
  signal: AbortSignal,
): Promise<{ readonly told: RegistrationOutcome | { readonly error: unknown }; readonly againInMs: number }> {
  try {
    const told = await registerWebhook({ store, account, api, clock, publicUrl, signal });
    return { told, againInMs: dayMs };
  } catch (error) {
    signal.throwIfAborted();
    return { told: { error }, againInMs: registerAgainMs };
  }
}
