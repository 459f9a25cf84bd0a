import { expect, test } from 'vitest';
import { ROW_ORDERS } from '../options.js';
import { call, listIds, quietSandbox, read } from '../testing/call.js';

interface Listed {
  Data: Record<string, unknown>[];
  Paging: { Page: number; TotalPages: number; TotalRows: number; PageSize: number };
}

const small = () => quietSandbox({ orders: 30 });

test('pages tile the whole list, 50 rows each unless asked otherwise', async () => {
  const sandbox = quietSandbox({ orders: 120 });
  const first = await read<Listed>(sandbox, '/orders');
  expect(first.Paging).toEqual({ Page: 1, TotalPages: 3, TotalRows: 120, PageSize: 50 });
  const pages = await Promise.all([1, 2, 3, 4].map((page) => listIds(sandbox, `page=${page}`)));
  expect(pages.map((rows) => rows.length)).toEqual([50, 50, 20, 0]);
  expect(pages.flat()).toEqual(sandbox.orders.map((order) => order.BillBeeOrderId));
});

test('a page holds at most 250 rows', async () => {
  const answer = await read<Listed>(quietSandbox({ orders: 300 }), '/orders?pageSize=1000');
  expect(answer.Paging.PageSize).toBe(250);
  expect(answer.Data).toHaveLength(250);
});

test.each([
  'orderStateId[0]=3&orderStateId[1]=16',
  'orderStateId=3&orderStateId=16',
  'orderStateId[]=3&orderStateId[]=16',
  'OrderStateID%5B0%5D=3&orderstateid%5B1%5D=16',
])('statuses are read as %s', async (query) => {
  const sandbox = small();
  const expected = sandbox.orders.filter((order) => [3, 16].includes(order.State));
  expect(await listIds(sandbox, query)).toEqual(expected.map((order) => order.BillBeeOrderId));
});

test('modifiedAtMin is exclusive, modifiedAtMax inclusive, so windows tile', async () => {
  const sandbox = quietSandbox({ orders: [] });
  const at = ['2025-03-01T10:00:00', '2025-03-01T10:00:00.5', '2025-03-01T10:00:01'];
  const ids = at.map((LastModifiedAt) => sandbox.addOrder({ LastModifiedAt }).BillBeeOrderId);
  expect(await listIds(sandbox, `modifiedAtMin=${at[0]}&modifiedAtMax=${at[1]}`)).toEqual([ids[1]]);
  expect(await listIds(sandbox, `modifiedAtMin=${at[1]}`)).toEqual([ids[2]]);
  expect(await listIds(sandbox, `modifiedAtMax=${at[0]}`)).toEqual([ids[0]]);
});

test('a date with an offset is converted to the zone of the account', async () => {
  const sandbox = quietSandbox({ orders: [], zone: 'Europe/Berlin' });
  const { BillBeeOrderId } = sandbox.addOrder({ LastModifiedAt: '2025-07-01T12:00:00' });
  expect(await listIds(sandbox, 'modifiedAtMin=2025-07-01T09:59:59Z')).toEqual([BillBeeOrderId]);
  expect(await listIds(sandbox, 'modifiedAtMin=2025-07-01T10:00:00Z')).toEqual([]);
  expect(
    await listIds(sandbox, `modifiedAtMin=${encodeURIComponent('2025-07-01T11:59:59+02:00')}`),
  ).toHaveLength(1);
});

test('order dates, the smallest id and shops narrow the list, bounds included', async () => {
  const sandbox = quietSandbox({ orders: [] });
  const one = sandbox.addOrder({ CreatedAt: '2025-01-01T00:00:00', ApiAccountId: 71001, Seller: null });
  const two = sandbox.addOrder({ CreatedAt: '2025-02-01T00:00:00', ApiAccountId: 71002, Seller: null });
  const ids = { one: one.BillBeeOrderId, two: two.BillBeeOrderId };
  expect(await listIds(sandbox, 'minOrderDate=2025-02-01')).toEqual([ids.two]);
  expect(await listIds(sandbox, 'maxOrderDate=2025-01-01')).toEqual([ids.one]);
  expect(await listIds(sandbox, `minimumBillBeeOrderId=${ids.two}`)).toEqual([ids.two]);
  expect(await listIds(sandbox, 'shopId[0]=71001')).toEqual([ids.one]);
});

test('tags match in any case and can exclude', async () => {
  const sandbox = quietSandbox({ orders: [] });
  const tagged = sandbox.addOrder({ Tags: ['Eilig'] }).BillBeeOrderId;
  const plain = sandbox.addOrder({ Tags: [] }).BillBeeOrderId;
  expect(await listIds(sandbox, 'tag=eilig')).toEqual([tagged]);
  expect(await listIds(sandbox, 'tag[0]=eilig&excludeTags=True')).toEqual([plain]);
});

test.each(['page=0', 'page=x', 'pageSize=0', 'orderStateId=3,16', 'modifiedAtMin=gestern'])(
  '%s is refused with the parameter named',
  async (query) => {
    const response = await call(small(), `/orders?${query}`);
    expect(response.status).toBe(400);
    expect(((await response.json()) as { ErrorMessage: string }).ErrorMessage).toContain(query.split('=')[0]);
  },
);

test.each(ROW_ORDERS)('row order %s lists every order', async (rowOrder) => {
  const sandbox = quietSandbox({ orders: 60, rowOrder });
  const ids = (await listIds(sandbox, 'pageSize=250')).map(String);
  expect([...ids].sort()).toEqual(sandbox.orders.map((order) => String(order.BillBeeOrderId)).sort());
});

test('a shuffled list stays as it is, an unstable one does not', async () => {
  const shuffled = quietSandbox({ orders: 60, rowOrder: 'shuffled' });
  expect(await listIds(shuffled, 'pageSize=60')).toEqual(await listIds(shuffled, 'pageSize=60'));
  expect(await listIds(shuffled, 'pageSize=60')).not.toEqual(shuffled.orders.map((o) => o.BillBeeOrderId));
  const unstable = quietSandbox({ orders: 60, rowOrder: 'unstable' });
  expect(await listIds(unstable, 'pageSize=60')).not.toEqual(await listIds(unstable, 'pageSize=60'));
});

test('an order is found by its external number, slashes and capitals included', async () => {
  const sandbox = small();
  const { BillBeeOrderId } = sandbox.addOrder({ OrderNumber: '#A/b 1' });
  const found = await read<{ Data: { BillBeeOrderId: number } }>(
    sandbox,
    `/orders/findbyextref/${encodeURIComponent('#A/b 1')}`,
  );
  expect(found.Data.BillBeeOrderId).toBe(BillBeeOrderId);
  expect((await call(sandbox, `/orders/findbyextref/${encodeURIComponent('#a/b 1')}`)).status).toBe(404);
});

test('an unknown id is a 404 without error code', async () => {
  const response = await call(small(), '/orders/4711');
  expect(response.status).toBe(404);
  expect(await response.json()).not.toHaveProperty('ErrorCode');
});

test('ids above 2^53 leave exactly', async () => {
  const text = await (await call(quietSandbox(), '/orders?pageSize=250')).text();
  expect(text).toContain('"Id":9007199254740993,');
});
