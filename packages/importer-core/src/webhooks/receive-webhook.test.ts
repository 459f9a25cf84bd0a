import { createHmac } from 'node:crypto';
import { expect, it } from 'vitest';
import { receiveWebhook } from './receive-webhook.js';

const secret = 'k'.repeat(64);
const address = 'http://127.0.0.1/webhooks/billbee';

function post(body: string | ReadableStream, headers: Record<string, string> = {}): Request {
  const signature = typeof body === 'string' ? createHmac('sha256', secret).update(body).digest('hex') : '';
  return new Request(address, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', 'ms-signature': `sha256=${signature}`, ...headers },
    ...({ duplex: 'half' } as object),
  });
}

async function receive(request: Request) {
  const heard: (readonly string[])[] = [];
  const response = await receiveWebhook(request, {
    secret,
    maxBytes: 1000,
    onHint: ({ orderIds }) => heard.push(orderIds),
  });
  const text = await response.text();
  expect(response.headers.get('content-type')).toContain('text/plain');
  expect(text).not.toContain(secret);
  return { status: response.status, text, heard };
}

it('answers the echo as plain text', async () => {
  expect(await receive(new Request(`${address}?echo=abc123`))).toMatchObject({ status: 200, text: 'abc123' });
  expect(await receive(new Request(address))).toMatchObject({ status: 400, heard: [] });
});

it('takes a signed delivery for a hint, whatever it holds, and as often as it comes', async () => {
  const body = '{"Notifications":[{"Action":"order.created","BillBeeOrderId":4711}]}';
  expect(await receive(post(body))).toMatchObject({ status: 202, heard: [['4711']] });
  expect(await receive(post(body))).toMatchObject({ status: 202, heard: [['4711']] });
  expect(await receive(post('no JSON at all'))).toMatchObject({ status: 202, heard: [[]] });
  const charset = { 'content-type': 'application/json; charset=utf-8' };
  expect(await receive(post('{"Händler":"ß"}', charset))).toMatchObject({ status: 202 });
});

const endless = (): ReadableStream =>
  new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(300)) });

it.each<[number, string, () => Request]>([
  [401, 'a wrong signature', () => post('{}', { 'ms-signature': `sha256=${'0'.repeat(64)}` })],
  [401, 'no signature', () => post('{}', { 'ms-signature': '' })],
  [413, 'a body that is too large', () => post('x'.repeat(1001))],
  [413, 'a body without end', () => post(endless())],
  [415, 'a form', () => post('a=b', { 'content-type': 'application/x-www-form-urlencoded' })],
  [405, 'another method', () => new Request(address, { method: 'DELETE' })],
])('refuses with %i %s', async (status, _, request) => {
  const answer = await receive(request());
  expect(answer).toMatchObject({ status, heard: [] });
  expect(answer.text).not.toBe('');
});
