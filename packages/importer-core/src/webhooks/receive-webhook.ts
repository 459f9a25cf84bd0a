import {
  echoToken,
  isSigned,
  readWebhook,
  signatureHeader,
  type WebhookContent,
} from '../billbee/webhook-adapter.js';
import { readBody } from './read-body.js';

export interface ReceiveWebhookOptions {
  readonly secret: string;
  /**
   * Asked for a delivery that `secret` has not signed: another secret, when there is a newer one; undefined otherwise.
   */
  readonly newerSecret?: (() => Promise<string | undefined>) | undefined;
  /** Called for each delivery with our signature; what it tells is a hint, not yet the truth. */
  readonly onHint: (content: WebhookContent) => void;
  /** Largest body in bytes; 256 KiB by default. */
  readonly maxBytes?: number | undefined;
}

const defaultMaxBytes = 256 * 1024;

/**
 * Answers what Billbee sends to our address: the echo of a registration as plain text, a delivery with 202.
 *
 * Refused: 405 (method), 415 (no JSON), 413 (too large), 401 (no or wrong signature), 400 (GET without echo).
 * The same delivery again does no harm: it is another hint to look at the same order.
 *
 * @example app.all('/webhooks/billbee', (context) => receiveWebhook(context.req.raw, { secret, onHint }))
 */
export async function receiveWebhook(
  request: Request,
  { secret, newerSecret, onHint, maxBytes = defaultMaxBytes }: ReceiveWebhookOptions,
): Promise<Response> {
  if (request.method === 'GET') {
    const token = echoToken(new URL(request.url));
    if (token === undefined) return answer(400, 'Billbee delivers its webhooks here: POST with a signature.');
    return answer(200, token);
  }
  if (request.method !== 'POST')
    return answer(405, 'POST a delivery, or GET with echo.', { allow: 'GET, POST' });
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (!/^(?:application|text)\/(?:[\w.-]+\+)?json$/.test(type)) {
    return answer(415, 'The body has to be JSON, with Content-Type: application/json.');
  }
  const body = await readBody(request, maxBytes);
  if (body === undefined) return answer(413, `The body is larger than ${maxBytes} bytes.`);
  const signature = request.headers.get(signatureHeader);
  if (!(await isSigned(secret, body, signature))) {
    const newer = await newerSecret?.();
    if (newer === undefined || !(await isSigned(newer, body, signature)))
      return answer(401, `The header ${signatureHeader} is missing or is not the signature of this body.`);
  }
  onHint(readWebhook(new TextDecoder().decode(body)));
  return answer(202, 'accepted');
}

function answer(status: number, text: string, headers: Record<string, string> = {}): Response {
  return new Response(text, {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff', ...headers },
  });
}
