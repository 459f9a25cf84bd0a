import { spawn } from 'node:child_process';
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

test.each([
  [['--orders', 'many'], 'whole number'],
  [['--rate-limit', 'maybe'], 'on, off'],
  [['--fault', 'nonsense'], 'api-off'],
  [['--zone', 'Nowhere/Atall'], 'time zone'],
])('%j is refused with what is allowed', async (flags, named) => {
  const { exit, errors } = run(...flags);
  expect(await exit).toBe(1);
  expect(errors()).toContain(named);
});
