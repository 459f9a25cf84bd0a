import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { call, quietSandbox, read } from '../testing/call.js';

const Secret = 'a secret of more than 32 characters';
const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

interface Delivery {
  readonly signature: string | undefined;
  readonly body: string;
}

/** A receiver that answers the echo and keeps what it gets; refuses the first `failures` deliveries. */
async function receiver(failures = 0): Promise<{ url: string; echoes: string[]; next(): Promise<Delivery> }> {
  const echoes: string[] = [];
  const waiting: ((delivery: Delivery) => void)[] = [];
  const arrived: Delivery[] = [];
  let left = failures;
  const server = createServer((request, response) => {
    const echo = new URL(request.url ?? '/', 'http://localhost').searchParams.get('echo');
    if (request.method === 'GET') {
      echoes.push(echo ?? '');
      response.end(echo ?? '');
      return;
    }
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const delivery = {
        signature: request.headers['ms-signature']?.toString(),
        body: Buffer.concat(chunks).toString(),
      };
      response.statusCode = left-- > 0 ? 500 : 200;
      response.end();
      const taker = waiting.shift();
      if (taker) taker(delivery);
      else arrived.push(delivery);
    });
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  const next = (): Promise<Delivery> =>
    new Promise((resolve) => {
      const delivery = arrived.shift();
      if (delivery) resolve(delivery);
      else waiting.push(resolve);
    });
  return { url, echoes, next };
}

test('a registration is proved by an echo, a new order is delivered signed', async () => {
  const sandbox = quietSandbox({ orders: 0 });
  const target = await receiver();
  const registered = await call(sandbox, '/webhooks', 'POST', { WebHookUri: target.url, Secret });
  expect(registered.status).toBe(200);
  expect(target.echoes).toHaveLength(1);
  const order = sandbox.addOrder();
  const { signature, body } = await target.next();
  expect(signature).toBe(`sha256=${createHmac('sha256', Secret).update(body).digest('hex')}`);
  expect(JSON.parse(body)).toMatchObject({
    Attempt: 1,
    Notifications: [{ Action: 'order.created', BillBeeOrderId: order.BillBeeOrderId }],
  });
  await sandbox.close();
});

test('a refused delivery is tried again with the same id', async () => {
  const sandbox = quietSandbox({ orders: 0 });
  const target = await receiver(1);
  await call(sandbox, '/webhooks', 'POST', { WebHookUri: `${target.url}?noecho`, Secret });
  expect(target.echoes).toEqual([]);
  sandbox.addOrder();
  const [first, second] = [JSON.parse((await target.next()).body), JSON.parse((await target.next()).body)];
  expect([first.Attempt, second.Attempt]).toEqual([1, 2]);
  expect(second.Id).toBe(first.Id);
  await sandbox.close();
});

test('a paused registration gets nothing, a deleted one is gone', async () => {
  const sandbox = quietSandbox({ orders: 0 });
  const [silent, loud] = [await receiver(), await receiver()];
  await call(sandbox, '/webhooks', 'POST', { WebHookUri: silent.url, Secret, IsPaused: true });
  await call(sandbox, '/webhooks', 'POST', { WebHookUri: loud.url, Secret });
  const heard = silent.next().then(() => 'silent');
  sandbox.addOrder();
  expect(await Promise.race([heard, loud.next().then(() => 'loud')])).toBe('loud');
  const [first] = await read<{ Id: string }[]>(sandbox, '/webhooks');
  expect((await call(sandbox, `/webhooks/${first?.Id}`, 'DELETE')).status).toBe(200);
  expect(await read<unknown[]>(sandbox, '/webhooks')).toHaveLength(1);
  await call(sandbox, '/webhooks', 'DELETE');
  expect(await read<unknown[]>(sandbox, '/webhooks')).toEqual([]);
  await sandbox.close();
});

test.each([
  [{ WebHookUri: 'http://127.0.0.1:9/?noecho', Secret: 'short' }, 'Secret'],
  [{ WebHookUri: 'http://example.com/?noecho', Secret }, 'loopback'],
  [{ WebHookUri: 'http://127.0.0.1:9/', Secret }, 'reached'],
  [{ Secret }, 'WebHookUri'],
  [{ WebHookUri: 'http://127.0.0.1:9/?noecho', Secret, Filters: ['order.invented'] }, 'order.invented'],
])('%j is refused', async (body, named) => {
  const response = await call(quietSandbox({ orders: 0 }), '/webhooks', 'POST', body);
  expect(response.status).toBe(400);
  expect(await response.text()).toContain(named);
});
