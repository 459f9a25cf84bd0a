import { expect, it } from 'vitest';
import { freePort } from '../support/free-port.js';
import { until } from '../support/until.js';
import { filesWith } from './support/files-with.js';
import { startServe } from './support/serve.js';
import { openWorkplace } from './support/workplace.js';

it('removes what is kept of the merchant of the environment from every file of the store', async () => {
  const workplace = await openWorkplace({ orders: 0 });
  const { sandbox, run } = workplace;
  const address = {
    ...(sandbox.addOrder().InvoiceAddress as object),
    LastName: 'Zyxwvutski',
    Street: 'Qwertzgasse',
  };
  for (let count = 0; count < 30; count += 1) {
    sandbox.addOrder({ InvoiceAddress: address, ShippingAddress: address } as never);
    sandbox.addOrder({ InvoiceAddress: address, ShippingAddress: address, TotalCost: 1 } as never);
  }
  const { username } = sandbox.credentials;
  await run(['import', '--status', '3']);
  await run(['report', 'shipment', '4711', 'JD1']);
  const personal = ['Zyxwvutski', 'Qwertzgasse', username];
  expect(filesWith(workplace, ...personal)).not.toEqual([]);

  expect(await run(['accounts', 'remove', username, '--data'])).toMatchObject({ code: 0 });
  expect(filesWith(workplace, ...personal)).toEqual([]);
  expect((await run(['orders'])).stdout).toBe('No orders.\n');
  expect(await run(['accounts', 'remove', username, '--data'])).toMatchObject({ code: 1 });
  // The store is as good as new.
  expect((await run(['import', '--status', '3', '--json'])).code).toBe(2);
});

it('waits beside a service for the work under way, takes the webhook back, and keeps the service from the merchant', async () => {
  const workplace = await openWorkplace({ orders: 0, rateLimit: true });
  const { sandbox, run } = workplace;
  for (let count = 0; count < 3000; count += 1) sandbox.addOrder();
  const { username, apiPassword, apiKey } = sandbox.credentials;
  const port = await freePort();
  const service = await startServe(workplace, [
    ...['--port', String(port)],
    ...['--public-url', `http://127.0.0.1:${port}`],
  ]);
  const hooks = async (): Promise<unknown[]> =>
    (
      await fetch(`${sandbox.api}/webhooks`, {
        headers: {
          'X-Billbee-Api-Key': apiKey,
          Authorization: `Basic ${btoa(`${username}:${apiPassword}`)}`,
        },
      })
    ).json();
  // Not asked by its API, whose limits the service needs.
  await until('the webhook', () =>
    sandbox.calls.some(({ method, path }) => method === 'POST' && path === '/webhooks'),
  );
  await until('a page of orders', () =>
    sandbox.calls.some(({ path, query }) => path === '/orders' && query.includes('page=2')),
  );
  const removed = await run(['accounts', 'remove', username, '--data']);
  expect([removed.code, removed.stderr]).toEqual([0, expect.stringContaining('still in the environment')]);
  expect(removed.stderr).toContain('Work for sandbox@example.com is under way');
  expect(await hooks()).toEqual([]);
  expect(filesWith(workplace, username)).toEqual([]);
  const calls = sandbox.counters.calls;
  sandbox.addOrder();
  await new Promise((resolve) => setTimeout(resolve, 3000));
  expect(sandbox.counters.calls).toBe(calls);
  expect(filesWith(workplace, username)).toEqual([]);
  expect((await service.end()).code).toBe(0);
});
