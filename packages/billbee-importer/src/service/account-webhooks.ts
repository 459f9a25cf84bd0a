import {
  type Accounts,
  addHints,
  type Clock,
  receiveWebhook,
  type Store,
  webhookPath,
  webhookSecret,
} from 'importer-core';
import { accountId } from '../account-id.js';
import type { Log } from '../log/log.js';

export interface AccountWebhooksOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly accounts: Accounts;
  readonly log: Log;
  /** Called when hints of an account are safe in the store. */
  onHints(account: string): Promise<void>;
}

/** Webhooks of many accounts, each at an address of its own. */
export interface AccountWebhooks {
  /** Path below the service's root, with the account's id in it. */
  readonly path: `/accounts/:id${string}`;
  receive(id: string, request: Request): Promise<Response>;
}

/** How long an unknown id is believed to be unknown. */
const forgetMs = 5000;

/** The base of an account's webhook address. */
export function accountUrl(publicUrl: string, account: string): string {
  return `${publicUrl.replace(/\/+$/, '')}/accounts/${accountId(account)}`;
}

/** Takes webhooks: a hint is in the store before Billbee hears that it has arrived. */
export function accountWebhooks(options: AccountWebhooksOptions): AccountWebhooks {
  const { store, clock, accounts, log, onHints } = options;
  const known = new Map<string, string>();
  const secrets = new Map<string, string>();
  let lookedAt = Number.NEGATIVE_INFINITY;

  async function find(id: string): Promise<string | undefined> {
    if (!known.has(id) && clock.now() - lookedAt > forgetMs) {
      lookedAt = clock.now();
      for (const { key } of await accounts.list({ enabled: true })) known.set(accountId(key), key);
    }
    return known.get(id);
  }

  async function secretOf(account: string): Promise<string> {
    const secret = secrets.get(account) ?? (await webhookSecret(store, account, clock));
    secrets.set(account, secret);
    return secret;
  }

  return {
    path: `/accounts/:id${webhookPath}`,
    async receive(id, request) {
      const account = await find(id);
      if (account === undefined) return new Response('Not found.', { status: 404 });
      let orderIds: readonly string[] | undefined;
      const secret = await secretOf(account);
      const onHint = (content: { readonly orderIds: readonly string[] }): void => {
        orderIds = content.orderIds;
      };
      const response = await receiveWebhook(request, { secret, onHint });
      if (orderIds) {
        await addHints(store, account, orderIds);
        log.write('webhook-received', { account, orders: orderIds.length });
        await onHints(account);
      }
      return response;
    },
  };
}
