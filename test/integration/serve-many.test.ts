import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openFleet } from '../simulation/fleet/open-fleet.js';
import { freePort } from '../support/free-port.js';
import { until } from '../support/until.js';

it('takes webhooks of many accounts, lets workers do what they ask for, and shows how all is', async () => {
  const [servePort, workPort] = [await freePort(), await freePort()];
  const publicUrl = `http://127.0.0.1:${servePort}/hooks`;
  const fleet = await openFleet({
    accounts: 3,
    orders: 5,
    rateLimit: false,
    env: { BILLBEE_POLL_MINUTES: '60', BILLBEE_PUBLIC_URL: publicUrl },
  });
  onTestFinished(() => fleet.close());
  const service = fleet.start({}, ['serve', '--port', String(servePort)]);
  await until('the service', () => service.noise.some((line) => line.includes('Listening on')), 60_000);
  const worker = fleet.start({}, ['work', '--port', String(workPort)]);
  const files = (): string[][] =>
    fleet.sandbox.accounts.map(({ credentials }) => {
      const file = join(fleet.outDir, `${credentials.username}.ndjson`);
      return existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n') : [];
    });
  await until('the first polls', () => files().every((lines) => lines.length === 5), 60_000);
  const isRegistered = ({ endpoint, status }: { endpoint: string; status: number }): boolean =>
    endpoint === 'POST /webhooks' && status >= 200 && status < 300;
  await until('the registrations', () => fleet.sandbox.calls.filter(isRegistered).length === 3);

  const order = fleet.sandbox.accounts[1]?.state.add();
  await until('the hinted order', () => files()[1]?.length === 6);
  expect(files().map((lines) => lines.length)).toEqual([5, 6, 5]);
  expect(files()[1]?.at(-1)).toContain(String(order?.BillBeeOrderId));
  // Read by its id: no poll was due.
  expect(fleet.sandbox.calls.some(({ path }) => path === `/orders/${order?.BillBeeOrderId}`)).toBe(true);

  const get = (port: number, path: string): Promise<Response> => fetch(`http://127.0.0.1:${port}${path}`);
  for (const port of [servePort, workPort]) {
    expect((await get(port, '/healthz')).status).toBe(200);
    expect(await (await get(port, '/readyz')).json()).toEqual({ ready: true, cause: null });
  }
  const served = await (await get(servePort, '/metrics')).text();
  expect(served).toContain('billbee_importer_webhooks_total 1');
  expect(served).toContain('billbee_importer_accounts{state="enabled"} 3');
  const worked = await (await get(workPort, '/metrics')).text();
  expect(worked).toContain('billbee_importer_orders_total{outcome="created"} 16');
  expect(worked).toContain('billbee_importer_runs_total{outcome="complete"} 3');
  expect((await get(servePort, '/accounts/000000000000000000000000/webhooks/billbee?echo=x')).status).toBe(
    404,
  );
  expect(await Promise.all([service.stop(), worker.stop()])).toEqual([0, 0]);
  const logged = JSON.stringify([service.lines, worker.lines]);
  for (const secret of ['sandbox-password', 'sandbox-key', 'Erika']) expect(logged).not.toContain(secret);
});
