import { expect, it } from 'vitest';
import { systemClock } from '../node/system-clock.js';
import { readApiUsage, usageOf } from './api-usage.js';

const connection = {
  baseUrl: 'http://127.0.0.1:9/api/v1',
  username: 'Shop@Example.com',
  apiPassword: 'pass-word',
  apiKey: 'key-0123',
};

it.each<[string, unknown, number | undefined]>([
  [
    'rows of users',
    [
      { User: 'other@example.com', Count: 9 },
      { User: 'shop@example.com', Count: 12 },
    ],
    12,
  ],
  [
    'rows of our endpoints',
    [
      { User: 'shop@example.com', Endpoint: 'a', Count: 2 },
      { User: 'shop@example.com', Endpoint: 'b', Count: 3 },
    ],
    5,
  ],
  [
    'rows of nobody',
    [
      { Endpoint: 'a', Calls: 2 },
      { Endpoint: 'b', Calls: '3' },
    ],
    5,
  ],
  ['only others', [{ User: 'other@example.com', Count: 9 }], undefined],
  ['an object', { Usage: 41 }, 41],
  ['a number', 7, 7],
  ['no count', [{ User: 'shop@example.com', Month: 11 }], undefined],
  ['nothing', null, undefined],
  ['a negative count', { Count: -1 }, undefined],
])('reads %s', (_, data, expected) => {
  expect(usageOf(data, 'shop@example.com')).toBe(expected);
});

async function ask(status: number, body: string): Promise<{ found: number | undefined; urls: string[] }> {
  const urls: string[] = [];
  const fetch = async (url: string): Promise<Response> => {
    urls.push(url);
    return new Response(body, { status });
  };
  return { found: await readApiUsage({ connection, fetch, clock: systemClock }, '2026-11'), urls };
}

it('asks for the month once, and takes no answer for none', async () => {
  const rows = JSON.stringify({ ErrorCode: 0, Data: [{ User: 'shop@example.com', Count: 12 }] });
  expect(await ask(200, rows)).toEqual({
    found: 12,
    urls: ['http://127.0.0.1:9/api/v1/apiusage?Date=20261101'],
  });
  for (const [status, body] of [
    [404, ''],
    [401, '{}'],
    [500, '{}'],
    [200, '<html>'],
    [200, '{"Da'],
  ] as const) {
    expect(await ask(status, body)).toMatchObject({ found: undefined, urls: { length: 1 } });
  }
});
