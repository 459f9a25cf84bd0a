import { existsSync, writeFileSync } from 'node:fs';
import { openEmbeddedDatabase } from 'importer-core/node';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { oneJson, openWorkplace } from './support/workplace.js';

type Held = {
  held: { orderId: string; reason: string; field: string | null; message: string; heldAt: string }[];
};
type Retried = { orders: { orderId: string; outcome: string }[] };

it('lists held orders and imports one after it was corrected', async () => {
  const { run, sandbox, orders } = await openWorkplace({ orders: [] });
  const sound = String(sandbox.state.add().BillBeeOrderId);
  const broken = sandbox.state.add({ CreatedAt: null });
  const id = String(broken.BillBeeOrderId);
  const first = await run(['import', '--status', '3', '--out', 'orders.ndjson', '--json']);
  expect(first.code).toBe(2);
  const { held } = oneJson<Held>(await run(['held', '--json']));
  const entry = held.find(({ orderId }) => orderId === id);
  expect(entry).toMatchObject({ reason: 'order-date-unreadable', field: 'CreatedAt' });
  expect(Date.parse(entry?.heldAt ?? '')).toBeGreaterThan(0);
  expect((await run(['held'])).stdout).toContain(entry?.message ?? '?');
  expect(orders('orders.ndjson').map(({ source }) => source.orderId)).toEqual([sound]);

  const tooEarly = await run(['retry-held', id, '--json']);
  expect(tooEarly.code).toBe(1);
  expect(oneJson<Retried>(tooEarly).orders).toMatchObject([{ orderId: id, outcome: 'held' }]);

  broken.CreatedAt = '2026-11-01T08:00:00';
  const retried = await run(['retry-held', id, '--json']);
  expect(retried.code).toBe(0);
  expect(oneJson<Retried>(retried).orders).toEqual([{ orderId: id, outcome: 'delivered' }]);
  expect(orders('orders.ndjson').filter(({ source }) => source.orderId === id)).toHaveLength(1);
  expect(oneJson<Held>(await run(['held', '--json'])).held.map(({ orderId }) => orderId)).not.toContain(id);

  await run(['import', '--status', '3', '--out', 'orders.ndjson']);
  expect(orders('orders.ndjson').filter(({ source }) => source.orderId === id)).toHaveLength(1);
});

it('leaves out of trying all again what was cancelled or shipped meanwhile, and names it', async () => {
  const { run, sandbox, path, orders } = await openWorkplace({ orders: [] });
  const [open, cancelled, shipped] = [1, 2, 3].map(() => sandbox.state.add({ CreatedAt: null }));
  if (!open || !cancelled || !shipped) throw new Error('no orders');
  writeFileSync(path('settings.json'), JSON.stringify({ version: 1, importStatusIds: [3] }));
  const env = { BILLBEE_SETTINGS: 'settings.json' };
  expect((await run(['import', '--out', 'orders.ndjson'], env)).code).toBe(2);
  for (const order of [open, cancelled, shipped]) order.CreatedAt = '2026-11-01T08:00:00';
  cancelled.State = 8;
  shipped.State = 4;
  const all = await run(['retry-held', '--json'], env);
  expect(all.code).toBe(1);
  expect(
    oneJson<{ orders: { orderId: string; outcome: string; reason?: string }[] }>(all).orders,
  ).toMatchObject([
    { orderId: String(open.BillBeeOrderId), outcome: 'delivered' },
    { orderId: String(cancelled.BillBeeOrderId), outcome: 'held', reason: 'status-not-selected' },
    { orderId: String(shipped.BillBeeOrderId), outcome: 'held', reason: 'status-not-selected' },
  ]);
  expect(orders('orders.ndjson')).toHaveLength(1);
  // Who names one means it.
  expect((await run(['retry-held', String(shipped.BillBeeOrderId)], env)).code).toBe(0);
  expect(orders('orders.ndjson')).toHaveLength(2);
});

it('does not report a held order again that has not changed', async () => {
  const { run, sandbox } = await openWorkplace({ orders: [] });
  sandbox.state.add({ CreatedAt: null });
  expect((await run(['import', '--status', '3'])).code).toBe(2);
  const again = await run(['import', '--status', '3', '--json']);
  expect([again.code, oneJson(again)['read']]).toEqual([0, 0]);
  expect((await run(['import', '--status', '3'])).stdout).toContain('Still held from earlier runs: 1.');
});

it('says that an order is not held, and that none is', async () => {
  const { run, path } = await openWorkplace({ database: 'new', orders: [] });
  expect(oneJson(await run(['held', '--json']))).toEqual({ held: [] });
  expect((await run(['held'])).stdout).toBe('No order is held.\n');
  expect(existsSync(path('data'))).toBe(false);
  const unknown = await run(['retry-held', '4711']);
  expect(unknown.code).toBe(1);
  expect(unknown.stdout).toContain('No order 4711 is held.');
});

it('lists 130,000 held orders, and tries them again with a call for 250 of them', {
  timeout: 300_000,
}, async () => {
  const place = await openWorkplace({ orders: 5 });
  const { username } = place.sandbox.credentials;
  const store = await openEmbeddedDatabase(place.path('data'));
  await sql`
    insert into hold (account, target, hold_id, origin, reason, field, message, payload, payload_hash, held_at)
    select ${username}, 'store', (300000190000000 + n)::text, 'order', 'currency-missing', 'Currency', 'Enter it.', 'null', 'x',
      to_char(now() at time zone 'utc' - n * interval '1 minute', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
    from generate_series(1, 130000) n`.execute(store.db);
  await store.close();
  const listed = await place.run(['held']);
  expect([listed.code, listed.stdout.split('\n').length]).toEqual([0, 130_002]);
  writeFileSync(place.path('settings.json'), JSON.stringify({ version: 1, importStatusIds: [3] }));
  const retried = await place.run(['retry-held', '--json'], { BILLBEE_SETTINGS: 'settings.json' });
  expect(retried.stderr).toContain('takes at least 520 calls to Billbee (4 min 20 s)');
  expect(JSON.parse(retried.stdout).orders).toHaveLength(130_000);
  expect(place.sandbox.calls.length).toBeLessThan(5);
});
