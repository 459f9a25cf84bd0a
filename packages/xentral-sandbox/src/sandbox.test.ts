import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startXentralSandbox, type XentralSandbox } from './start-sandbox.js';

let sandbox: XentralSandbox;
beforeEach(async () => {
  sandbox = await startXentralSandbox();
});
afterEach(() => sandbox.close());

const call = (path: string, body?: unknown, token = 'sandbox-token') =>
  fetch(`${sandbox.url}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });

/** The example of Xentral's description, with ids of the sandbox. */
const order = (changes: Record<string, unknown> = {}) => ({
  date: '2023-12-01',
  externalOrderNumber: '120013',
  externalOrderId: '453894034',
  customer: { id: '300' },
  project: { id: '4' },
  salesChannel: { id: '3' },
  language: { iso2: 'de' },
  financials: {
    paymentMethod: { id: '1' },
    currency: 'EUR',
    billingAddress: { type: 'mrs', name: 'Jane Doe', country: 'DE', phoneNumber: '030 1234' },
    tax: { taxation: 'domestic', taxDisplay: 'gross' },
  },
  delivery: {
    autoShipping: true,
    shippingMethod: { id: '1' },
    shippingCosts: [{ shippingCostProduct: { id: '1012' }, quantity: 1 }],
  },
  positions: [
    {
      product: { id: '1001' },
      quantity: 2,
      price: { amount: '10.00', currency: 'EUR' },
      tax: { taxText: '19% MwSt.', vatCategory: 'normal' },
    },
  ],
  ...changes,
});
const send = async (body: unknown) => {
  if (sandbox.state.customers.length === 0) sandbox.state.addCustomer({ name: 'Jane Doe', email: '' });
  return call('/api/v1/salesOrders/actions/import', body);
};

describe('xentral-sandbox', () => {
  it('takes an order, with the id in Location only', async () => {
    const answer = await send(order());
    expect([answer.status, await answer.text()]).toEqual([201, '']);
    expect(answer.headers.get('location')).toBe(`${sandbox.url}/api/v1/salesOrders/5000`);
    expect(sandbox.state.orders[0]).toMatchObject({ total: 20, netSales: 16.81, status: 'released' });
  });

  it.each([
    [{ customer: undefined }, 'customer'],
    [{ externalOrderID: '1' }, 'externalOrderID'],
    [{ customer: { id: 300 } }, 'customer'],
    [{ date: '01.12.2023' }, 'date'],
    [{ positions: [{ product: { number: 'A' }, quantity: 1 }] }, 'positions'],
    [
      { positions: [{ product: { id: '1001' }, quantity: 1, price: { amount: 10, currency: 'EUR' } }] },
      'positions',
    ],
    [
      { positions: [{ product: { id: '1001' }, quantity: 1, tax: { vatCategory: 'normal', rate: 19 } }] },
      'positions',
    ],
  ])('refuses %j as the description would', async (changes, field) => {
    const answer = await send(order(changes));
    expect(answer.status).toBe(400);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    const { violations } = (await answer.json()) as { violations: Record<string, unknown> };
    expect(Object.keys(violations)).toContain(field);
    expect(sandbox.state.orders).toEqual([]);
  });

  it('refuses what it does not have', async () => {
    const answer = await send(order({ project: { id: '99' } }));
    expect(await answer.json()).toMatchObject({ messages: ['project: the resource 99 does not exist.'] });
  });

  it('answers 401 with HTML, and lists with filters only by known keys', async () => {
    const refused = await call('/api/v1/projects', undefined, 'wrong');
    expect([refused.status, refused.headers.get('content-type')]).toEqual([
      401,
      expect.stringContaining('html'),
    ]);
    const query =
      'filter[0][key]=number&filter[0][op]=in&filter[0][value][0]=VERSAND&page[number]=1&page[size]=50';
    const found = (await (await call(`/api/v1/products?${query}`)).json()) as { data: { number: string }[] };
    expect(found.data.map(({ number }) => number)).toEqual(['VERSAND']);
    expect((await call(`/api/v1/products?${query.replace('=number', '=sku')}`)).status).toBe(400);
    expect((await call('/api/v1/products?page[number]=1&page[size]=500')).status).toBe(400);
  });

  it('keeps the limit of calls per minute, and tells it in every answer', async () => {
    await sandbox.close();
    sandbox = await startXentralSandbox({ callsPerMinute: 10 });
    const answers = [];
    for (let index = 0; index < 11; index += 1) answers.push(await call('/api/v1/projects'));
    expect(answers[0]?.headers.get('x-ratelimit-remaining')).toBe('9');
    expect(answers.map(({ status }) => status)).toEqual([...Array(10).fill(200), 429]);
    expect(Number(answers[10]?.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});
