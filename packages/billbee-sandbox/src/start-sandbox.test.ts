import { request as httpsRequest } from 'node:https';
import { generate } from 'selfsigned';
import { expect, test } from 'vitest';
import { startSandbox } from './start-sandbox.js';
import { goodHeaders, ManualClock, quietSandbox } from './testing/call.js';

test('it answers on loopback and is gone after closing', async () => {
  const sandbox = await startSandbox({ orders: 3 });
  expect(sandbox.api).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/api\/v1$/);
  expect(sandbox.backend).toBe(sandbox.api.replace('/api/v1', '/app_v2/order'));
  expect((await fetch(`${sandbox.api}/orders`, { headers: goodHeaders() })).status).toBe(200);
  await sandbox.close();
  await expect(fetch(`${sandbox.api}/orders`, { headers: goodHeaders() })).rejects.toThrow();
});

test('a taken port is an error, not silence', async () => {
  const sandbox = await startSandbox({ orders: 1 });
  const port = Number(new URL(sandbox.api).port);
  await expect(startSandbox({ orders: 1, port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  await sandbox.close();
});

test('with a certificate it speaks https', async () => {
  const { cert, private: key } = await generate([{ name: 'commonName', value: 'localhost' }], {
    keySize: 2048,
  });
  const sandbox = await startSandbox({ orders: 1, tls: { cert, key } });
  expect(sandbox.backend).toMatch(/^https:/);
  const status = await new Promise<number | undefined>((resolve, reject) => {
    const options = { headers: { Host: 'app.billbee.io' }, rejectUnauthorized: false };
    httpsRequest(sandbox.backend, options, (response) => resolve(response.resume().statusCode))
      .on('error', reject)
      .end();
  });
  expect(status).toBe(200);
  await sandbox.close();
});

test('an added order is sound, new, and dated now', () => {
  const sandbox = quietSandbox({ orders: 3, clock: new ManualClock(Date.UTC(2026, 0, 15, 11)) });
  const order = sandbox.addOrder({ OrderNumber: 'A-1' });
  expect(order).toMatchObject({
    State: 3,
    OrderNumber: 'A-1',
    CreatedAt: '2026-01-15T12:00:00',
    LastModifiedAt: '2026-01-15T12:00:00',
  });
  expect(order.BillBeeOrderId).toBeGreaterThan(Number(sandbox.orders[2]?.BillBeeOrderId));
  expect(sandbox.orders.at(-1)).toBe(order);
});

test('an order can be changed and removed; an unknown one is an error', () => {
  const sandbox = quietSandbox({ orders: 3, clock: new ManualClock(Date.UTC(2026, 0, 15, 11)) });
  sandbox.state.update(300000180937794, { Currency: 'USD' });
  expect(sandbox.orders[0]).toMatchObject({ Currency: 'USD', LastModifiedAt: '2026-01-15T12:00:00' });
  sandbox.state.remove(300000180937794);
  expect(sandbox.orders).toHaveLength(2);
  expect(() => sandbox.setStatus(300000180937794, 4)).toThrow(RangeError);
});
