import { spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { goodHeaders } from './testing/call.js';

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url));

function run(...flags: string[]) {
  const child = spawn(process.execPath, ['--import', 'tsx', MAIN, ...flags], { stdio: 'pipe' });
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  const exit = new Promise<number | null>((resolve) => child.on('exit', (code) => resolve(code)));
  const line = new Promise<string>((resolve) => {
    let stdout = '';
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk.toString();
      if (stdout.includes('\n')) resolve(stdout);
    });
  });
  return { child, exit, line, errors: () => stderr };
}

test('it prints one JSON line when ready, serves what the flags say, and ends on SIGTERM with 0', async () => {
  const { child, exit, line } = run('--port', '0', '--orders', '7', '--seed', '3', '--rate-limit', 'off');
  const text = await line;
  expect(text.trim().split('\n')).toHaveLength(1);
  const { api, backend } = JSON.parse(text) as { api: string; backend: string };
  expect(backend).toBe(api.replace('/api/v1', '/app_v2/order'));
  for (let turn = 0; turn < 5; turn++) {
    const response = await fetch(`${api}/orders`, { headers: goodHeaders() });
    expect(((await response.json()) as { Paging: { TotalRows: number } }).Paging.TotalRows).toBe(7);
  }
  child.kill('SIGTERM');
  expect(await exit).toBe(0);
});

test('it sends a signed webhook for every new order: by the clock, and for one that is handed in', async () => {
  const bodies: { signature: unknown; body: string }[] = [];
  const receiver = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString();
    });
    request.on('end', () => {
      if (request.method === 'POST') bodies.push({ signature: request.headers['ms-signature'], body });
      response.end(new URL(request.url ?? '', 'http://x').searchParams.get('echo') ?? '');
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  const { port } = receiver.address() as AddressInfo;
  const { child, exit, line, errors } = run('--orders', '2', '--recent', '--webhooks', '1');
  const { api } = JSON.parse(await line) as { api: string };
  const post = (path: string, body: object) =>
    fetch(`${api}${path}`, {
      method: 'POST',
      headers: { ...goodHeaders(), 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
  const Secret = 's'.repeat(32);
  await post('/webhooks', { WebHookUri: `http://127.0.0.1:${port}/hook`, Secret });
  const { Data } = (await (await post('/orders', {})).json()) as { Data: { BillBeeOrderId: number } };
  const idOf = ({ body }: { body: string }) =>
    (JSON.parse(body) as { Notifications: { BillBeeOrderId: number }[] }).Notifications[0]?.BillBeeOrderId;
  await expect.poll(() => bodies.map(idOf), { timeout: 20_000 }).toContain(Data.BillBeeOrderId);
  await expect.poll(() => bodies.length, { timeout: 20_000 }).toBeGreaterThan(1);
  for (const { signature, body } of bodies) {
    expect(signature).toBe(`sha256=${createHmac('sha256', Secret).update(body).digest('hex')}`);
  }
  expect(errors()).toMatch(/new order \d+/);
  child.kill('SIGTERM');
  expect(await exit).toBe(0);
  receiver.close();
});

test.each([
  [['--orders', 'many'], 'whole number'],
  [['--rate-limit', 'maybe'], 'on, off'],
  [['--fault', 'nonsense'], 'api-off'],
  [['--zone', 'Nowhere/Atall'], 'time zone'],
  [['--webhooks', '0'], 'whole number'],
  [['--webhooks'], 'no terminal'],
])('%j is refused with what is allowed', async (flags, named) => {
  const { exit, errors } = run(...flags);
  expect(await exit).toBe(1);
  expect(errors()).toContain(named);
});
