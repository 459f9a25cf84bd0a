import { expect, test } from 'vitest';
import { call, listIds, quietSandbox, read } from '../testing/call.js';

interface Created {
  readonly Data: Record<string, unknown>;
}

async function create(body: unknown, query = '') {
  const sandbox = quietSandbox({ orders: 3 });
  const response = await call(sandbox, `/orders${query}`, 'POST', body);
  return { sandbox, response };
}

test('an order that is handed in answers 201, is listed and can be read', async () => {
  const { sandbox, response } = await create({
    OrderNumber: 'WEB-1',
    State: 3,
    ShippingCost: 4.9,
    OrderItems: [
      { Quantity: 2, TotalPrice: 20, Product: { SKU: 'GIE-5L', Title: 'Kanne' } },
      { TotalPrice: 1.1, TaxIndex: 2, Product: { SKU: 'X' } },
    ],
  });
  expect(response.status).toBe(201);
  const { Data } = (await response.json()) as Created;
  expect(Data).toMatchObject({
    OrderNumber: 'WEB-1',
    State: 3,
    TotalCost: 26,
    IsFromBillbeeApi: true,
    OrderItems: [
      { Quantity: 2, TotalPrice: 20, Product: { SKU: 'GIE-5L', Title: 'Kanne' } },
      { Quantity: 1, TotalPrice: 1.1, TaxIndex: 2 },
    ],
  });
  const id = Data['BillBeeOrderId'] as number;
  expect(await listIds(sandbox, 'orderStateId=3')).toContain(id);
  expect((await read<Created>(sandbox, `/orders/${id}`)).Data).toEqual(Data);
});

test('an empty body is a whole new order, in status 1; Billbee’s own fields are not the caller’s', async () => {
  const { response } = await create({ BillBeeOrderId: 5, WebUrl: 'https://evil.example' });
  const { Data } = (await response.json()) as Created;
  expect(Data).toMatchObject({ State: 1, WebUrl: expect.stringContaining('app.billbee.io') });
  expect(Data['BillBeeOrderId']).toBeGreaterThan(300000180937794);
  expect(Data['OrderItems']).not.toEqual([]);
});

test.each([[[]], ['text'], [{ State: 99 }], [{ OrderItems: 'one' }], [{ OrderItems: [null] }]])(
  '%j is refused',
  async (body) => {
    const { sandbox, response } = await create(body);
    expect(response.status).toBe(400);
    expect(sandbox.orders).toHaveLength(3);
  },
);

test('the shop in the query is the order’s', async () => {
  const { sandbox } = await create({});
  const shops = await read<{ Data: { Id: number; Name: string }[] }>(sandbox, '/shopaccounts');
  const [shop] = shops.Data;
  const response = await call(sandbox, `/orders?shopId=${shop?.Id}`, 'POST', {});
  expect(((await response.json()) as Created).Data).toMatchObject({ ApiAccountId: shop?.Id });
});
