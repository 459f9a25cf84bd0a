import { expect, test } from 'vitest';
import { call, listIds, ManualClock, quietSandbox, read } from '../testing/call.js';

const PATH = '/orders/300000180937794';

function atNoon() {
  const clock = new ManualClock(Date.UTC(2026, 0, 15, 11));
  return { clock, sandbox: quietSandbox({ orders: 3, clock }) };
}

test('a status change answers nothing, and moves dates, history and modification time', async () => {
  const { sandbox } = atNoon();
  const response = await call(sandbox, `${PATH}/orderstate`, 'PUT', { NewStateId: 4 });
  expect(response.status).toBe(200);
  expect(await response.text()).toBe('');
  const { Data } = await read<{ Data: Record<string, unknown> }>(sandbox, PATH);
  expect(Data).toMatchObject({
    State: 4,
    ShippedAt: '2026-01-15T12:00:00',
    LastModifiedAt: '2026-01-15T12:00:00',
  });
  expect((Data['History'] as { TypeId: number }[]).slice(-2).map((entry) => entry.TypeId)).toEqual([15, 12]);
  expect(await listIds(sandbox, 'orderStateId=4')).toContain(300000180937794);
});

test.each([
  [2, 'ConfirmedAt'],
  [4, 'ShippedAt'],
  [9, 'ArchivedAt'],
])('status %i fills %s once and keeps it later', (status, field) => {
  const { sandbox, clock } = atNoon();
  sandbox.state.update(300000180937794, { [field]: null });
  sandbox.setStatus(300000180937794, status);
  clock.move(3_600_000);
  sandbox.setStatus(300000180937794, status);
  expect(sandbox.orders[0]).toMatchObject({
    [field]: '2026-01-15T12:00:00',
    LastModifiedAt: '2026-01-15T13:00:00',
  });
});

test('paying books the total', () => {
  const { sandbox } = atNoon();
  sandbox.state.update(300000180937794, { PayedAt: null, PaidAmount: 0, State: 1 });
  sandbox.setStatus('300000180937794', 3);
  expect(sandbox.orders[0]).toMatchObject({ PayedAt: '2026-01-15T12:00:00', PaidAmount: 3612.84 });
});

test.each([0, 18, 3.5, '4', null])('status %s is refused and changes nothing', async (NewStateId) => {
  const { sandbox } = atNoon();
  const response = await call(sandbox, `${PATH}/orderstate`, 'PUT', { NewStateId });
  expect(response.status).toBe(400);
  expect(sandbox.orders[0]?.State).toBe(3);
});

test('an unknown order is a 404 for every write', async () => {
  const { sandbox } = atNoon();
  expect((await call(sandbox, '/orders/1/orderstate', 'PUT', { NewStateId: 4 })).status).toBe(404);
  expect((await call(sandbox, '/orders/1/tags', 'POST', { Tags: ['a'] })).status).toBe(404);
  expect((await call(sandbox, '/orders/1/shipment', 'POST', { ShippingId: 'a' })).status).toBe(404);
});

test('tags are added once in any case, or replaced', async () => {
  const { sandbox } = atNoon();
  await call(sandbox, `${PATH}/tags`, 'POST', { Tags: ['Eilig', 'Geschenk'] });
  await call(sandbox, `${PATH}/tags`, 'POST', { Tags: ['EILIG', 'neu'] });
  expect(sandbox.orders[0]?.Tags).toEqual(['Eilig', 'Geschenk', 'neu']);
  await call(sandbox, `${PATH}/tags`, 'PUT', { Tags: ['nur das'] });
  expect(sandbox.orders[0]?.Tags).toEqual(['nur das']);
  expect((await call(sandbox, `${PATH}/tags`, 'POST', { Tags: 'x' })).status).toBe(400);
});

test('a shipment is added every time and leaves the status alone', async () => {
  const { sandbox } = atNoon();
  const parcel = { ShippingId: '00340434161094000001', CarrierId: 2 };
  for (let time = 0; time < 2; time++) {
    const response = await call(sandbox, `${PATH}/shipment`, 'POST', parcel);
    expect([response.status, await response.text()]).toEqual([200, '']);
  }
  const shipments = sandbox.orders[0]?.ShippingIds ?? [];
  expect(shipments.map((entry) => entry.ShippingId)).toEqual([parcel.ShippingId, parcel.ShippingId]);
  expect(new Set(shipments.map((entry) => entry.BillbeeId)).size).toBe(2);
  expect(shipments[0]?.ShippingCarrier).toBe(2);
  expect(sandbox.orders[0]?.State).toBe(3);
  expect((await call(sandbox, `${PATH}/shipment`, 'POST', {})).status).toBe(400);
});

test('PATCH changes listed fields and refuses others by name', async () => {
  const { sandbox } = atNoon();
  const changed = await call(sandbox, PATH, 'PATCH', { SellerComment: 'geprüft' });
  expect(((await changed.json()) as { Data: object }).Data).toMatchObject({ SellerComment: 'geprüft' });
  const refused = await call(sandbox, PATH, 'PATCH', { State: 4 });
  expect(refused.status).toBe(400);
  expect(await refused.text()).toContain('State');
  const fields = await read<{ Data: string[] }>(sandbox, '/orders/PatchableFields');
  expect(fields.Data).toContain('SellerComment');
});

test('a body that is no JSON is refused', async () => {
  const { sandbox } = atNoon();
  expect((await call(sandbox, `${PATH}/orderstate`, 'PUT', 4)).status).toBe(400);
});
