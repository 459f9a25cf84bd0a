import { expect, test } from 'vitest';
import { createSandbox } from './sandbox.js';
import { ManualClock } from './testing/call.js';

function headersOf({
  username,
  apiPassword,
  apiKey,
}: {
  username: string;
  apiPassword: string;
  apiKey: string;
}) {
  const basic = Buffer.from(`${username}:${apiPassword}`).toString('base64');
  return { 'X-Billbee-Api-Key': apiKey, Authorization: `Basic ${basic}` };
}

test('each account has orders, state and counters of its own', async () => {
  const sandbox = createSandbox({ orders: 20, accounts: 3, rateLimit: false });
  const [first, second] = sandbox.accounts;
  if (!first || !second) throw new Error('no accounts');
  expect(second.credentials.username).toBe('sandbox-2@example.com');
  second.state.setStatus('300000180937794', 16);
  const ask = async (account: typeof first): Promise<number> => {
    const response = await sandbox.fetch('http://sandbox/api/v1/orders/300000180937794', {
      headers: headersOf(account.credentials),
    });
    return ((await response.json()) as { Data: { State: number } }).Data.State;
  };
  expect([await ask(first), await ask(second), await ask(second)]).toEqual([3, 16, 16]);
  expect([first.counters.calls, second.counters.calls, sandbox.counters.calls]).toEqual([1, 2, 3]);
  expect(second.state.orders[5]?.BillBeeOrderId).not.toBe(first.state.orders[5]?.BillBeeOrderId);
});

test('an unknown user, and one with the password of nobody, are refused', async () => {
  const sandbox = createSandbox({ orders: 1, accounts: 2 });
  for (const wrong of [{ username: 'sandbox-3@example.com' }, { apiPassword: 'wrong' }]) {
    const headers = headersOf({ ...sandbox.credentials, ...wrong });
    expect((await sandbox.fetch('http://sandbox/api/v1/orders', { headers })).status).toBe(401);
  }
});

test('all accounts share the 50 calls a second of the developer key, and each has its own 2 per endpoint', async () => {
  const sandbox = createSandbox({ orders: 1, accounts: 30, clock: new ManualClock() });
  const statuses: number[] = [];
  for (let round = 0; round < 2; round += 1) {
    for (const { credentials } of sandbox.accounts) {
      const response = await sandbox.fetch('http://sandbox/api/v1/orders', {
        headers: headersOf(credentials),
      });
      statuses.push(response.status);
    }
  }
  expect(statuses.slice(0, 50).every((status) => status === 200)).toBe(true);
  expect(statuses.slice(50).every((status) => status === 429)).toBe(true);
});
