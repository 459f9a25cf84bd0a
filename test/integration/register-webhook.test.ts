import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createSandbox } from 'billbee-sandbox';
import { createWebhookApi, receiveWebhook, registerWebhook, type Store, webhookSecret } from 'importer-core';
import { openEmbeddedDatabase, systemClock } from 'importer-core/node';
import { webhookAddress } from 'importer-core/service';
import { afterAll, beforeAll, expect, it } from 'vitest';

let store: Store;
let receiver: ReturnType<typeof createServer>;
let base: string;
let accounts = 0;

beforeAll(async () => {
  store = await openEmbeddedDatabase('memory://');
  receiver = createServer(async (request, response) => {
    const answer = await receiveWebhook(new Request(`http://localhost${request.url}`), {
      secret: '',
      onHint: () => {},
    });
    response.writeHead(answer.status).end(await answer.text());
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`;
});
afterAll(async () => {
  receiver.close();
  await store.close();
});

function world() {
  accounts += 1;
  const sandbox = createSandbox({ orders: 0, rateLimit: false });
  const account = `hooks-${accounts}`;
  const connection = { ...sandbox.credentials, baseUrl: 'http://127.0.0.1/api/v1' };
  const api = createWebhookApi({
    connection,
    fetch: (url, init) => sandbox.fetch(url, init),
    clock: systemClock,
    maxAttempts: 1,
  });
  const register = (publicUrl: string | undefined, by = account) =>
    registerWebhook({ store, account: by, api, clock: systemClock, publicUrl });
  return { sandbox, account, api, register };
}

it('makes one registration, keeps it, moves it, and removes it', async () => {
  const { sandbox, account, api, register } = world();
  const foreign = await api.create({
    uri: `${base}/foreign`,
    secret: 's'.repeat(32),
    filters: ['order.created'],
  });
  expect(await register(base)).toBe('created');
  expect(await register(`${base}/`)).toBe('kept');
  expect((await api.list()).map(({ uri, filters }) => [uri, filters])).toEqual([
    [`${base}/foreign`, ['order.created']],
    [`${base}/webhooks/billbee`, ['order.created']],
  ]);
  const secret = await webhookSecret(store, account, systemClock);
  expect(await webhookSecret(store, account, systemClock)).toBe(secret);
  expect(await register(`${base}/moved`)).toBe('updated');
  expect((await api.list()).map(({ uri }) => uri)).toEqual([
    `${base}/foreign`,
    `${base}/moved/webhooks/billbee`,
  ]);
  expect(await register(undefined)).toBe('removed');
  expect(await register(undefined)).toBe('none');
  expect((await api.list()).map(({ id }) => id)).toEqual([foreign.id]);
  expect(sandbox.calls.filter(({ method, path }) => method === 'DELETE' && path === '/webhooks')).toEqual([]);
});

it('makes a new one when somebody has removed it, and takes over what a lost store has left', async () => {
  const { api, register, account } = world();
  await register(base);
  for (const { id } of await api.list()) await api.remove(id);
  expect(await register(base)).toBe('created');
  expect(await register(base, `${account}-with-a-new-store`)).toBe('updated');
  expect(await api.list()).toHaveLength(1);
});

it('says which setting is wrong when Billbee cannot reach the address', async () => {
  const { api, register } = world();
  await expect(register('http://127.0.0.1:9')).rejects.toMatchObject({
    code: 'webhook-refused',
    settings: ['webhookUrl'],
  });
  expect(await api.list()).toEqual([]);
});

it.each(['', '.', '../orders', 'a/b', '*'])('never calls for the id %j, which might mean all', async (id) => {
  const { api, sandbox } = world();
  await expect(api.remove(id)).rejects.toMatchObject({ code: 'webhook-id' });
  expect(sandbox.counters.calls).toBe(0);
});

it.each([
  'http://erp.example.com',
  'ftp://erp.example.com',
  'https://a:b@erp.example.com',
  'https://erp.example.com?x=1',
  'erp',
])('refuses the public address %j', (address) => {
  expect(() => webhookAddress(address)).toThrow(expect.objectContaining({ code: 'webhook-url' }));
});
