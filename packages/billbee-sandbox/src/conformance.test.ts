import { describe, expect, test } from 'vitest';
import { endpointOf } from './api/gate.js';
import { DEVIATIONS } from './deviations.js';
import { differences } from './testing/billbee-description.js';
import { call, quietSandbox } from './testing/call.js';

const HOOK = { WebHookUri: 'http://127.0.0.1:9/hook?noecho', Secret: 's'.repeat(32) };

/** Calls every operation of the sandbox and collects in what the answers differ from Billbee's description. */
async function everyDifference(): Promise<Set<string>> {
  const sandbox = quietSandbox({ orders: 400 });
  const found = new Set<string>();
  const compare = async (method: string, path: string, body?: unknown): Promise<string> => {
    const response = await call(sandbox, path, method, body);
    const text = await response.text();
    const operation = endpointOf(method, path.split('?')[0] ?? path);
    for (const difference of differences(operation, response.status, text)) found.add(difference);
    return text;
  };
  const order = '/orders/300000180937794';
  for (const page of [1, 2]) await compare('GET', `/orders?pageSize=250&page=${page}`);
  await compare('GET', order);
  await compare('GET', '/orders/1');
  await compare('GET', `/orders/findbyextref/${sandbox.orders[1]?.OrderNumber}`);
  await compare('POST', '/orders', {});
  await compare('POST', '/orders', { OrderItems: [{ Quantity: 2, TotalPrice: 10, Product: { SKU: 'a' } }] });
  await compare('GET', '/orders/PatchableFields');
  await compare('PUT', `${order}/orderstate`, { NewStateId: 4 });
  await compare('PUT', '/orders/1/orderstate', { NewStateId: 4 });
  await compare('POST', `${order}/tags`, { Tags: ['a'] });
  await compare('PUT', `${order}/tags`, { Tags: ['b'] });
  await compare('POST', `${order}/shipment`, { ShippingId: '00340434161094000001' });
  await compare('PATCH', order, { SellerComment: 'x' });
  await compare('GET', '/events');
  for (const name of ['orderstates', 'paymenttypes', 'shippingcarriers', 'shipmenttypes']) {
    await compare('GET', `/enums/${name}`);
  }
  await compare('GET', '/shipment/shippingproviders');
  await compare('GET', '/shipment/shippingcarriers');
  await compare('GET', '/shopaccounts');
  await compare('GET', '/products');
  await compare('GET', '/products/300000000500100');
  await compare('GET', '/products/stocks');
  await compare('GET', '/products/reservedamount?id=GIE-5L&lookupBy=sku');
  await compare('POST', '/products/updatestock', { Sku: 'GIE-5L', NewQuantity: 5 });
  await compare('POST', '/products/updatestockmultiple', [{ Sku: 'GIE-5L', NewQuantity: 5 }]);
  await compare('GET', '/apiusage');
  await compare('GET', '/apiusage/detail');
  const { Id } = JSON.parse(await compare('POST', '/webhooks', HOOK)) as { Id: string };
  await compare('GET', '/webhooks');
  await compare('GET', '/webhooks/filters');
  await compare('GET', `/webhooks/${Id}`);
  await compare('PUT', `/webhooks/${Id}`, HOOK);
  await compare('DELETE', `/webhooks/${Id}`);
  await compare('DELETE', '/webhooks');
  return found;
}

describe("answers held against Billbee's published description", async () => {
  const found = await everyDifference();
  const listed = DEVIATIONS.flatMap((deviation) => deviation.differences);

  test('nothing differs that is not listed and explained', () => {
    expect([...found].filter((difference) => !listed.includes(difference))).toEqual([]);
  });

  test('nothing is listed that no longer differs', () => {
    expect(listed.filter((difference) => !found.has(difference))).toEqual([]);
  });

  test('no difference is listed twice', () => {
    expect(new Set(listed).size).toBe(listed.length);
  });

  test('the comparison notices a wrong type, a field too many and a value outside a list', () => {
    const body = JSON.stringify({ ErrorCode: 99, Data: { BillBeeOrderId: 'x', Extra: 1 } });
    expect(differences('GET /orders/{id}', 200, body).sort()).toEqual([
      'Envelope.ErrorCode: value outside the list',
      'Order.BillBeeOrderId: string instead of integer',
      'Order.Extra: undocumented',
    ]);
  });
});
