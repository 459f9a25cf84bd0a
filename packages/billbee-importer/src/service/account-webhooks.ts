import { type Accounts, addHints } from 'importer-accounts';
import { type Clock, receiveWebhook, type Store, webhookPath, webhookSecret } from 'importer-core';
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

/** How long an unknown id is believed to be unknown: whoever tries ids costs one look in that time. */
const forgetMs = 1000;

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
  let looking: Promise<void> | undefined;

  async function look(): Promise<void> {
    lookedAt = clock.now();
    try {
      for (const { key } of await accounts.list({ enabled: true })) known.set(accountId(key), key);
    } finally {
      looking = undefined;
    }
  }

  async function find(id: string): Promise<string | undefined> {
    if (!known.has(id)) {
      if (clock.now() - lookedAt > forgetMs) looking ??= look();
      // Also those that come while somebody else looks: they are known when the look is over.
      await looking;
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
