import { expect, test } from 'vitest';
import { call, quietSandbox, read } from '../testing/call.js';

const post = async (sandbox: ReturnType<typeof quietSandbox>, path: string, body: unknown) => {
  const response = await call(sandbox, path, 'POST', body);
  return {
    status: response.status,
    body: (await response.json()) as Record<string, unknown> & { Data: object },
  };
};

test('a stock update is absolute and ignores old quantity and difference', async () => {
  const sandbox = quietSandbox();
  const update = { Sku: 'GIE-5L', NewQuantity: 7, OldQuantity: 1, DeltaQuantity: 99 };
  for (const OldStock of [100, 7]) {
    const { body } = await post(sandbox, '/products/updatestock', update);
    expect(body.Data).toMatchObject({ SKU: 'GIE-5L', OldStock, CurrentStock: 7 });
  }
});

test('stock places are kept apart', async () => {
  const sandbox = quietSandbox();
  const other = 300000000000902;
  await post(sandbox, '/products/updatestock', { Sku: 'GIE-5L', NewQuantity: 3, StockId: other });
  const { Data } = await read<{ Data: { Stocks: object[]; StockCurrent: number } }>(
    sandbox,
    '/products/GIE-5L?lookupBy=sku',
  );
  expect(Data.StockCurrent).toBe(100);
  expect(Data.Stocks).toMatchObject([{ StockCurrent: 100 }, { StockId: other, StockCurrent: 3 }]);
});

test.each([
  [{ Sku: 'none', NewQuantity: 1 }, 'Sku'],
  [{ Sku: 'GIE-5L' }, 'NewQuantity'],
  [{ Sku: 'GIE-5L', NewQuantity: 1, StockId: 5 }, 'StockId'],
])('%j is refused', async (body, named) => {
  const answer = await post(quietSandbox(), '/products/updatestock', body);
  expect(answer.status).toBe(400);
  expect(answer.body).toMatchObject({ ErrorCode: 11, ErrorMessage: expect.stringContaining(named) });
});

test('many updates are answered one by one in a bare array', async () => {
  const { status, body } = await post(quietSandbox(), '/products/updatestockmultiple', [
    { Sku: 'GIE-5L', NewQuantity: 1 },
    { Sku: 'none', NewQuantity: 1 },
  ]);
  expect(status).toBe(200);
  expect(body).toMatchObject([
    { ErrorCode: 0, Data: { CurrentStock: 1 } },
    { ErrorCode: 11, Data: null },
  ]);
});

test('open orders reserve stock, and can be subtracted', async () => {
  const sandbox = quietSandbox({ orders: [] });
  const { OrderItems } = sandbox.addOrder({ State: 3 });
  const sku = OrderItems?.[0]?.Product.SKU ?? '';
  const { Data } = await read<{ Data: { ReservedAmount: number } }>(
    sandbox,
    `/products/reservedamount?lookupBy=sku&id=${encodeURIComponent(sku)}`,
  );
  expect(Data.ReservedAmount).toBeGreaterThan(0);
  const update = { Sku: sku, NewQuantity: 50, AutosubtractReservedAmount: true };
  const { body } = await post(sandbox, '/products/updatestock', update);
  expect(body.Data).toMatchObject({ CurrentStock: 50 - Data.ReservedAmount });
});

test('an article is found by id, SKU and EAN; a set lists its parts', async () => {
  const sandbox = quietSandbox();
  for (const path of ['300000000500100', 'GIE-5L?lookupBy=sku', '4006381333931?lookupBy=ean']) {
    expect((await read<{ Data: object }>(sandbox, `/products/${path}`)).Data).toMatchObject({
      SKU: 'GIE-5L',
    });
  }
  const set = await read<{ Data: { BillOfMaterial: object[] } }>(
    sandbox,
    '/products/SET-GARTEN?lookupBy=sku',
  );
  expect(set.Data.BillOfMaterial).toMatchObject([
    { SKU: 'GIE-5L', Amount: 1, ArticleId: 300000000500100 },
    { SKU: 'SAMEN-MIX', Amount: 2 },
    { SKU: 'SEIL-M', Amount: 1.5 },
  ]);
  expect((await call(sandbox, '/products/1')).status).toBe(404);
});
