import { type Accounts, addHints } from 'importer-accounts';
import { type Clock, receiveWebhook, type Store, webhookPath } from 'importer-core';
import { readWebhookSecret, webhookAddress } from 'importer-core/service';
import { accountId } from '../account-id.js';
import type { Log } from '../log/log.js';

export interface WebhooksOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly accounts: Accounts;
  readonly publicUrl: string;
  /** The account of the environment. */
  readonly merchant: string | undefined;
  readonly log: Log;
  /** Called when hints of an account are safe in the store. */
  onHints(account: string): Promise<void>;
}

/** Webhooks of the merchant of the environment, and of many accounts, each at an address of its own. */
export interface Webhooks {
  /** Paths of the service with the handler of each; `:id` names an account. */
  readonly routes: readonly {
    readonly path: string;
    receive(request: Request, id: string): Promise<Response>;
  }[];
}

/** How long something is believed not to be there: whoever tries ids or signatures costs one look in that time. */
const forgetMs = 1000;

/** The base of an account's webhook address. */
export function accountUrl(publicUrl: string, account: string): string {
  return `${publicUrl.replace(/\/+$/, '')}/accounts/${accountId(account)}`;
}

/** Takes webhooks: a hint is in the store before Billbee hears that it has arrived. */
export function createWebhooks(options: WebhooksOptions): Webhooks {
  const { store, clock, accounts, merchant, publicUrl, log, onHints } = options;
  /** Account by id. An id names one account for ever; whether that takes webhooks is asked with each delivery. */
  let known = new Map<string, string>();
  const secrets = new Map<string, string>();
  /** When an account got a delivery that its secret had not signed. */
  const missedAt = new Map<string, number>();
  let lookedAt = Number.NEGATIVE_INFINITY;
  let looking: Promise<void> | undefined;

  async function look(): Promise<void> {
    lookedAt = clock.now();
    try {
      known = new Map((await accounts.list({ enabled: true })).map(({ key }) => [accountId(key), key]));
    } finally {
      looking = undefined;
    }
  }

  async function find(id: string): Promise<string | undefined> {
    if (!known.has(id) && Math.abs(clock.now() - lookedAt) > forgetMs) looking ??= look();
    // Also those that come while somebody else looks: they are known when the look is over.
    await looking;
    return known.get(id);
  }

  async function readSecret(account: string): Promise<string | undefined> {
    const secret = await readWebhookSecret(store, account);
    if (secret === undefined) secrets.delete(account);
    else secrets.set(account, secret);
    return secret;
  }

  async function receive(account: string, request: Request): Promise<Response> {
    let orderIds: readonly string[] | undefined;
    const onHint = (content: { readonly orderIds: readonly string[] }): void => {
      orderIds = content.orderIds;
    };
    let secret = secrets.get(account) ?? (await readSecret(account));
    if (secret === undefined && request.method !== 'GET') return notFound();
    const newerSecret = async (): Promise<string | undefined> => {
      if (Math.abs(clock.now() - (missedAt.get(account) ?? Number.NEGATIVE_INFINITY)) <= forgetMs)
        return undefined;
      missedAt.set(account, clock.now());
      secret = await readSecret(account);
      return secret;
    };
    const response = await receiveWebhook(request, { secret: secret ?? '', newerSecret, onHint });
    if (!orderIds) return response;
    // The account may have been removed or switched off, or added again with another secret.
    if (!(await addHints(store, account, orderIds, { secret, enabled: account !== merchant }))) {
      secrets.delete(account);
      return notFound();
    }
    if (account !== merchant) log.write('webhook-received', { account, orders: orderIds.length });
    await onHints(account);
    return response;
  }

  async function receiveOf(request: Request, id: string): Promise<Response> {
    const account = await find(id);
    return account === undefined ? notFound() : receive(account, request);
  }

  // A reverse proxy may hand on the public path as it is, or without its beginning.
  const beginning = new URL(webhookAddress(publicUrl)).pathname.slice(0, -webhookPath.length);
  const routes = [...new Set(['', beginning])].flatMap((base) => [
    { path: `${base}/accounts/:id${webhookPath}`, receive: receiveOf },
    ...(merchant === undefined
      ? []
      : [{ path: `${base}${webhookPath}`, receive: (request: Request) => receive(merchant, request) }]),
  ]);
  return { routes };
}

function notFound(): Response {
  return new Response('Not found.', { status: 404 });
}
