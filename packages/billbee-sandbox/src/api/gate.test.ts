import { expect, test } from 'vitest';
import { createSandbox } from '../sandbox.js';
import { call, goodHeaders, ManualClock, quietSandbox } from '../testing/call.js';
import { endpointOf } from './gate.js';

const basic = (user: string, password: string): string =>
  `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;

async function attempt(headers: Record<string, string>): Promise<[number, string]> {
  const response = await quietSandbox({ orders: 1 }).fetch('http://sandbox.test/api/v1/orders', { headers });
  return [response.status, await response.text()];
}

test('each wrong credential has an answer of its own', async () => {
  const good = goodHeaders();
  const answers = [
    await attempt({}),
    await attempt({ ...good, 'X-Billbee-Api-Key': 'other' }),
    await attempt({ 'X-Billbee-Api-Key': 'sandbox-key' }),
    await attempt({ ...good, Authorization: basic('sandbox@example.com', 'wrong') }),
  ];
  expect(answers.map(([status]) => status)).toEqual([401, 401, 401, 401]);
  expect(new Set(answers.map(([, text]) => text)).size).toBe(4);
  expect(answers.every(([, text]) => 'Message' in JSON.parse(text))).toBe(true);
});

test('the user is the same in any case, and a password may hold a colon', async () => {
  const headers = { ...goodHeaders(), Authorization: basic('SandBox@Example.com', 'sandbox-password') };
  expect((await attempt(headers))[0]).toBe(200);
  const credentials = { username: 'u', apiPassword: 'a:b', apiKey: 'k' };
  const sandbox = quietSandbox({ orders: 1, credentials });
  const response = await sandbox.fetch('http://sandbox.test/api/v1/orders', {
    headers: { 'X-Billbee-Api-Key': 'k', Authorization: basic('u', 'a:b') },
  });
  expect(response.status).toBe(200);
});

test('a third call to an endpoint within a second gets 429 and whole seconds to wait', async () => {
  const clock = new ManualClock();
  const sandbox = createSandbox({ orders: 3, clock });
  const statuses: number[] = [];
  for (let turn = 0; turn < 3; turn++) statuses.push((await call(sandbox, '/orders')).status);
  expect(statuses).toEqual([200, 200, 429]);
  const refused = await call(sandbox, '/orders?page=2');
  expect(refused.headers.get('Retry-After')).toBe('1');
  expect((await call(sandbox, '/shopaccounts')).status).toBe(200);
  clock.move(1000);
  expect((await call(sandbox, '/orders')).status).toBe(200);
  expect(sandbox.counters).toMatchObject({ calls: 6, throttled: 2, byStatus: { 200: 4, 429: 2 } });
});

test('ten calls a second are all a user has, over every endpoint', async () => {
  const sandbox = createSandbox({ orders: 3, clock: new ManualClock() });
  const paths = ['orderstates', 'paymenttypes', 'shippingcarriers', 'shipmenttypes'].map(
    (name) => `/enums/${name}`,
  );
  const all = [...paths, '/shopaccounts', '/products'];
  const statuses: number[] = [];
  for (const path of [...all, ...all]) statuses.push((await call(sandbox, path)).status);
  expect(statuses.filter((status) => status === 200)).toHaveLength(10);
});

test('one order can be read six times a minute', async () => {
  const clock = new ManualClock();
  const sandbox = createSandbox({ orders: 3, clock });
  const statuses: number[] = [];
  for (let turn = 0; turn < 7; turn++) {
    statuses.push((await call(sandbox, '/orders/300000180937794')).status);
    clock.move(1000);
  }
  expect(statuses).toEqual([200, 200, 200, 200, 200, 200, 429]);
  const refused = await call(sandbox, '/orders/300000180937794');
  expect(refused.headers.get('Retry-After')).toBe('53');
});

test('switched off, nothing is limited', async () => {
  const sandbox = quietSandbox({ orders: 1 });
  for (let turn = 0; turn < 60; turn++) expect((await call(sandbox, '/orders')).status).toBe(200);
});

test('the log names what was called and holds no secret', async () => {
  const sandbox = quietSandbox({ orders: 3 });
  await call(sandbox, '/orders/300000180937794/orderstate', 'PUT', { NewStateId: 4 });
  await call(sandbox, '/webhooks', 'POST', {
    WebHookUri: 'http://127.0.0.1:9/?noecho',
    Secret: 'geheim'.repeat(6),
  });
  expect(sandbox.calls[0]).toMatchObject({
    method: 'PUT',
    endpoint: 'PUT /orders/{id}/orderstate',
    status: 200,
    body: '{"NewStateId":4}',
  });
  const text = JSON.stringify(sandbox.calls);
  for (const secret of ['sandbox-password', 'sandbox-key', 'geheim', 'Basic'])
    expect(text).not.toContain(secret);
});

test('addresses are found in any case, unknown ones are a 404', async () => {
  const sandbox = quietSandbox({ orders: 1 });
  expect((await call(sandbox, '/Enums/OrderStates')).status).toBe(200);
  expect((await call(sandbox, '/nowhere')).status).toBe(404);
});

test.each([
  ['GET', '/orders', 'GET /orders'],
  ['GET', '/orders/300000180937794', 'GET /orders/{id}'],
  ['PUT', '/Orders/1/OrderState', 'PUT /orders/{id}/orderstate'],
  ['GET', '/orders/findbyextref/A-1', 'GET /orders/findbyextref/{extRef}'],
  ['GET', '/webhooks/filters', 'GET /webhooks/filters'],
  ['DELETE', '/webhooks/0a1b', 'DELETE /webhooks/{id}'],
])('%s %s counts as %s', (method, path, endpoint) => {
  expect(endpointOf(method, path)).toBe(endpoint);
});
