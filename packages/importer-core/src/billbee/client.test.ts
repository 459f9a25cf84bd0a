import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../node/system-clock.js';
import type { Clock } from '../ports.js';
import type { BillbeeCall } from './call-billbee.js';
import { type BillbeeClientOptions, createBillbeeClient } from './client.js';

interface Received {
  readonly call: string;
  readonly url: URL;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}
type Step = (response: ServerResponse, received: Received) => void;

const credentials = { username: 'shop@example.com', apiPassword: 'Geheim-Wort-123', apiKey: '0123-abcd-key' };
let received: Received[];
let steps: Step[];
let server: ReturnType<typeof createServer>;
let baseUrl: string;

beforeEach(async () => {
  received = [];
  steps = [];
  server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request.setEncoding('utf8')) body += chunk;
    const url = new URL(request.url ?? '', 'http://127.0.0.1');
    const one = { call: `${request.method} ${url.pathname}`, url, headers: request.headers, body };
    received.push(one);
    // The last step answers everything that follows.
    const step = steps.length > 1 ? steps.shift() : steps[0];
    step?.(response, one);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1`;
});

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

function answer(status: number, body: unknown, headers: Record<string, string> = {}): Step {
  return (response) => {
    response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8', ...headers });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  };
}

function page(orders: unknown, paging: object | undefined = { Page: 1, TotalPages: 1, TotalRows: 1 }): Step {
  return answer(200, { Paging: paging, ErrorCode: 0, ErrorDescription: 'NoError', Data: orders });
}

const brokenBody: Step = (response) => {
  response.writeHead(200, { 'Content-Length': '1000' });
  response.write('{"ErrorCode":0,"Data":[{"BillBee');
  setTimeout(() => response.destroy(), 5);
};

const order = { BillBeeOrderId: 300000180937794, OrderNumber: 'A-1' };
const list = { page: 1, pageSize: 250, statusIds: [3] };

/** Time passes only by sleeping. */
class VirtualClock implements Clock {
  #time = 0;
  now = (): number => this.#time;
  async sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    const until = this.#time + milliseconds;
    await new Promise((resolve) => setImmediate(resolve));
    this.#time = Math.max(this.#time, until);
  }
}

function client(options: Partial<BillbeeClientOptions> = {}) {
  const connection = { ...credentials, baseUrl };
  return createBillbeeClient({ connection, fetch, clock: systemClock, random: () => 0.01, ...options });
}

describe('reading', () => {
  it('sends what Billbee asks for', async () => {
    steps = [page([order])];
    await client().readOrderPage({
      ...list,
      page: 2,
      pageSize: 999,
      modifiedAfter: '2026-11-24T01:02:03+01:00',
    });
    const [{ url, headers } = received[0] as Received] = received;
    expect(url.pathname).toBe('/api/v1/orders');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      page: '2',
      pageSize: '250',
      'orderStateId[0]': '3',
      modifiedAtMin: '2026-11-24T01:02:03+01:00',
    });
    expect(headers['x-billbee-api-key']).toBe(credentials.apiKey);
    expect(headers.authorization).toBe(`Basic ${btoa(`${credentials.username}:${credentials.apiPassword}`)}`);
    expect(headers.accept).toBe('application/json');
    expect(headers['user-agent']).toBe('billbee-importer');
  });

  it('gives orders as they arrived, long numbers exact, with the server time', async () => {
    const date = 'Tue, 24 Nov 2026 12:00:00 GMT';
    steps = [answer(200, '{"Data":[{"BillBeeOrderId":12345678901234567890,"New":{}},null]}', { Date: date })];
    expect(await client().readOrderPage(list)).toMatchObject({
      page: 1,
      totalPages: 2,
      totalRows: 2,
      counted: false,
      orders: [{ BillBeeOrderId: '12345678901234567890', New: {} }, null],
      serverTime: Date.parse(date),
    });
  });

  it.each([
    ['null data', { ErrorCode: 0, Data: null, Paging: { TotalPages: 0, TotalRows: 0 } }, [0, 0, 0]],
    ['empty data', { ErrorCode: '0', ErrorMessage: '', Data: [], Paging: { TotalPages: 0 } }, [0, 0, 0]],
    ['a bare array', [order], [1, 2, 1]],
    ['no paging', { Data: [order] }, [1, 2, 1]],
    ['a full page without paging', { Data: Array(250).fill(order) }, [250, 2, 250]],
    ['words as numbers', { ErrorDescription: 0, ErrorCode: null, Data: [order], Paging: null }, [1, 2, 1]],
    ['strange members', { ErrorMessage: null, ErrorCode: {}, Paging: 'x', Data: [order] }, [1, 2, 1]],
  ])('accepts %s', async (_, body, [rows, totalPages, totalRows]) => {
    steps = [answer(200, body)];
    const read = await client().readOrderPage(list);
    expect(read.orders).toHaveLength(rows ?? -1);
    expect(read).toMatchObject({ totalPages, totalRows });
  });

  it('reads one order, or undefined when Billbee does not have it', async () => {
    steps = [answer(200, { ErrorCode: 0, Data: order })];
    expect(await client().readOrder('300000180937794')).toEqual(order);
    expect(received[0]?.call).toBe('GET /api/v1/orders/300000180937794');
    for (const missing of [
      answer(404, { Message: 'The order was not found.' }),
      answer(404, ''),
      answer(200, { ErrorCode: 2, ErrorDescription: 'OrderNotFound', Data: null }),
    ]) {
      steps = [missing];
      expect(await client().readOrder('1')).toBeUndefined();
    }
  });

  it('does not take a wrong address for a missing order', async () => {
    steps = [answer(404, '<html><title>Not Found</title></html>', { 'Content-Type': 'text/html' })];
    await expect(client().readOrder('1')).rejects.toMatchObject({
      code: 'api-not-found',
      settings: ['baseUrl'],
    });
    steps = [answer(404, { Message: 'No HTTP resource was found that matches the request URI.' })];
    await expect(client().readOrder('1')).rejects.toMatchObject({ settings: ['baseUrl'] });
  });

  it('refuses an order id that would lead elsewhere', async () => {
    await expect(client().readOrder('1/../../x')).rejects.toMatchObject({ reaction: 'hold' });
    expect(received).toEqual([]);
  });

  it.each([
    [
      'bare',
      [
        { Id: 3, Name: 'Zahlung_erhalten' },
        { Id: 1, Name: 'Bestellt' },
      ],
    ],
    [
      'in an envelope',
      {
        ErrorCode: 0,
        Data: [
          { id: '3', name: 'Zahlung_erhalten' },
          { Id: 1, Name: 'Bestellt' },
        ],
      },
    ],
  ])('reads order statuses %s', async (_, body) => {
    steps = [answer(200, body)];
    expect(await client().listOrderStatuses()).toEqual([
      { id: 1, apiName: 'Bestellt' },
      { id: 3, apiName: 'Zahlung_erhalten' },
    ]);
  });

  it('walks through the pages', async () => {
    steps = [
      page([{ BillBeeOrderId: 1 }], { TotalPages: 2, TotalRows: 2 }),
      page([{ BillBeeOrderId: 2 }], { TotalPages: 2, TotalRows: 2 }),
    ];
    const ids: unknown[] = [];
    for await (const { orders } of client().orders({ statusIds: [], pageSize: 1 })) ids.push(...orders);
    expect(ids).toEqual([{ BillBeeOrderId: 1 }, { BillBeeOrderId: 2 }]);
  });
});

describe('writing', () => {
  it('sends each write as Billbee describes it and takes an empty answer for success', async () => {
    steps = [answer(200, '')];
    const one = client();
    await one.setOrderStatus('300000180937794', 4);
    await one.addTags('300000180937794', ['a', 'b']);
    await one.addShipment('300000180937794', {
      trackingNumber: ' 00340 ',
      carrierId: 2,
      providerId: '30000000000000012345',
    });
    expect(await one.updateStock([{ sku: 'S-1', quantity: '5.50', stockId: '7' }])).toEqual([undefined]);
    expect(received.map(({ call, body }) => `${call} ${body}`)).toEqual([
      'PUT /api/v1/orders/300000180937794/orderstate {"NewStateId":4}',
      'POST /api/v1/orders/300000180937794/tags {"Tags":["a","b"]}',
      'POST /api/v1/orders/300000180937794/shipment {"ShippingId":"00340","ShippingProviderId":30000000000000012345,"CarrierId":2}',
      'POST /api/v1/products/updatestockmultiple [{"Sku":"S-1","NewQuantity":5.50,"StockId":7}]',
    ]);
    expect(received.every(({ headers }) => headers['content-type'] === 'application/json')).toBe(true);
  });

  it('tells for each article what became of it', async () => {
    steps = [
      answer(200, [
        { ErrorCode: 0, ErrorDescription: 'NoError', Data: { SKU: 'A', Message: 'ok' } },
        { ErrorCode: 11, ErrorMessage: 'Unknown SKU', Data: null },
      ]),
    ];
    const levels = ['A', 'B'].map((sku) => ({ sku, quantity: '1' }));
    expect(await client().updateStock(levels)).toEqual([undefined, 'ErrorCode 11: Unknown SKU']);
  });

  it('splits many articles into several calls', async () => {
    steps = [
      (response, { body }) =>
        answer(
          200,
          JSON.parse(body).map(() => ({ ErrorCode: 0 })),
        )(response, received[0] as Received),
    ];
    const levels = Array.from({ length: 250 }, (_, sku) => ({ sku: String(sku), quantity: '0' }));
    expect(await client().updateStock(levels)).toHaveLength(250);
    expect(received).toHaveLength(3);
  });

  it('reads the tracking numbers of an order', async () => {
    const ShippingIds = [{ ShippingId: '00340' }, { ShippingId: null }, null, { ShippingId: 17 }];
    steps = [
      answer(200, { Data: { ...order, ShippingIds } }),
      answer(200, { Data: { ...order, ShippingIds: null } }),
    ];
    expect(await client().readTrackingNumbers('1')).toEqual(['00340', '17']);
    expect(await client().readTrackingNumbers('1')).toEqual([]);
  });

  it.each([
    [400, { ErrorCode: 11, ErrorMessage: 'Bad status' }, 'invalid-data'],
    [404, {}, 'not-found'],
    [200, { ErrorCode: 5, ErrorDescription: 'OrderCanceled' }, 'order-refused'],
    [200, { ErrorCode: 23, ErrorMessage: 'New reason' }, 'refused'],
    [409, '', 'refused'],
  ])('holds what Billbee refuses for one order (%i %j)', async (status, body, code) => {
    steps = [answer(status, body)];
    const error = await client()
      .setOrderStatus('77', 4)
      .catch((reason: unknown) => reason);
    expect(error).toMatchObject({ reaction: 'hold', code });
    expect(String(error)).toContain('order 77');
    expect(received).toHaveLength(1);
  });
});

describe('repeating', () => {
  it.each([
    ['429 with Retry-After', answer(429, { Message: 'slow' }, { 'Retry-After': '1' })],
    ['429 without', answer(429, '')],
    ['500', answer(500, { Message: 'An error has occurred.' })],
    ['503 as a web page', answer(503, '<html><body>Wartung</body></html>')],
    ['a web page with status 200', answer(200, '<html><title>Login</title></html>')],
    ['a body that breaks off', brokenBody],
    ['JSON that ends early', answer(200, '{"ErrorCode":0,"Data":[{"BillBee')],
    ['an empty body', answer(200, '')],
    ['an answer without a list', answer(200, { ErrorCode: 0, Data: { Id: 1 } })],
    ['InternalError in an envelope', answer(200, { ErrorCode: 8, ErrorDescription: 'InternalError' })],
    ['a connection that is closed', ((response) => response.destroy()) as Step],
  ])('reads again after %s', async (_, fault) => {
    steps = [fault, page([order])];
    const calls: BillbeeCall[] = [];
    const one = client({ onCall: (call) => calls.push(call) });
    expect((await one.readOrderPage(list)).orders).toEqual([order]);
    expect(one.usage).toEqual({ calls: 2, retries: 1 });
    expect(calls.map(({ attempt, error }) => [attempt, error === undefined])).toEqual([
      [1, false],
      [2, true],
    ]);
  });

  it('gives a stalled body up at the time limit', async () => {
    steps = [
      (response) => {
        response.writeHead(200);
        response.write('{"Data":[');
      },
      page([order]),
    ];
    const one = client({ timeoutMs: 200 });
    expect((await one.readOrderPage(list)).orders).toEqual([order]);
    steps = [() => {}];
    const stalled = client({ timeoutMs: 50, maxAttempts: 2 }).readOrderPage(list);
    await expect(stalled).rejects.toMatchObject({ reaction: 'retry', code: 'timeout' });
  });

  it('says what failed after the last try', async () => {
    steps = [answer(502, '<html><title>Bad Gateway</title></html>')];
    const failed = client({ maxAttempts: 3 }).readOrderPage(list);
    await expect(failed).rejects.toMatchObject({ reaction: 'retry', code: 'server-error' });
    await expect(failed).rejects.toThrow(/status 502: "Bad Gateway".*Tried 3 times/);
    expect(received).toHaveLength(3);
  });

  it('sits out a long burst of refusals, which are no failed tries', async () => {
    let left = 25;
    steps = [
      (response, one) => {
        left -= 1;
        if (left > 0) answer(429, '', left % 2 === 0 ? { 'Retry-After': '2' } : {})(response, one);
        else page([order])(response, one);
      },
    ];
    const clock = new VirtualClock();
    const one = client({ clock, maxAttempts: 2 });
    expect((await one.readOrderPage(list)).orders).toEqual([order]);
    expect(one.usage).toEqual({ calls: 25, retries: 24 });
    // 12 times as long as asked, 12 times a second at least.
    expect(clock.now()).toBeGreaterThanOrEqual(36_000);
    expect(clock.now()).toBeLessThan(37_000);
  });

  it('does not wait longer than it may', async () => {
    steps = [answer(429, '', { 'Retry-After': '3600' })];
    const failed = client().readOrderPage(list);
    await expect(failed).rejects.toMatchObject({ code: 'throttled', retryAfterMs: 3_600_000 });
    expect(received).toHaveLength(1);
  });

  it.each([
    ['a refusal for the number of calls', answer(429, '', { 'Retry-After': '2' }), 'throttled'],
    ['a fault', answer(500, ''), 'server-error'],
  ] as const)('makes one try where each is decided anew: %s', async (_, step, code) => {
    steps = [step];
    const one = client();
    await expect(one.setOrderStatus('7', 16, undefined, { once: true })).rejects.toMatchObject({ code });
    await expect(one.addTags('7', ['erp'], undefined, { once: true })).rejects.toMatchObject({ code });
    expect(received).toHaveLength(2);
    if (code !== 'throttled') return;
    // Nor does it wait for the pause that Billbee has asked for: what was true is not true for that long.
    await expect(one.setOrderStatus('7', 16, undefined, { once: true })).rejects.toMatchObject({ code });
    expect(received).toHaveLength(2);
  });

  it('spends no further call while the wait that Billbee asked for is too long', async () => {
    steps = [answer(429, '', { 'Retry-After': '3600' })];
    const one = client();
    for (let time = 0; time < 2; time += 1) {
      await expect(one.readOrderPage(list)).rejects.toMatchObject({ reaction: 'retry', code: 'throttled' });
    }
    expect(received).toHaveLength(1);
  });

  it('waits for the other calls to an endpoint, too, when Billbee throttles one', async () => {
    const times: number[] = [];
    steps = [
      answer(429, '', { 'Retry-After': '1' }),
      (...args) => {
        times.push(Date.now());
        page([order])(...args);
      },
    ];
    const one = client();
    const start = Date.now();
    const first = one.readOrderPage(list);
    await expect.poll(() => received.length).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await Promise.all([first, one.readOrderPage(list)]);
    expect(Math.min(...times) - start).toBeGreaterThanOrEqual(1000);
  });

  it.each([
    [401, { Message: 'The API key is not known' }, { code: 'unauthorized', settings: ['apiKey'] }],
    [403, {}, { code: 'forbidden', settings: ['username'] }],
    [200, { ErrorCode: 1, ErrorDescription: 'ApiNotActivated' }, { code: 'api-not-activated' }],
    [200, { ErrorCode: 17 }, { code: 'not-booked' }],
    [404, '', { code: 'api-not-found', settings: ['baseUrl'] }],
    [400, { Message: 'page' }, { code: 'invalid-data', reaction: 'stop' }],
    [200, { ErrorMessage: 'Something', Data: [] }, { code: 'refused', reaction: 'stop' }],
  ])('does not repeat status %i %j', async (status, body, expected) => {
    steps = [answer(status, body)];
    await expect(client().readOrderPage(list)).rejects.toMatchObject(expected);
    expect(received).toHaveLength(1);
  });

  it('does not follow a redirect with the credentials', async () => {
    steps = [answer(302, '', { Location: `${baseUrl.replace('127.0.0.1', 'localhost')}/elsewhere?token=1` })];
    const failed = client().readOrderPage(list);
    await expect(failed).rejects.toMatchObject({ code: 'not-billbee', settings: ['baseUrl'] });
    await expect(failed).rejects.not.toThrow(/token/);
    expect(received).toHaveLength(1);
  });

  it('sends a shipment again only when it was surely not taken', async () => {
    const shipment = { trackingNumber: '00340' };
    for (const fault of [answer(500, ''), brokenBody, answer(200, '<html>')]) {
      received = [];
      steps = [fault, answer(200, '')];
      await expect(client().addShipment('1', shipment)).rejects.toMatchObject({ reaction: 'retry' });
      expect(received).toHaveLength(1);
    }
    received = [];
    steps = [answer(429, '', { 'Retry-After': '1' }), answer(200, '')];
    await client().addShipment('1', shipment);
    expect(received).toHaveLength(2);
  });

  it('tells a request that never left from one that broke', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    await new Promise((resolve) => other.close(resolve));
    const closed = { ...credentials, baseUrl: `http://127.0.0.1:${port}/api/v1` };
    const one = client({ connection: closed, maxAttempts: 2 });
    await expect(one.addShipment('1', { trackingNumber: '1' })).rejects.toMatchObject({
      code: 'unreachable',
    });
    expect(one.usage).toEqual({ calls: 2, retries: 1 });
    steps = [(response) => response.destroy()];
    await expect(client({ maxAttempts: 1 }).readOrderPage(list)).rejects.toMatchObject({ code: 'network' });
  });
});

describe('pacing', () => {
  it('is never refused by strict sliding windows, whatever the answers take', async () => {
    const arrivals = new Map<string, number[]>();
    let refused = 0;
    const strict: Step = (response, one) => {
      const endpoint = one.call.replace(/\d+/, '{id}');
      const now = performance.now();
      const before = (arrivals.get(endpoint) ?? []).filter((at) => at >= now - 1000);
      arrivals.set(endpoint, [...before, now]);
      if (before.length >= 2) {
        refused += 1;
        answer(429, '', { 'Retry-After': '1' })(response, one);
        return;
      }
      const body = page([order]);
      setTimeout(() => body(response, one), 13 * (received.length % 5));
    };
    steps = [strict];
    const one = client();
    const reads = Array.from({ length: 4 }, () => one.readOrderPage(list));
    const writes = Array.from({ length: 4 }, (_, id) => one.setOrderStatus(String(id), 4));
    await Promise.all([...reads, ...writes]);
    for (let turn = 0; turn < 3; turn += 1) await one.readOrderPage(list);
    expect(refused).toBe(0);
    expect(one.usage).toEqual({ calls: 11, retries: 0 });
  });
});

describe('aborting', () => {
  it.each([
    ['the call', [(() => {}) as Step]],
    ['the wait before a repeat', [answer(500, '')]],
    ['its turn', [answer(429, '', { 'Retry-After': '100' })]],
  ])('ends %s at once with the given reason', async (_, given) => {
    steps = given;
    const abort = new AbortController();
    const one = client({ random: () => 0.9, maxAttempts: 1000 });
    const reads = [list, list, list].map((query) => one.readOrderPage(query, abort.signal));
    await expect.poll(() => received.length).toBeGreaterThan(0);
    const reason = new Error('stopped by the user');
    abort.abort(reason);
    for (const read of reads) await expect(read).rejects.toBe(reason);
    await expect(one.readOrderPage(list, abort.signal)).rejects.toBe(reason);
  });
});

describe('secrets', () => {
  it('are not shown in part where a long answer is cut', async () => {
    for (let length = 280; length <= 300; length += 1) {
      const text = `${'x'.repeat(length)}${credentials.apiPassword}`;
      steps = [answer(400, { Message: text })];
      const error = await client()
        .setOrderStatus('1', 2)
        .catch((reason: unknown) => reason);
      expect(String(error)).toContain('xxx');
      expect(String(error)).not.toContain(credentials.apiPassword.slice(0, 2));
    }
  });

  it('stand in no error, whatever Billbee or the network answers', async () => {
    const basic = Buffer.from(`${credentials.username}:${credentials.apiPassword}`).toString('base64');
    const secrets = [...Object.values(credentials), basic];
    const words = fc
      .array(fc.oneof(fc.string(), fc.constantFrom(...secrets)), { maxLength: 30 })
      .map((parts) => parts.join(''));
    const body = fc.oneof(
      words,
      words.map((text) => ({ Message: text })),
      words.map((text) => ({ ErrorMessage: text, ErrorCode: text, ErrorDescription: text })),
      words.map((text) => `<html><title>${text}</title>`),
    );
    const status = fc.constantFrom(200, 302, 400, 401, 403, 404, 409, 429, 500);
    await fc.assert(
      fc.asyncProperty(status, body, words, fc.boolean(), async (code, content, words, breaks) => {
        const text = typeof content === 'string' ? content : JSON.stringify(content);
        const location = `https://${encodeURIComponent(words.replace(/\W/g, '')) || 'x'}.example.com/${basic}`;
        const one = client({
          maxAttempts: 1,
          fetch: async () => {
            if (breaks) throw new TypeError(words, { cause: new Error(words) });
            return new Response(text, { status: code, headers: { Location: location } });
          },
        });
        const error = await one.setOrderStatus('1', 2).catch((reason: unknown) => reason);
        const shown = `${inspect({ error, one }, { depth: 9, showHidden: true })} ${JSON.stringify({ error, one })}`;
        for (const secret of secrets) expect(shown).not.toContain(secret);
      }),
      { numRuns: 300 },
    );
  });
});
