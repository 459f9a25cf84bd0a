import { afterAll, expect, test } from 'vitest';
import type { SandboxCall } from '../options.js';
import { type Sandbox, startSandbox } from '../start-sandbox.js';
import { goodHeaders, quietSandbox } from '../testing/call.js';
import {
  FAULT_NAMES,
  type Fault,
  type FaultName,
  htmlPage,
  serverError,
  throttled,
  unauthorized,
} from './faults.js';

const running: Sandbox[] = [];
afterAll(() => Promise.all(running.map((sandbox) => sandbox.close())));

async function withFault(fault: FaultName | ((call: SandboxCall) => Fault | undefined)): Promise<Sandbox> {
  const sandbox = await startSandbox({ orders: 30, rateLimit: false, fault });
  running.push(sandbox);
  return sandbox;
}

const get = (sandbox: Sandbox, path = '/orders', headers = goodHeaders()): Promise<Response> =>
  fetch(`${sandbox.api}${path}`, { headers });
const put = (sandbox: Sandbox): Promise<Response> =>
  fetch(`${sandbox.api}/orders/300000180937794/orderstate`, {
    method: 'PUT',
    headers: { ...goodHeaders(), 'Content-Type': 'application/json' },
    body: '{"NewStateId":4}',
  });

test.each([
  ['api-off', 200, '"ErrorCode":1'],
  ['not-booked', 200, '"ErrorCode":17'],
  ['no-rights', 403, 'right'],
  ['unauthorized', 401, 'denied'],
  ['throttled', 429, ''],
  ['throttled-silently', 429, ''],
  ['error', 500, 'error'],
  ['down', 503, '<html'],
  ['html', 200, '<html'],
] as const)('%s answers %i', async (name, status, text) => {
  const response = await get(await withFault(name));
  expect(response.status).toBe(status);
  expect(await response.text()).toContain(text);
  expect(response.headers.get('Retry-After')).toBe(name === 'throttled' ? '2' : null);
});

test('wrong credentials are told before a switched-off API', async () => {
  const response = await get(await withFault('api-off'), '/orders', {});
  expect(response.status).toBe(401);
});

test('a truncated answer arrives completely and is no JSON', async () => {
  const response = await get(await withFault('truncated'));
  expect(response.status).toBe(200);
  const text = await response.text();
  expect(text.startsWith('{"Paging"')).toBe(true);
  expect(() => JSON.parse(text)).toThrow(SyntaxError);
});

test('a reset breaks the connection in mid-body', async () => {
  const response = await get(await withFault('reset'));
  expect(response.status).toBe(200);
  await expect(response.text()).rejects.toThrow();
});

test('a reset write has taken effect all the same', async () => {
  const sandbox = await withFault('reset');
  await expect(put(sandbox).then((response) => response.text())).rejects.toThrow();
  expect(sandbox.orders[0]?.State).toBe(4);
});

test('an error answer hinders the write, unless it is to be carried out', async () => {
  const refused = await withFault(() => serverError(500));
  expect((await put(refused)).status).toBe(500);
  expect(refused.orders[0]?.State).toBe(3);
  const done = await withFault(() => serverError(502, true));
  expect((await put(done)).status).toBe(502);
  expect(done.orders[0]?.State).toBe(4);
});

test('a list repeats its first rows', async () => {
  const response = await get(await withFault('duplicate-rows'), '/orders?pageSize=10');
  const { Data } = (await response.json()) as { Data: { BillBeeOrderId: number }[] };
  expect(Data).toHaveLength(13);
  expect(Data.slice(10)).toEqual(Data.slice(0, 3));
});

test('a stalled call ends when the sandbox closes', async () => {
  const sandbox = await startSandbox({ orders: 3, fault: 'stall' });
  const answer = get(sandbox).then(
    (response) => response.status,
    () => 'broken off',
  );
  while (sandbox.calls.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  await sandbox.close();
  expect([200, 'broken off']).toContain(await answer);
});

test('a short stall only delays', async () => {
  const sandbox = quietSandbox({ orders: 3, fault: () => ({ kind: 'stall', milliseconds: 5 }) });
  const response = await sandbox.fetch('http://sandbox.test/api/v1/orders', { headers: goodHeaders() });
  expect(response.status).toBe(200);
});

test('a hook sees the call, decides for each, and may race against the caller', async () => {
  const seen: string[] = [];
  const sandbox = await withFault((call) => {
    seen.push(`${call.number} ${call.endpoint} ${call.query}`);
    if (call.number === 1) return throttled('Wed, 21 Oct 2026 07:28:00 GMT');
    if (call.number === 2) return htmlPage();
    if (call.number === 3) return unauthorized();
    sandbox.setStatus(300000180937794, 8);
    return undefined;
  });
  const statuses: number[] = [];
  for (let turn = 0; turn < 4; turn++)
    statuses.push((await get(sandbox, `/orders?page=1&pageSize=${turn + 1}`)).status);
  expect(statuses).toEqual([429, 200, 401, 200]);
  expect(seen[3]).toBe('4 GET /orders page=1&pageSize=4');
  expect(sandbox.orders[0]?.State).toBe(8);
});

test('a fault can begin and end while the sandbox runs', async () => {
  const sandbox = quietSandbox({ orders: 3 });
  const status = async (): Promise<number> =>
    (await sandbox.fetch('http://sandbox.test/api/v1/orders', { headers: goodHeaders() })).status;
  sandbox.setFault('down');
  expect(await status()).toBe(503);
  sandbox.setFault(undefined);
  expect(await status()).toBe(200);
});

test('every named fault can be switched on', () => {
  expect(FAULT_NAMES).toHaveLength(13);
  for (const fault of FAULT_NAMES) quietSandbox({ orders: 0, fault });
});
