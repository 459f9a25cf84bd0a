import { writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { idsInStatus, oneJson, openWorkplace } from './support/workplace.js';

it('takes credentials from .env, and the environment before it', async () => {
  const { run, path, sandbox } = await openWorkplace({ database: 'new' });
  writeFileSync(
    path('.env'),
    `BILLBEE_URL=${sandbox.api}\nBILLBEE_USERNAME=sandbox@example.com\nBILLBEE_API_PASSWORD=sandbox-password\nBILLBEE_API_KEY=wrong-key\n`,
  );
  const bare = { cwd: path('.'), secrets: ['sandbox-password', 'sandbox-key', 'wrong-key'] };
  expect((await run(['check'], {}, { ...bare, env: {} })).code).toBe(1);
  expect((await run(['check'], {}, { ...bare, env: { BILLBEE_API_KEY: 'sandbox-key' } })).stdout).toBe(
    'success\n',
  );
});

/** Settings that move imported orders on. */
const movingOn = {
  version: 1,
  importStatusIds: [3],
  inProgressStatusId: 16,
  setInProgressAfterImport: true,
};

it('takes the statuses from the settings file and moves imported orders on, when it says so', async () => {
  const { run, path, sandbox, orders } = await openWorkplace({ orders: 60 });
  const paid = idsInStatus(sandbox, 3);
  writeFileSync(path('settings.json'), JSON.stringify(movingOn));
  const env = { BILLBEE_SETTINGS: 'settings.json' };
  const plan = await run(['import', '--dry-run'], env);
  expect(plan.stdout).toContain(`${paid.length} create`);
  expect(idsInStatus(sandbox, 3)).toEqual(paid);

  const first = await run(['import', '--out', 'orders.ndjson', '--json'], env);
  expect(first.code).toBe(0);
  expect(oneJson(first)).toMatchObject({ read: paid.length, created: paid.length });
  expect(idsInStatus(sandbox, 3)).toEqual([]);
  expect(paid.every((id) => sandbox.state.find(id)?.State === 16)).toBe(true);

  const again = await run(['import', '--status', '3,16', '--out', 'orders.ndjson', '--json'], env);
  const moved = orders('orders.ndjson').filter((order) => paid.includes(order.source.orderId));
  expect(oneJson(again)['held']).toBe(0);
  expect(moved.map((order) => order.source.orderId).sort()).toEqual(paid);
});

it('leaves alone what people do in Billbee while it moves the orders on', async () => {
  let acted = false;
  const { run, path, sandbox } = await openWorkplace({
    orders: [],
    fault: ({ method }) => {
      if (method === 'PUT' && !acted) {
        acted = true;
        Object.assign(all[4] as object, { State: 8 });
        Object.assign(all[9] as object, { State: 4 });
      }
      return undefined;
    },
  });
  const all = Array.from({ length: 12 }, () => sandbox.state.add({ State: 3 }));
  writeFileSync(path('settings.json'), JSON.stringify(movingOn));
  const env = { BILLBEE_SETTINGS: 'settings.json' };
  expect((await run(['import'], env)).code).toBe(0);
  expect(all.map(({ State }) => State)).toEqual([16, 16, 16, 16, 8, 16, 16, 16, 16, 4, 16, 16]);
  const told = (await run(['outbox'], env)).stdout;
  expect(told).toContain(`Order ${all[4]?.BillBeeOrderId} is in status 8 by now; this was not sent.`);
});

it('writes nothing to Billbee when no setting asks for it', async () => {
  const { run, sandbox } = await openWorkplace({ orders: 60 });
  await run(['import', '--status', '1,2,3']);
  expect(sandbox.calls.filter(({ method }) => method !== 'GET')).toEqual([]);
});

it('names path and key of a settings file that is wrong', async () => {
  const { run, path } = await openWorkplace({ database: 'new' });
  const file = path('settings.json');
  writeFileSync(file, '{"version":1,"importStatusIds":["paid"]}');
  const wrong = await run(['import'], { BILLBEE_SETTINGS: file });
  expect(wrong.code).toBe(1);
  expect(wrong.stderr).toContain(file);
  expect(wrong.stderr).toContain('importStatusIds');
  const missing = await run(['import', '--json'], { BILLBEE_SETTINGS: path('none.json') });
  expect(missing.stderr).toContain(path('none.json'));
  expect(oneJson(missing)).toMatchObject({ read: 0, created: 0, skipped: 0, held: 0 });
});

it('says how to choose statuses when nobody has', async () => {
  const { run } = await openWorkplace({ database: 'new' });
  const { code, stderr } = await run(['import']);
  expect(code).toBe(1);
  expect(stderr).toMatch(/--status.*importStatusIds.*billbee-importer statuses/);
});
