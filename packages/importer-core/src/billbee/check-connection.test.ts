import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { coreCatalogues, createWording } from '../messages/index.js';
import { systemClock } from '../node/system-clock.js';
import { type ConnectionCheck, checkConnection } from './check-connection.js';
import type { BillbeeConnection } from './connection.js';

const valid = { username: 'shop@example.com', apiPassword: 'Geheim-Wort-123', apiKey: '0123-abcd-key' };
const all = ['username', 'apiPassword', 'apiKey'];
let server: ReturnType<typeof createServer>;
let answer: { status: number; body: string; headers?: Record<string, string> } | 'reset' | 'break off';
let asked: string[];
let baseUrl: string;

beforeEach(async () => {
  asked = [];
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    if (answer === 'reset') return response.destroy();
    if (answer === 'break off') {
      response.writeHead(200, { 'Content-Length': '100' }).write('{');
      setTimeout(() => response.destroy(), 5);
      return;
    }
    response.writeHead(answer.status, answer.headers ?? {});
    return response.end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1`;
});

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

function check(changes: Partial<BillbeeConnection> = {}): Promise<ConnectionCheck> {
  return checkConnection({ connection: { ...valid, baseUrl, ...changes }, fetch, clock: systemClock });
}

function said(status: number, body: unknown): typeof answer {
  return { status, body: JSON.stringify(body) };
}

describe('checkConnection', () => {
  it.each([
    ['one order', { ErrorCode: 0, Data: [{ BillBeeOrderId: 1 }], Paging: { TotalPages: 9 } }],
    ['no order', { ErrorMessage: null, ErrorCode: 0, ErrorDescription: 'NoError', Data: null }],
  ])('is ok with %s, after one cheap call', async (_, body) => {
    answer = said(200, body);
    expect(await check()).toEqual({ ok: true });
    expect(asked).toEqual(['/api/v1/orders?page=1&pageSize=1']);
  });

  it.each<[string, typeof answer, string, string[]]>([
    [
      'key',
      said(401, { Message: 'The API key in X-Billbee-Api-Key is not known.' }),
      'wrong-api-key',
      [all[2] ?? ''],
    ],
    [
      'Schlüssel',
      said(401, { ErrorMessage: 'Unbekannter Entwickler-Schlüssel' }),
      'wrong-api-key',
      [all[2] ?? ''],
    ],
    [
      'user',
      said(401, { Message: 'User name or API password is wrong.' }),
      'wrong-user-or-password',
      all.slice(0, 2),
    ],
    ['Passwort', said(401, 'Benutzer oder Passwort falsch'), 'wrong-user-or-password', all.slice(0, 2)],
    [
      'unclear',
      said(401, { Message: 'Authorization has been denied for this request.' }),
      'wrong-credentials',
      all,
    ],
    ['silent', { status: 401, body: '' }, 'wrong-credentials', all],
    ['a 401 page', { status: 401, body: '<html><title>401</title></html>' }, 'wrong-credentials', all],
    ['code 1', said(200, { ErrorCode: 1, ErrorDescription: 'ApiNotActivated' }), 'api-off', all.slice(0, 1)],
    ['code 1 in a 401', said(401, { ErrorCode: '1', ErrorMessage: 'x' }), 'wrong-credentials', all],
    ['code 8 in a 401', said(401, { ErrorCode: 8, Data: null }), 'wrong-credentials', all],
    ['code 8 in a 403', said(403, { ErrorCode: 8, Data: null }), 'no-rights', all.slice(0, 1)],
    ['code 8', said(200, { ErrorCode: 8, Data: null }), 'billbee-down', []],
    ['API off in words', said(403, { Message: 'Die API ist nicht aktiviert.' }), 'api-off', all.slice(0, 1)],
    ['code 16', said(403, { ErrorCode: 16 }), 'api-off', all.slice(0, 1)],
    [
      'code 17',
      said(200, { ErrorCode: 17, ErrorDescription: 'APIServiceNotBooked' }),
      'api-off',
      all.slice(0, 1),
    ],
    ['403', said(403, { Message: 'This user has no right to use the API.' }), 'no-rights', all.slice(0, 1)],
    ['429', { status: 429, body: '', headers: { 'Retry-After': '600' } }, 'throttled', []],
    ['500', said(500, { Message: 'An error has occurred.' }), 'billbee-down', []],
    ['503', { status: 503, body: '<html><title>Wartung</title></html>' }, 'billbee-down', []],
    ['a broken body', 'break off', 'billbee-down', []],
    ['a web page', { status: 200, body: '<!DOCTYPE html><title>Router</title>' }, 'not-billbee', ['baseUrl']],
    ['other JSON', said(200, { hello: 'world' }), 'not-billbee', ['baseUrl']],
    ['a bare list', said(200, []), 'not-billbee', ['baseUrl']],
    ['text', { status: 200, body: 'OK' }, 'not-billbee', ['baseUrl']],
    ['nothing', { status: 200, body: '' }, 'not-billbee', ['baseUrl']],
    ['a wrong path', { status: 404, body: '' }, 'not-billbee', ['baseUrl']],
    [
      'a login',
      { status: 302, body: '', headers: { Location: 'https://login.example.com/' } },
      'not-billbee',
      ['baseUrl'],
    ],
    ['a closed door', 'reset', 'host-unreachable', ['baseUrl']],
  ])('%s', async (_, given, cause, settings) => {
    answer = given;
    const result = await check();
    expect(result).toMatchObject({ ok: false, cause, settings });
    expect(asked.length).toBeLessThanOrEqual(2);
    if (result.ok) return;
    for (const language of ['de', 'en'] as const) {
      const { problem, remedy } = createWording({ language, catalogues: coreCatalogues }).parts(
        result.problem,
      );
      if (cause === 'billbee-down' && typeof given === 'object' && given.status >= 500) {
        expect(problem).toContain(String(given.status));
      }
      for (const text of [problem, remedy]) {
        expect(text.length).toBeGreaterThan(20);
        for (const secret of Object.values(valid)) expect(text).not.toContain(secret);
      }
      if (cause === 'wrong-credentials') for (const name of all) expect(problem).toContain(name);
    }
  });

  it.each<[Partial<BillbeeConnection>, string, string[]]>([
    [{ baseUrl: 'http://billbee.example.com/api/v1' }, 'not-https', ['baseUrl']],
    [{ baseUrl: 'billbee' }, 'invalid-setting', ['baseUrl']],
    [{ apiKey: '' }, 'missing-credential', ['apiKey']],
    [{ username: 'a\nb' }, 'invalid-setting', ['username']],
    [{ baseUrl: 'https://billbee.invalid/api/v1' }, 'host-unreachable', ['baseUrl']],
  ])('%j is %s', async (changes, cause, settings) => {
    answer = said(200, {});
    expect(await check(changes)).toMatchObject({ ok: false, cause, settings });
    expect(asked).toEqual([]);
  });

  it('ends with the reason it is aborted with', async () => {
    const signal = AbortSignal.abort(new Error('enough'));
    const connection = { ...valid, baseUrl };
    await expect(checkConnection({ connection, fetch, clock: systemClock, signal })).rejects.toThrow(
      'enough',
    );
  });
});
