import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startSandbox } from 'billbee-sandbox';
import { expect, it, onTestFinished } from 'vitest';
import { importerProgram } from '../support/importer-program.js';
import { sandboxEnv } from '../support/sandbox-env.js';
import { mountDisk } from '../support/small-disk.js';
import { until } from '../support/until.js';

async function world(megabytes: number, orders: number) {
  const folder = mountDisk(megabytes);
  const sandbox = await startSandbox({ rateLimit: false, orders });
  onTestFinished(() => sandbox.close());
  const env = sandboxEnv(sandbox);
  const start = (args: readonly string[], more: Record<string, string> = {}) => {
    const child = spawn(process.execPath, [importerProgram, ...args], {
      cwd: folder,
      env: { ...env, ...more },
    });
    let text = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (text += String(data)));
    const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
    onTestFinished(() => void child.kill('SIGKILL'));
    return { child: child as ChildProcess, ended, text: () => text };
  };
  /** Fills the disk, but for so many megabytes. */
  const fill = (but: number): void => {
    const { bavail, bsize } = statfsSync(folder);
    writeFileSync(join(folder, 'filled'), Buffer.alloc(Math.max(0, bavail * bsize - but * 1_048_576)));
  };
  const empty = (): void => rmSync(join(folder, 'filled'), { force: true });
  return { folder, sandbox, start, fill, empty };
}

it('ends an import with the folder’s name before the disk is full, and goes on when there is room', async () => {
  const { start, fill, empty } = await world(160, 15_000);
  const first = start(['import', '--status', '1,2,3,4,5,6,7,8,9,10', '--json']);
  await until('the first pages', () => first.text().includes(' read: '));
  fill(8);
  expect(await first.ended).toBe(1);
  expect(first.text()).toMatch(/The disk of \S+\/data is full: \d+ MB are free, 33 MB are needed/);
  const refused = start(['held']);
  expect(await refused.ended).toBe(1);
  expect(refused.text()).toContain('is full');
  empty();
  const second = start(['import', '--status', '3', '--json']);
  expect([0, 2]).toContain(await second.ended);
});

it('tells it while it serves, and goes on by itself', async () => {
  const { sandbox, start, fill, empty } = await world(160, 0);
  const service = start(['serve', '--status', '3', '--port', '0'], { BILLBEE_POLL_MINUTES: '0.05' });
  const url = await until('the service', () => /Listening on (\S+)/.exec(service.text())?.[1], 60_000);
  const health = async () =>
    (await (await fetch(`${url}/healthz`)).json()) as { status: string; cause: string };
  await until('a run', async () => (await health()).status === 'ok');
  fill(8);
  sandbox.addOrder();
  await until('the cause', async () => (await health()).cause === 'disk-full', 120_000);
  expect(service.text()).toContain('is full');
  empty();
  await until('health', async () => (await health()).status === 'ok', 300_000);
  await until('the order', () => /1 imported/.test(service.text()), 60_000);
  service.child.kill('SIGTERM');
  expect(await service.ended).toBe(0);
});

it('says what is the matter when a command meets the full disk', async () => {
  const { start, fill, empty } = await world(160, 0);
  // A command that asks for no room: it is no run.
  const stuck = start(['accounts', 'add', '--stdin', '--no-check']);
  const account = (number: number): string =>
    JSON.stringify({
      username: `${number}@example.com`,
      apiPassword: 'secret-1',
      apiKey: 'key-1',
      label: 'x'.repeat(1000),
    });
  stuck.child.stdin?.end(Array.from({ length: 40_000 }, (_, number) => account(number)).join('\n'));
  await until('the first accounts', () => stuck.text().includes('Added: 99@'), 60_000);
  // Room for the tables, and not for the next segment of the log.
  fill(12);
  const code = await stuck.ended;
  expect([code, stuck.text()]).toEqual([1, expect.stringMatching(/The disk of \S+ is full/)]);
  empty();
  const after = start(['accounts', 'list', '--json']);
  expect(await after.ended).toBe(0);
  expect(after.text()).toContain('99@example.com');
});
