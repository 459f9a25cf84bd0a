import { expect, test } from 'vitest';
import { quietSandbox, read } from '../testing/call.js';

const sandbox = quietSandbox({ orders: 1 });

test('enums are bare arrays with names in identifier style', async () => {
  const states = await read<{ Id: number; Name: string }[]>(sandbox, '/enums/orderstates');
  expect(states.map(({ Id }) => Id)).toEqual(Array.from({ length: 17 }, (_, index) => index + 1));
  expect(states[2]).toEqual({ Id: 3, Name: 'Zahlung_erhalten' });
  const payments = await read<{ Id: number; Name: string }[]>(sandbox, '/enums/paymenttypes');
  expect(payments).toContainEqual({ Id: 138, Name: 'Lena' });
  expect(payments.some(({ Id }) => Id === 145)).toBe(false);
  expect(await read<object[]>(sandbox, '/enums/shipmenttypes')).toHaveLength(2);
  expect(await read<object[]>(sandbox, '/enums/shippingcarriers')).toContainEqual({ Id: 2, Name: 'dhl' });
});

test('shipping providers have keys in lower case', async () => {
  const [first] = await read<{ id: number; products: { displayName: string }[] }[]>(
    sandbox,
    '/shipment/shippingproviders',
  );
  expect(first?.id).toBeGreaterThan(2 ** 31);
  expect(first?.products[0]?.displayName).toBe('Paket Inland');
});

test('shops come in pages', async () => {
  const shops = await read<{ Data: { Name: string }[]; Paging: object }>(
    sandbox,
    '/shopaccounts?page=2&pageSize=2',
  );
  expect(shops.Data.map(({ Name }) => Name)).toEqual(['Kiste & Krempel']);
  expect(shops.Paging).toEqual({ Page: 2, TotalPages: 2, TotalRows: 3, PageSize: 2 });
});
