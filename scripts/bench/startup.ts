import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { DEFAULT_CREDENTIALS } from 'billbee-sandbox';
import { startSandboxProcess } from '../start-sandbox-process.js';
import { print, sample } from './figure.js';

const program = fileURLToPath(
  new URL('../../packages/billbee-importer/bin/billbee-importer.js', import.meta.url),
);
const runs = 9;

/** How long the command line takes to start, and the embedded database to open, in processes of their own. */
export async function benchStartup(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'startup-'));
  const sandbox = await startSandboxProcess(new AbortController().signal, [
    '--orders',
    '1',
    '--rate-limit',
    'off',
  ]);
  let number = 0;
  const existing = join(folder, 'existing');
  const run = async (args: readonly string[], dataDir: string): Promise<void> => {
    const env = {
      PATH: process.env['PATH'],
      BILLBEE_URL: sandbox.api,
      BILLBEE_USERNAME: DEFAULT_CREDENTIALS.username,
      BILLBEE_API_PASSWORD: DEFAULT_CREDENTIALS.apiPassword,
      BILLBEE_API_KEY: DEFAULT_CREDENTIALS.apiKey,
      BILLBEE_DATA_DIR: dataDir,
    };
    await promisify(execFile)(process.execPath, [program, ...args], { cwd: folder, env });
  };
  const tell = async (
    name: string,
    work: (dataDir: string) => Promise<void>,
    note?: string,
  ): Promise<void> => {
    const fresh = (): string => join(folder, `fresh-${++number}`);
    const { median, quartiles } = await sample({ times: runs, warmUp: 1 }, fresh, work);
    print({ name, value: median, unit: 'ms', spread: quartiles, runs, ...(note && { note }) });
  };
  try {
    await tell(
      'startup/node',
      () => promisify(execFile)(process.execPath, ['-e', '']).then(() => {}),
      'an empty program',
    );
    await tell('startup/help', () => run(['--help'], existing));
    await run(['outbox'], existing);
    await tell(
      'startup/check',
      () => run(['check'], existing),
      'with its call to the sandbox, beside an existing embedded database',
    );
    await tell('startup/outbox', () => run(['outbox'], existing), 'opens the existing embedded database');
    await tell('startup/first', (dataDir) => run(['outbox'], dataDir), 'creates the embedded database');
  } finally {
    await sandbox.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
