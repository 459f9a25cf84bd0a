import { request } from 'node:http';
import type { Store } from 'importer-core';
import { openEmbeddedDatabase, systemClock } from 'importer-core/node';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { type Listening, listen } from '../service/listen.js';
import { buildServiceApp } from '../service/service-app.js';
import { migrations } from '../session/open-database.js';
import { testContext } from '../testing.test.data.js';
import { buildWebApp } from './web-app.js';

const token = 'a token of the operator';
let store: Store;
let service: Listening;
let errors: unknown[];
beforeAll(async () => {
  store = await openEmbeddedDatabase('memory://', { migrations });
});
afterAll(() => store.close());
beforeEach(async () => {
  errors = [];
  const onError = (error: unknown) => errors.push(error);
  const web = buildWebApp({
    store,
    clock: systemClock,
    token,
    accounts: ['merchant@example.com'],
    onAsked: () => {},
    onError,
    // As behind a proxy that hides who asks.
    addressOf: () => '127.0.0.1',
  });
  const app = buildServiceApp({
    health: async () => ({ status: 'ok' }),
    ready: async () => ({ ready: true }) as never,
    metrics: async () => '',
    web,
    onError,
  });
  service = await listen(app, { host: '127.0.0.1', port: 0 }, testContext().terminal);
});
afterEach(() => service.close());

interface Answer {
  readonly status: number;
  readonly headers: Record<string, unknown>;
  readonly body: string;
}

/** One request as it is: path unnormalised, body in chunks when it is a list. */
function ask(method: string, path: string, body?: string | readonly string[], headers = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(service.url);
    const asked = request({ hostname, port, method, path, headers, agent: false }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (chunk) => {
        text += chunk;
      });
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: text }),
      );
    });
    asked.on('error', reject);
    if (typeof body === 'string') asked.setHeader('content-length', Buffer.byteLength(body));
    for (const chunk of typeof body === 'string' ? [body] : (body ?? [])) asked.write(chunk);
    asked.end();
  });
}
const form = { 'content-type': 'application/x-www-form-urlencoded' };
const login = (guess: string): Promise<Answer> =>
  ask('POST', '/login', `token=${encodeURIComponent(guess)}`, form);

it('lets ten wrong tokens a minute pass for wrong, however many come at once, and never keeps the right one out', async () => {
  const answers = await Promise.all(Array.from({ length: 153 }, (_, guess) => login(`guess ${guess}`)));
  const statuses = answers.map(({ status }) => status);
  expect(statuses.filter((status) => status === 401)).toHaveLength(10);
  expect(statuses.filter((status) => status === 429)).toHaveLength(143);
  expect((await login(token)).status).toBe(303);
});

it('reads a form that comes in chunks', async () => {
  const answer = await ask('POST', '/login', ['token=a%20token%20', 'of%20the%20operator'], form);
  expect(answer.status).toBe(303);
});

it.each([
  ['with its length', `token=${'x'.repeat(20_000)}`],
  ['in chunks', ['token=', ...Array.from({ length: 20 }, () => 'x'.repeat(1000))]],
])('refuses a form that is too large (%s) with 413', async (_, body) => {
  const answer = await ask('POST', '/login', body, form);
  expect(answer.status).toBe(413);
  expect(answer.body).toContain('too large');
  expect(errors).toEqual([]);
});

it.each(['text/plain', 'multipart/form-data; boundary=x', ''])('takes no form of type "%s"', async (type) => {
  const answer = await ask('POST', '/login', `token=${token}`, type === '' ? {} : { 'content-type': type });
  expect([401, 415]).toContain(answer.status);
  expect(errors).toEqual([]);
});

it.each(['//', '///', '//accounts', '//example.com/', '/\\', '/%', '/accounts/%ff', '/?page=%'])(
  'answers GET %s like any page that is not there, or not before signing in',
  async (path) => {
    const { status } = await ask('GET', path);
    expect([400, 401, 404]).toContain(status);
    const signedIn = (await login(token)).headers['set-cookie'] as string[];
    const cookie = signedIn.map((one) => one.split(';')[0]).join('; ');
    const answer = await ask('GET', path, undefined, { cookie });
    expect([200, 400, 404]).toContain(answer.status);
    expect(errors).toEqual([]);
  },
);

it.each([
  ['https', true],
  ['HTTPS', true],
  ['https,http', true],
  [' https , http', true],
  ['http', false],
  ['http,https', false],
])('keeps its cookie from open lines behind a proxy that says "%s": %s', async (proto, secure) => {
  const { headers } = await ask('POST', '/login', `token=${encodeURIComponent(token)}`, {
    ...form,
    'x-forwarded-proto': proto,
  });
  expect(/; Secure/.test(String(headers['set-cookie']))).toBe(secure);
});

it.each([
  ['/accounts/%2e%2e//evil.example/', '/accounts/'],
  ['/accounts/../..//evil.example', '/accounts/'],
  ['//evil.example', '/accounts/'],
  ['https://evil.example/', '/accounts/'],
  ['/accounts/abc/held?q=x&asked=7', '/accounts/abc/held?q=x&asked=0'],
])('leads from a form that says it was on %s to a page of ours', async (back, expected) => {
  const signedIn = (await login(token)).headers['set-cookie'] as string[];
  const cookie = signedIn.map((one) => one.split(';')[0]).join('; ');
  const [, account = ''] =
    /href="(\/accounts\/\w+)"/.exec((await ask('GET', '/', undefined, { cookie })).body) ?? [];
  const page = (await ask('GET', `${account}/held`, undefined, { cookie })).body;
  const [, formToken = ''] = /name="form" value="([^"]+)"/.exec(page) ?? [];
  const fields = new URLSearchParams({ form: formToken, order: '1', back });
  const { status, headers } = await ask('POST', `${account}/held/retry`, String(fields), { ...form, cookie });
  expect(status).toBe(303);
  expect(headers['location']).toContain(expected);
  expect(String(headers['location'])).toMatch(/^\/accounts\/\w/);
});
