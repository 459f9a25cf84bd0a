import { existsSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { oneJson, openWorkplace } from './support/workplace.js';

interface Report {
  readonly orders: number;
  readonly unmapped: readonly {
    readonly table: string;
    readonly value: string;
    readonly count: number;
    readonly example: { readonly orderId: string };
    readonly state: string;
  }[];
  readonly remedy: { readonly mapping: Record<string, unknown> };
}

const check = ['mapping', 'check', '--days', '4000'];

it('lists what has no mapping, and is content once the printed JSON is filled in', async () => {
  const { run, sandbox, path } = await openWorkplace({ orders: 60, database: 'new' });
  const nameless = sandbox.addOrder();
  for (const line of nameless.OrderItems ?? []) {
    line.InvoiceSKU = null;
    line.Product.SKU = null;
    line.Product.EAN = null;
  }
  const file = path('settings.json');
  const env = { BILLBEE_SETTINGS: file };
  const write = (mapping: unknown): void => writeFileSync(file, JSON.stringify({ version: 1, mapping }));
  write({ tax: { requireVatId: false } });
  const first = await run([...check, '--json'], env);
  expect(first.code).toBe(2);
  const report = oneJson<Report>(first);
  expect(report.orders).toBe(sandbox.orders.length);
  expect(new Set(report.unmapped.map(({ table }) => table))).toEqual(
    new Set(['payments', 'shipping', 'shops', 'tax', 'articles', 'coupons', 'currencies']),
  );
  for (const { example } of report.unmapped) expect(sandbox.state.find(example.orderId)).toBeDefined();

  // As it was printed it is refused: only the merchant knows what … stands for.
  write(report.remedy.mapping);
  expect(await run(check, env)).toMatchObject({ code: 1, stderr: expect.stringContaining('fill it in') });

  const filled = JSON.parse(
    JSON.stringify(report.remedy.mapping)
      .replaceAll('"as":"…"', '"as":"domestic"')
      .replaceAll('"…"', '"ERP"'),
  ) as { tax?: object };
  write({ ...filled, tax: { ...filled.tax, requireVatId: false } });
  const second = oneJson<Report>(await run([...check, '--json'], env));
  // Only what no table can put right is left: a VAT mode that contradicts the country.
  expect(
    second.unmapped.map(({ value }) => value).filter((value) => !value.startsWith('intra-community')),
  ).toEqual([]);
  expect(existsSync(path('data'))).toBe(false);
});

it('says so when everything is mapped, and fails when it cannot look', async () => {
  const { run, path } = await openWorkplace({ orders: [], database: 'new' });
  expect(await run(['mapping', 'check'])).toMatchObject({
    code: 0,
    stdout: '0 orders of the last 30 days: 0 values mapped, 0 without a mapping.\n',
  });
  expect((await run(['mapping', 'check', '--days', 'many'])).stderr).toContain('--days "many"');
  writeFileSync(path('s.json'), JSON.stringify({ version: 1, mapping: { payment: {} } }));
  const misspelt = await run(['import', '--status', '3'], { BILLBEE_SETTINGS: path('s.json') });
  expect(misspelt).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('"mapping.payment" is not known'),
  });
});

it('looks at what waits for the import, however long ago it was touched', async () => {
  const { run, sandbox, path } = await openWorkplace({ orders: 0, database: 'new' });
  const old = sandbox.addOrder({ State: 16, PaymentMethod: 22, LastModifiedAt: '2019-01-01T00:00:00' });
  sandbox.addOrder({ State: 7, PaymentMethod: 31, LastModifiedAt: '2019-01-01T00:00:00' });
  const recent = sandbox.addOrder({ State: 16, PaymentMethod: 44 });
  const file = path('settings.json');
  const settings = { version: 1, importStatusIds: [16], mapping: { payments: { unmapped: 'hold' } } };
  writeFileSync(file, JSON.stringify(settings));
  const { orders, unmapped } = oneJson<Report>(
    await run(['mapping', 'check', '--days', '2', '--json'], { BILLBEE_SETTINGS: file }),
  );
  expect(orders).toBe(2);
  const payments = unmapped.filter(({ table }) => table === 'payments');
  expect(payments.map(({ count, example }) => [count, example.orderId]).sort()).toEqual(
    [old, recent].map(({ BillBeeOrderId }) => [1, String(BillBeeOrderId)]),
  );
  expect((await run(['mapping', 'check'], { BILLBEE_SETTINGS: file })).stdout).toContain('status 16');
});
