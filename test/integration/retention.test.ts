import { writeFileSync } from 'node:fs';
import { openEmbeddedDatabase } from 'importer-core/node';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { filesWith } from './support/files-with.js';
import { oneJson, openWorkplace, type Workplace } from './support/workplace.js';

/** Three sound orders and a broken one of each buyer. */
function addOrders({ sandbox }: Workplace, ...emails: string[]): void {
  for (const email of emails) {
    const { InvoiceAddress } = sandbox.addOrder();
    const address = { ...(InvoiceAddress as object), Email: email, LastName: `Name of ${email}` };
    const parts = { InvoiceAddress: address, ShippingAddress: address, Buyer: { Email: email } };
    for (let count = 0; count < 3; count += 1) sandbox.addOrder(parts as never);
    sandbox.addOrder({ ...parts, TotalCost: 1 } as never);
  }
}
const buyer = 'Quertz+1@Example.com';
const other = 'other@example.com';

it('erases one buyer, and delivers nothing again', async () => {
  const place = await openWorkplace({ orders: 0 });
  addOrders(place, buyer, other);
  await place.run(['import', '--status', '3']);
  expect(filesWith(place, 'Quertz')).not.toEqual([]);
  const done = await place.run(['forget-buyer', ' quertz+1@example.COM', '--json']);
  expect([done.code, oneJson(done)]).toEqual([0, { held: 1, delivered: 3, taken: 0, waiting: 0 }]);
  expect(filesWith(place, 'Quertz')).toEqual([]);
  expect(filesWith(place, other)).not.toEqual([]);
  const again = await place.run(['import', '--status', '3', '--json']);
  expect(oneJson(again)).toMatchObject({ created: 0 });
  expect(oneJson(await place.run(['forget-buyer', buyer, '--json']))).toMatchObject({
    held: 0,
    delivered: 0,
  });
  const { held } = oneJson<{ held: { orderId: string }[] }>(await place.run(['held', '--json']));
  expect(held).toHaveLength(2);
  expect((await place.run(['forget-buyer', 'nobody'])).stderr).toContain('buyer@example.com');
});

it('forgets what is older than its retention, and says which days are none', async () => {
  const place = await openWorkplace({ orders: 0 });
  addOrders(place, buyer);
  const settings = (retention: unknown): void =>
    writeFileSync(
      place.path('settings.json'),
      JSON.stringify({ version: 1, importStatusIds: [3], retention }),
    );
  const env = { BILLBEE_SETTINGS: 'settings.json' };
  settings({ heldDays: 30, deliveredDays: 30 });
  await place.run(['import'], env);
  await place.run(['import'], env);
  expect((await place.run(['orders'])).stdout).toContain('EUR');
  const store = await openEmbeddedDatabase(place.path('data'));
  for (const [table, column] of [
    ['hold', 'held_at'],
    ['delivery', 'updated_at'],
  ] as const) {
    await sql`update ${sql.table(table)} set ${sql.ref(column)} = '2026-01-01T00:00:00Z'`.execute(store.db);
  }
  await store.close();
  expect(oneJson(await place.run(['import', '--json'], env))).toMatchObject({ created: 0, held: 0 });
  expect((await place.run(['orders'])).stdout).toBe('No orders.\n');
  const after = await openEmbeddedDatabase(place.path('data'));
  const { rows } = await sql<{ payload: string }>`select distinct payload from hold`.execute(after.db);
  await after.close();
  expect(rows).toEqual([{ payload: '"forgotten"' }]);

  for (const wrong of [{ heldDays: 0 }, { days: 30 }, 30, { takenDays: '30' }]) {
    settings(wrong);
    const refused = await place.run(['import'], env);
    expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining('days from 1 to 3660')]);
  }
});
