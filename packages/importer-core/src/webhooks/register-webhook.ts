import { orderFilters } from '../billbee/webhook-adapter.js';
import type { WebhookApi } from '../billbee/webhook-api.js';
import { HoldError, StopError } from '../errors.js';
import { importMessages } from '../messages/core/import-messages.js';
import type { Clock } from '../ports.js';
import type { Store } from '../store/store.js';
import { noteRegistration, readRegistration, webhookSecret } from './webhook-store.js';

export interface RegisterWebhookOptions {
  readonly store: Store;
  readonly account: string;
  readonly api: WebhookApi;
  readonly clock: Clock;
  /** Public address of the service, e.g. `https://erp.example.com/billbee`; undefined: no webhooks are wanted. */
  readonly publicUrl: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Path of the service at which Billbee delivers, below the public address. */
export const webhookPath = '/webhooks/billbee';

/** What became of the registration; `none`: there is none, and none is wanted. */
export type RegistrationOutcome = 'created' | 'kept' | 'updated' | 'removed' | 'none';

/**
 * Sees to it that Billbee delivers its order events to us, once: the registration we made, or any for exactly our
 * address, is brought up to date; else a new one is made. Of Billbee's events those about orders are taken.
 *
 * Without a public address our own registration is removed. No other one is ever touched. The service has to
 * be reachable already: Billbee tries the address.
 *
 * @throws SettingsError `webhook-url`; `webhook-refused` when Billbee does not take the address
 * @throws StopError `webhook-events` when Billbee offers no event about orders
 * @throws RetryError, SettingsError, StopError as the calls do
 * @example await registerWebhook({ store, account, api, clock, publicUrl: 'https://erp.example.com/billbee' })
 */
export async function registerWebhook(options: RegisterWebhookOptions): Promise<RegistrationOutcome> {
  const { store, account, api, clock, publicUrl, signal } = options;
  const known = await readRegistration(store, account);
  if (publicUrl === undefined) {
    if (!known) return 'none';
    await api.remove(known.id, signal).catch(ignoreGone);
    await noteRegistration(store, account, undefined, clock);
    return 'removed';
  }
  const uri = webhookAddress(publicUrl);
  const secret = await webhookSecret(store, account, clock);
  const filters = orderFilters(await api.listFilters(signal));
  if (filters.length === 0) {
    throw importMessages.stop('webhook-events', {});
  }
  const all = await api.list(signal);
  const ours = all.find(({ id }) => id === known?.id) ?? all.find((other) => other.uri === uri);
  const wish = { uri, secret, filters };
  try {
    if (ours) {
      const same =
        ours.id === known?.id && ours.uri === uri && !ours.isPaused && sameNames(ours.filters, filters);
      if (!same) await api.update(ours.id, wish, signal);
      await noteRegistration(store, account, { id: ours.id, uri }, clock);
      return same ? 'kept' : 'updated';
    }
    const { id } = await api.create(wish, signal);
    await noteRegistration(store, account, { id, uri }, clock);
    return 'created';
  } catch (error) {
    const refused =
      error instanceof HoldError ||
      (error instanceof StopError && /^(?:refused|invalid-data)$/.test(error.code));
    if (!refused) throw error;
    const { code, values, message } = error;
    const said = { uri, cause: { code, values, message } };
    throw importMessages.settings('webhook-refused', said, ['webhookUrl'], { cause: error });
  }
}

/**
 * The address Billbee delivers to.
 *
 * @throws SettingsError `webhook-url`
 * @example webhookAddress('https://erp.example.com/billbee/') // 'https://erp.example.com/billbee/webhooks/billbee'
 */
export function webhookAddress(publicUrl: string): string {
  const url = URL.canParse(publicUrl) ? new URL(publicUrl) : undefined;
  const isLoopback = /^(?:localhost|\[::1\]|127\.\d+\.\d+\.\d+)$/.test(url?.hostname ?? '');
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback);
  const isPlain = url && `${url.username}${url.password}${url.search}${url.hash}` === '';
  if (!url || !isSafe || !isPlain) {
    throw importMessages.settings('webhook-url', {}, ['webhookUrl']);
  }
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}${webhookPath}`;
}

function sameNames(some: readonly string[], others: readonly string[]): boolean {
  return [...some].sort().join('\n') === [...others].sort().join('\n');
}

function ignoreGone(error: unknown): void {
  if (!(error instanceof HoldError) || error.code !== 'not-found') throw error;
}
