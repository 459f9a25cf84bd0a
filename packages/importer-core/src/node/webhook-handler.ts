import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import type { BillbeeWebhook } from '../facade/billbee-tasks.js';
import { taskMessages } from '../messages/core/task-messages.js';

/** A request of Node's server: an `IncomingMessage`; `body` is set where something has read it already. */
export interface NodeRequest {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  readonly originalUrl?: string | undefined;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body?: unknown;
  readonly readableEnded: boolean;
  readonly readableDidRead: boolean;
}

/** The answer of Node's server: a `ServerResponse`. */
export interface NodeResponse {
  writeHead(status: number, headers: Record<string, string>): { end(body: string | Uint8Array): unknown };
}

/**
 * A webhook as a handler for Node's `http`, Express (`app.all`) and Fastify (`request.raw`, `reply.raw`).
 *
 * Billbee signs the bytes of the body: nothing before it may have read them and thrown them away, as `express.json()` does. Mount it
 * before such a parser, or let that parser keep the bytes (`express.raw()`).
 *
 * @returns a handler; it answers 500 and rejects with SettingsError `webhook-body-parsed` when the bytes are gone
 * @example app.all(webhook.path, webhookHandler(webhook)); // before app.use(express.json())
 */
export function webhookHandler(
  webhook: Pick<BillbeeWebhook, 'receive'>,
): (request: NodeRequest, response: NodeResponse) => Promise<void> {
  return async (request, response) => {
    let answer: Response;
    try {
      answer = await webhook.receive(requestOf(request));
    } catch (error) {
      response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' }).end('The webhook failed.');
      throw error;
    }
    const body = Buffer.from(await answer.arrayBuffer());
    response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(body);
  };
}

function requestOf(request: NodeRequest): Request {
  const { method = 'GET', originalUrl, url = '/' } = request;
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, String(value));
  }
  const body = method === 'GET' || method === 'HEAD' ? null : bodyOf(request);
  return new Request(new URL(originalUrl ?? url, 'http://localhost'), {
    method,
    headers,
    ...(body !== null && { body, duplex: 'half' }),
  } as RequestInit);
}

function bodyOf(request: NodeRequest): string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array> {
  const { body } = request;
  if (typeof body === 'string') return body;
  if (body instanceof Uint8Array) return new Uint8Array(body);
  if (request.readableEnded || request.readableDidRead) {
    throw taskMessages.settings('webhook-body-parsed', {}, ['webhook']);
  }
  return Readable.toWeb(request as unknown as IncomingMessage) as unknown as ReadableStream<Uint8Array>;
}
