import { writeFileSync } from 'node:fs';
import { expect, it, onTestFinished } from 'vitest';
import { startXentralSandbox } from 'xentral-sandbox';
import { until } from '../support/until.js';
import { idsInStatus, oneJson, openWorkplace } from './support/workplace.js';
import { xentralSettings } from './support/xentral-settings.js';

const { mapping } = xentralSettings;

/** Billbee and Xentral side by side, with a settings file that suits both. */
async function openBoth(settings: Record<string, unknown> = {}) {
  const workplace = await openWorkplace({ orders: 60 });
  let listener = (_call: string): void => {};
  const xentral = await startXentralSandbox({
    callsPerMinute: 100_000,
    lateMs: 150,
    onCall: (call) => listener(call),
  });
  onTestFinished(() => xentral.close());
  const file = workplace.path('settings.json');
  const write = (changes: Record<string, unknown> = {}): void =>
    writeFileSync(file, JSON.stringify({ ...xentralSettings, ...settings, ...changes }));
  write();
  const env = { BILLBEE_SETTINGS: file, XENTRAL_URL: xentral.url, XENTRAL_TOKEN: xentral.token };
  const run: typeof workplace.run = (args, more = {}, rest = {}) =>
    workplace.run(args, { ...env, ...more }, rest);
  const onCall = (next: (call: string) => void): void => {
    listener = next;
  };
  return { ...workplace, run, xentral, write, onCall };
}

it('brings paid orders into Xentral and tracking, status and stock back to Billbee', async () => {
  const { run, sandbox, xentral, write } = await openBoth();
  write({ mapping: { ...mapping, payments: {} } });
  const incomplete = await run(['mapping', 'check', '--days', '4000', '--json']);
  expect(incomplete.code).toBe(2);
  const { unmapped } = oneJson<{
    unmapped: { table: string; value: string; count: number; remedy: unknown }[];
  }>(incomplete);
  // PayPal and others pass under Billbee's own name, because Xentral knows it.
  expect(unmapped).toContainEqual(
    expect.objectContaining({
      table: 'payments',
      value: 'Stripe (63)',
      remedy: { payments: { table: [{ type: 63, method: '…' }] } },
    }),
  );
  expect(unmapped.map(({ value }) => value)).not.toContain('PayPal (3)');
  write();
  expect(await run(['check'])).toMatchObject({ code: 0, stdout: 'success\n' });

  const paid = idsInStatus(sandbox, 3);
  const imported = await run(['import', '--target', 'xentral', '--json']);
  const summary = oneJson<{ created: number; held: number }>(imported);
  const inXentral = xentral.state.orders.map(({ externalOrderId }) => externalOrderId).sort();
  expect(summary.created).toBe(inXentral.length);
  expect(summary.created).toBeGreaterThan(3);
  expect(inXentral.every((id) => paid.includes(id))).toBe(true);
  expect(idsInStatus(sandbox, 16)).toEqual(expect.arrayContaining(inXentral));
  for (const { externalOrderId, total } of xentral.state.orders) {
    expect([externalOrderId, total]).toEqual([
      externalOrderId,
      sandbox.state.find(externalOrderId)?.TotalCost,
    ]);
  }

  const [shipped = '', cancelled = '', waiting = ''] = inXentral;
  xentral.ship(shipped, '00340434161094000001', { completed: false });
  xentral.ship(shipped, 'HP-77', { carrier: 'Hauspost' });
  xentral.cancel(cancelled);
  xentral.setStock('HONIG-500', 7);
  expect((await run(['feedback'])).code).toBe(0);
  const parcels = sandbox.state.find(shipped)?.ShippingIds ?? [];
  expect(parcels.map(({ ShippingId, ShippingCarrier }) => [ShippingId, ShippingCarrier])).toEqual(
    expect.arrayContaining([
      ['00340434161094000001', 2],
      ['HP-77', 16],
    ]),
  );
  expect(sandbox.state.find(shipped)?.State).toBe(4);
  expect(sandbox.state.find(cancelled)?.State).toBe(8);
  expect(sandbox.state.find(waiting)?.State).toBe(16);
  const outbox = (): Promise<{ outbox: { kind: string; state: string }[] }> =>
    run(['outbox', '--json']).then((finished) => oneJson(finished));
  const before = await outbox();
  expect(before.outbox.filter(({ kind }) => kind === 'stock').length).toBeGreaterThan(5);
  // Nothing has changed since: nothing is reported again.
  expect(oneJson(await run(['feedback', '--json']))).toMatchObject({ shipments: 0, shipped: 0, stock: 0 });
});

it('has every order in Xentral once, however often it is killed and whatever answers are lost', async () => {
  const { run, sandbox, xentral, onCall } = await openBoth({ setInProgressAfterImport: false });
  const faults = ['lost-answer', undefined, 'late', 'error-after', undefined, 'lost-request'] as const;
  const imports = 'POST /api/v1/salesOrders/actions/import';
  for (let life = 1; life <= (process.env['TEST_LONG'] ? 8 : 2); life += 1) {
    xentral.faults.clear();
    xentral.faults.plan(...faults.slice(life % faults.length), 'late', 'late', 'late');
    let calls = 0;
    let killed = false;
    const finished = await run(
      ['import', '--target', 'xentral'],
      {},
      {
        onStart(child) {
          onCall((call) => {
            if (call !== imports) return;
            calls += 1;
            if (calls < 1 + (life % 3) || killed) return;
            killed = true;
            child.kill('SIGKILL');
          });
        },
      },
    );
    expect(finished.code === null).toBe(killed);
  }
  onCall(() => {});
  xentral.faults.clear();
  const last = await run(['import', '--target', 'xentral', '--json']);
  expect([0, 2]).toContain(last.code);
  const held = oneJson<{ held: { orderId: string }[] }>(await run(['held', '--json'])).held;
  const inXentral = xentral.state.orders.map(({ externalOrderId }) => externalOrderId).sort();
  expect(inXentral.length).toBeGreaterThan(4);
  expect(inXentral).toEqual([...new Set(inXentral)]);
  const heldIds = held.map(({ orderId }) => orderId);
  expect([...inXentral, ...heldIds.filter((id) => !id.startsWith('unknown'))].sort()).toEqual(
    idsInStatus(sandbox, 3),
  );
  const mails = xentral.state.customers.map(({ email }) => email);
  expect(mails).toEqual([...new Set(mails)]);
});

it('imports and reports back by itself as a service, and says which side is wrong', async () => {
  const { run, sandbox, xentral } = await openBoth({ pollMinutes: 0.05, target: 'xentral' });
  const wrong = await run(['check'], { XENTRAL_TOKEN: 'xt-wrong-token' });
  expect(wrong).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('XENTRAL_TOKEN') });
  expect(wrong.stderr).not.toContain('xt-wrong-token');
  let stop = (): unknown => undefined;
  const service = run(
    ['serve', '--port', '0'],
    {},
    {
      onStart(child) {
        stop = () => child.kill('SIGTERM');
      },
    },
  );
  const first = await until('an order in Xentral', () => xentral.state.orders[0]?.externalOrderId, 60_000);
  xentral.ship(first, 'T-SERVED');
  await until('the status in Billbee', () => sandbox.state.find(first)?.State === 4 || undefined, 60_000);
  stop();
  expect((await service).code).toBe(0);
  expect(sandbox.state.find(first)?.ShippingIds.map(({ ShippingId }) => ShippingId)).toContain('T-SERVED');
});
