import { createHmac, randomUUID } from 'node:crypto';
import type { SandboxOrder } from '../state/order.js';

/** One registration (Billbee API: WebHookApiModel). */
export interface Webhook {
  Id: string;
  WebHookUri: string;
  Secret: string;
  Description: string | null;
  IsPaused: boolean;
  Filters: string[];
  Headers: Record<string, string>;
  Properties: Record<string, unknown>;
}

/** `order.created` is the only event name that is confirmed for Billbee. */
export const WEBHOOK_FILTERS = [{ Name: 'order.created', Description: 'A new order has been imported' }];

const ATTEMPTS = 3;
const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Delivers events. Everything about the wire is inferred, not confirmed for Billbee: it follows Microsoft's
 * ASP.NET WebHooks, which the model and Billbee's own tests look like: header
 * `ms-signature: sha256=<hex HMAC-SHA256 of the raw body>`, an echo request on registration, and a body
 * of `Id, Attempt, Properties, Notifications`.
 */
export class WebhookSender {
  readonly #pending = new Set<Promise<void>>();
  readonly #closed = new AbortController();

  /** Why a target cannot be registered, or undefined when it answered the echo. */
  async refusal(uri: string): Promise<string | undefined> {
    if (!URL.canParse(uri)) return 'WebHookUri is no address.';
    const url = new URL(uri);
    if (!LOOPBACK.has(url.hostname)) return 'The sandbox delivers to loopback addresses only.';
    if (url.searchParams.has('noecho')) return undefined;
    const token = randomUUID().replaceAll('-', '');
    url.searchParams.set('echo', token);
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(10_000) });
      const text = await response.text();
      return response.ok && text.trim() === token ? undefined : 'WebHookUri did not answer the echo.';
    } catch {
      return 'WebHookUri could not be reached.';
    }
  }

  /** Tells every registration that listens for new orders; returns at once. */
  orderCreated(hooks: Iterable<Webhook>, order: SandboxOrder): void {
    for (const hook of hooks) {
      if (hook.IsPaused || !hook.Filters.some((name) => name === '*' || name === 'order.created')) continue;
      const notification = { Action: 'order.created', BillBeeOrderId: order.BillBeeOrderId };
      const delivery = this.#deliver(hook, notification).finally(() => this.#pending.delete(delivery));
      this.#pending.add(delivery);
    }
  }

  /** Gives up waiting deliveries. */
  async close(): Promise<void> {
    this.#closed.abort();
    await Promise.all(this.#pending);
  }

  async #deliver(hook: Webhook, notification: object): Promise<void> {
    const Id = randomUUID().replaceAll('-', '');
    for (let Attempt = 1; Attempt <= ATTEMPTS; Attempt++) {
      const { Properties } = hook;
      const body = JSON.stringify({ Id, Attempt, Properties, Notifications: [notification] });
      if (await this.#send(hook, body)) return;
      await this.#pause(Attempt * 1000);
      if (this.#closed.signal.aborted) return;
    }
  }

  async #send(hook: Webhook, body: string): Promise<boolean> {
    const signature = createHmac('sha256', hook.Secret).update(body).digest('hex');
    try {
      const response = await fetch(hook.WebHookUri, {
        method: 'POST',
        headers: {
          ...hook.Headers,
          'Content-Type': 'application/json',
          'ms-signature': `sha256=${signature}`,
        },
        body,
        signal: AbortSignal.any([this.#closed.signal, AbortSignal.timeout(10_000)]),
      });
      await response.arrayBuffer();
      return response.ok;
    } catch {
      return false;
    }
  }

  #pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      if (this.#closed.signal.aborted) return resolve();
      const timer = setTimeout(resolve, milliseconds);
      this.#closed.signal.addEventListener('abort', () => {
        clearTimeout(timer);
        resolve();
      });
    });
  }
}
