import { existsSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { idsInStatus, oneJson, openWorkplace } from './support/workplace.js';

type Outbox = {
  outbox: {
    id: string;
    kind: string;
    orderId: string | null;
    subject: string;
    value: string;
    state: string;
    attempts: number;
  }[];
};
const tracking = '00340434161094000001';

it('reports status, shipment and stock', async () => {
  const { run, sandbox } = await openWorkplace({ orders: 60 });
  const [id = ''] = idsInStatus(sandbox, 3);
  const parcels = (): number =>
    sandbox.state.find(id)?.ShippingIds.filter(({ ShippingId }) => ShippingId === tracking).length ?? 0;
  expect(await run(['report', 'status', id, '4'])).toMatchObject({ code: 0, stderr: '' });
  expect(sandbox.state.find(id)?.State).toBe(4);
  expect((await run(['report', 'shipment', id, tracking, '--carrier', '1'])).code).toBe(0);
  expect((await run(['report', 'shipment', id, tracking])).code).toBe(0);
  expect(parcels()).toBe(1);
  const sku = sandbox.orders.flatMap((order) => order.OrderItems ?? []).find((item) => item.Product?.SKU);
  expect((await run(['report', 'stock', sku?.Product.SKU ?? '', '7'])).code).toBe(0);
  const { outbox } = oneJson<Outbox>(await run(['outbox', '--json']));
  expect(outbox.map(({ kind, orderId, state }) => [kind, orderId, state])).toEqual([
    ['status', id, 'sent'],
    ['shipment', id, 'sent'],
    ['stock', null, 'sent'],
  ]);
  expect(outbox.map(({ subject, value }) => [subject, value])).toEqual([
    [id, expect.stringMatching(/^\d+$/)],
    [id, expect.stringMatching(/./)],
    [sku?.Product.SKU, '7'],
  ]);
  expect((await run(['outbox'])).stdout).toMatch(new RegExp(`shipment +${id} +\\S+ +sent`));
});

it('keeps what Billbee cannot take now, and sends it with the next import', async () => {
  const { run, sandbox } = await openWorkplace({ orders: 60, fault: 'error' });
  const [id = ''] = idsInStatus(sandbox, 3);
  const failed = await run(['report', 'status', id, '16']);
  expect(failed.code).toBe(1);
  expect(failed.stderr).toContain('safe in the outbox');
  expect(oneJson<Outbox>(await run(['outbox', '--json'])).outbox).toMatchObject([
    { kind: 'status', orderId: id, state: 'waiting', attempts: 1 },
  ]);
  sandbox.setFault(undefined);
  await delay(2000);
  expect((await run(['import', '--status', '3', '--json'])).code).toBe(0);
  expect(sandbox.state.find(id)?.State).toBe(16);
  expect(oneJson<Outbox>(await run(['outbox', '--json'])).outbox).toMatchObject([{ state: 'sent' }]);
});

it('is safe in the outbox even when the credentials are wrong', async () => {
  const { run, sandbox } = await openWorkplace({ orders: 60 });
  const [id = ''] = idsInStatus(sandbox, 3);
  const failed = await run(['report', 'status', id, '16'], { BILLBEE_API_KEY: '' });
  expect(failed.code).toBe(1);
  expect(failed.stderr).toContain('BILLBEE_API_KEY not set');
  expect((await run(['report', 'status', idsInStatus(sandbox, 3)[1] ?? '', '16'])).code).toBe(0);
  expect(sandbox.state.find(id)?.State).toBe(16);
});

it('shows what Billbee refuses as dead', async () => {
  const { run } = await openWorkplace({ orders: [] });
  const refused = await run(['report', 'status', '4711', '16']);
  expect(refused.code).toBe(1);
  expect(refused.stderr).toContain('4711');
  expect(oneJson<Outbox>(await run(['outbox', '--json'])).outbox).toMatchObject([
    { kind: 'status', orderId: '4711', state: 'dead' },
  ]);
});

it('puts nothing unreadable into the outbox', async () => {
  const { run, path } = await openWorkplace({ database: 'new' });
  const wrong = await run(['report', 'status', 'R-1001', '16']);
  expect(wrong.code).toBe(1);
  expect(wrong.stderr).toContain('ORDER "R-1001"');
  expect(existsSync(path('data'))).toBe(false);
  expect(oneJson(await run(['outbox', '--json']))).toEqual({ outbox: [] });
  expect((await run(['outbox'])).stdout).toBe('The outbox is empty.\n');
});
