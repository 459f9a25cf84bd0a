import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { echoToken, isSigned, newWebhookSecret, orderFilters, readWebhook } from './webhook-adapter.js';

const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const sign = (secret: string, body: string): string =>
  `sha256=${createHmac('sha256', secret).update(body, 'utf8').digest('hex')}`;

describe('signature', () => {
  it('is what another implementation makes of the same bytes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ minLength: 1, unit: 'grapheme' }),
        fc.string({ unit: 'grapheme' }),
        async (secret, body) => {
          const signature = createHmac('sha256', Buffer.from(bytes(secret)))
            .update(bytes(body))
            .digest('hex');
          expect(await isSigned(secret, bytes(body), `sha256=${signature}`)).toBe(true);
          expect(await isSigned(secret, bytes(body), ` SHA256=${signature.toUpperCase()} `)).toBe(true);
          expect(await isSigned(secret, bytes(`${body} `), `sha256=${signature}`)).toBe(false);
          expect(await isSigned(`${secret}x`, bytes(body), `sha256=${signature}`)).toBe(false);
        },
      ),
      { numRuns: 50 },
    );
  });

  it.each([
    null,
    '',
    'sha256=',
    'sha256=zz',
    sign('k', 'b').slice(0, -1),
    `${sign('k', 'b')}00`,
    sign('k', 'b').slice(7),
  ])('is refused when it is %j', async (header) => {
    expect(await isSigned('k', bytes('b'), header)).toBe(false);
  });

  it('has a key of the greatest length, another one each time', () => {
    const secrets = Array.from({ length: 20 }, newWebhookSecret);
    for (const secret of secrets) expect(secret).toMatch(/^[0-9a-f]{64}$/);
    expect(new Set(secrets).size).toBe(20);
  });
});

describe('content', () => {
  it.each<[string, unknown, string[], string[]]>([
    [
      'as inferred',
      { Notifications: [{ Action: 'order.created', BillBeeOrderId: 300000180937794 }] },
      ['order.created'],
      ['300000180937794'],
    ],
    [
      'several, one twice',
      { Notifications: [{ BillBeeOrderId: 1 }, { BillBeeOrderId: '2' }, { BillbeeOrderId: 1 }] },
      [],
      ['1', '2'],
    ],
    [
      'nested',
      { Data: { Order: { billbeeOrderId: '300000180937794', Id: 'SHOP-1' } } },
      [],
      ['300000180937794'],
    ],
    [
      'a less certain name',
      { Notifications: [{ Action: 'order.updated', OrderId: 4711 }] },
      ['order.updated'],
      ['4711'],
    ],
    ['the certain name before the other', { OrderId: 12, BillBeeOrderId: 34 }, [], ['34']],
    ['ids that cannot be one', { OrderId: 'A-1', BillBeeOrderId: null, Id: 5 }, [], []],
    ['none', { Notifications: [{ Action: 'order.created' }] }, ['order.created'], []],
    ['no object', 'hello', [], []],
  ])('%s', (_, body, actions, orderIds) => {
    expect(readWebhook(JSON.stringify(body))).toEqual({ actions, orderIds });
  });

  it('keeps ids that no double can hold', () => {
    expect(readWebhook('{"BillBeeOrderId":90071992547409931}').orderIds).toEqual(['90071992547409931']);
  });

  it('is empty for anything else, and never fails', () => {
    expect(readWebhook('{"BillBeeOrderId":1')).toEqual({ actions: [], orderIds: [] });
    expect(readWebhook(`${'[{"a":'.repeat(5000)}1${'}]'.repeat(5000)}`).orderIds).toEqual([]);
    fc.assert(fc.property(fc.json(), (text) => Array.isArray(readWebhook(text).orderIds)));
  });
});

it('gives back the echo only as a harmless token', () => {
  const echo = (query: string): string | undefined => echoToken(new URL(`http://localhost/hook?${query}`));
  expect(echo('echo=0a1b2c')).toBe('0a1b2c');
  for (const query of ['', 'echo=', `echo=${'a'.repeat(201)}`, 'echo=%3Cscript%3E', 'echo=a%0d%0ab']) {
    expect(echo(query)).toBeUndefined();
  }
});

it('takes the events about orders', () => {
  expect(orderFilters(['order.created', 'Auftrag.geändert', 'product.updated', '*'])).toEqual([
    'order.created',
    'Auftrag.geändert',
  ]);
});
