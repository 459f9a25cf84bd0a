import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startSandbox } from 'billbee-sandbox';
import { beforeEach, expect, it, onTestFinished } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'start-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
});

/** What `npm start` runs after the build, in a folder of its own. */
async function start(
  env: Record<string, string> = {},
  watch?: (child: ChildProcess, text: string) => void,
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', join(root, 'scripts/start.ts')], {
    cwd: root,
    env: { PATH: process.env['PATH'] ?? '', LANG: 'C', BILLBEE_DATA_DIR: join(folder, 'data'), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    stdout += text;
    watch?.(child, stdout);
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    stderr += text;
  });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, stdout, stderr };
}

const counts = (stdout: string): number[] =>
  /Read (\d+): (\d+) imported, (\d+) skipped, (\d+) held/.exec(stdout)?.slice(1).map(Number) ?? [];

async function isUp(stdout: string): Promise<boolean> {
  const address = /Local Billbee: (\S+)/.exec(stdout)?.[1] ?? '';
  return fetch(address).then(
    () => true,
    () => false,
  );
}

it('does the main job against a sandbox of its own, and the second time imports nothing', async () => {
  const first = await start();
  expect(first).toMatchObject({ code: 0 });
  const [read = 0, created = 0, skipped = 0, held = 0] = counts(first.stdout);
  expect(created).toBeGreaterThan(10);
  expect(read).toBe(created + skipped + held);
  expect(first.stdout).toMatch(/\nsuccess\n/);
  expect(first.stdout).toContain('dist/chrome');
  expect(first.stdout).toContain('dist/firefox');
  expect(await isUp(first.stdout)).toBe(false);
  const second = await start();
  expect([second.code, counts(second.stdout)[1]]).toEqual([0, 0]);
});

it('runs against the Billbee whose credentials are set', async () => {
  const billbee = await startSandbox({ orders: 30 });
  onTestFinished(() => billbee.close());
  const { code, stdout } = await start({
    BILLBEE_URL: billbee.api,
    BILLBEE_USERNAME: billbee.credentials.username,
    BILLBEE_API_PASSWORD: billbee.credentials.apiPassword,
    BILLBEE_API_KEY: billbee.credentials.apiKey,
  });
  expect(code).toBe(0);
  expect(stdout).not.toContain('Local Billbee');
  expect(counts(stdout)[1]).toBe(billbee.orders.filter(({ State }) => State === 3).length);
});

it('names what is missing when only some credentials are set', async () => {
  const { code, stderr } = await start({ BILLBEE_USERNAME: 'shop@example.com', BILLBEE_API_KEY: 'key' });
  expect(code).toBe(1);
  expect(stderr).toContain('BILLBEE_API_PASSWORD must be set');
});

it.each([
  ['SIGINT', /Local Billbee: \S+\n/],
  ['SIGTERM', /import --status 3/],
] as const)('leaves no sandbox behind on %s', async (signal, moment) => {
  let sent = false;
  const { code, stdout } = await start({}, (child, text) => {
    if (sent || !moment.test(text)) return;
    sent = true;
    child.kill(signal);
  });
  expect(code).toBe(1);
  expect(await isUp(stdout)).toBe(false);
});
