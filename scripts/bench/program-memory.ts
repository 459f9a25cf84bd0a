import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { startSandbox } from 'billbee-sandbox';
import { print } from './figure.js';

const program = fileURLToPath(
  new URL('../../packages/billbee-importer/bin/billbee-importer.js', import.meta.url),
);
const orders = 10_000;
/** How long a service is watched that has come to rest. */
const restMs = 10_000;

/** Peak memory of the program on the embedded database beside that of a Node process that does nothing. Linux alone tells it. */
export async function benchProgramMemory(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'program-memory-'));
  const sandbox = await startSandbox({ orders, rateLimit: false });
  const { username, apiPassword, apiKey } = sandbox.credentials;
  const env = {
    PATH: process.env['PATH'] ?? '',
    BILLBEE_URL: sandbox.api,
    BILLBEE_USERNAME: username,
    BILLBEE_API_PASSWORD: apiPassword,
    BILLBEE_API_KEY: apiKey,
  };
  const start = (args: readonly string[]): ChildProcess =>
    spawn(process.execPath, args, { cwd: folder, env, stdio: 'ignore' });
  try {
    const empty = await peakOf(start(['-e', 'setTimeout(() => {}, 500)']));
    const statuses = [...new Set(sandbox.orders.map(({ State }) => State))].join(',');
    const runs = [
      ['import', await peakOf(start([program, 'import', '--status', statuses]))],
      ['serve', await peakOf(start([program, 'serve', '--port', '0', '--status', '3']), restMs)],
    ] as const;
    for (const [name, peak] of runs) {
      const note = name === 'import' ? `${orders} orders into a new store` : 'an existing store';
      print({
        name: `memory/${name}`,
        value: peak,
        unit: 'MiB',
        peer: 'an empty Node',
        ratio: peak / empty,
        note,
      });
    }
  } finally {
    await sandbox.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Peak of the resident set in MiB until the process ends, or is ended. */
async function peakOf(child: ChildProcess, endsAfterMs = Number.POSITIVE_INFINITY): Promise<number> {
  let peak = 0;
  const until = Date.now() + endsAfterMs;
  while (child.exitCode === null && child.signalCode === null) {
    try {
      const [, kibibytes = '0'] =
        /VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8')) ?? [];
      peak = Math.max(peak, Number(kibibytes) / 1024);
    } catch {
      break;
    }
    if (Date.now() >= until) child.kill('SIGTERM');
    await delay(20);
  }
  return peak;
}
