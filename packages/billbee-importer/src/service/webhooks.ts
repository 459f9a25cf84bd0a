import { type Accounts, addHints } from 'importer-accounts';
import { type Clock, receiveWebhook, type Store, webhookPath, webhookSecret } from 'importer-core';
import { webhookAddress } from 'importer-core/service';
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

/** How long an unknown id is believed to be unknown: whoever tries ids costs one look in that time. */
const forgetMs = 1000;
/** How long an account and its secret are believed to be as they were. */
const believeMs = 60_000;

/** The base of an account's webhook address. */
export function accountUrl(publicUrl: string, account: string): string {
  return `${publicUrl.replace(/\/+$/, '')}/accounts/${accountId(account)}`;
}

/** Takes webhooks: a hint is in the store before Billbee hears that it has arrived. */
export function createWebhooks(options: WebhooksOptions): Webhooks {
  const { store, clock, accounts, merchant, publicUrl, log, onHints } = options;
  let known = new Map<string, string>();
  const secrets = new Map<string, { readonly secret: Promise<string>; readonly at: number }>();
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
    const age = Math.abs(clock.now() - lookedAt);
    if (age > (known.has(id) ? believeMs : forgetMs)) looking ??= look();
    // Also those that come while somebody else looks: they are known when the look is over.
    await looking;
    return known.get(id);
  }

  function secretOf(account: string): Promise<string> {
    const kept = secrets.get(account);
    if (kept && Math.abs(clock.now() - kept.at) <= believeMs) return kept.secret;
    const secret = webhookSecret(store, account, clock);
    secrets.set(account, { secret, at: clock.now() });
    // What failed is asked for again.
    secret.catch(() => secrets.delete(account));
    return secret;
  }

  async function receive(account: string, request: Request): Promise<Response> {
    let orderIds: readonly string[] | undefined;
    const onHint = (content: { readonly orderIds: readonly string[] }): void => {
      orderIds = content.orderIds;
    };
    const response = await receiveWebhook(request, { secret: await secretOf(account), onHint });
    // An old secret may be what this process knows: it is read again for the next delivery, but not for each of a flood.
    const age = Math.abs(clock.now() - (secrets.get(account)?.at ?? clock.now()));
    if (response.status === 401 && age > forgetMs) secrets.delete(account);
    if (orderIds) {
      await addHints(store, account, orderIds);
      if (account !== merchant) log.write('webhook-received', { account, orders: orderIds.length });
      await onHints(account);
    }
    return response;
  }

  async function receiveOf(request: Request, id: string): Promise<Response> {
    const account = await find(id);
    return account === undefined ? new Response('Not found.', { status: 404 }) : receive(account, request);
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
