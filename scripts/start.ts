/** `npm start`: the main job once, against a local Billbee, or against the real one when its credentials are set. */
import { spawn } from 'node:child_process';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type Environment,
  readEnvironment,
  settingOf,
} from '../packages/billbee-importer/src/settings/read-environment.js';
import { type RunningSandbox, startSandboxProcess } from './start-sandbox-process.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const importer = fileURLToPath(
  new URL('../packages/billbee-importer/bin/billbee-importer.js', import.meta.url),
);
const credentials = ['BILLBEE_USERNAME', 'BILLBEE_API_PASSWORD', 'BILLBEE_API_KEY'];

const interrupted = new AbortController();
// The children get Ctrl-C from the terminal as well; here it only keeps the sandbox from being left behind.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => interrupted.abort());

try {
  process.exitCode = await start(readEnvironment(process.env, process.cwd()));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function start(env: Environment): Promise<number> {
  const missing = credentials.filter((name) => settingOf(env, name) === undefined);
  const isSandbox = missing.length === credentials.length && settingOf(env, 'BILLBEE_URL') === undefined;
  if (!isSandbox && missing.length > 0) {
    throw new Error(
      `To run against your Billbee account, ${missing.join(', ')} must be set too. ` +
        'Without any BILLBEE_USERNAME, BILLBEE_API_PASSWORD, BILLBEE_API_KEY and BILLBEE_URL the local sandbox is used.',
    );
  }
  if (!isSandbox) return mainJob(env, settingOf(env, 'BILLBEE_SETTINGS') === undefined);
  const sandbox = await startSandboxProcess(interrupted.signal);
  try {
    console.log(`Local Billbee: ${sandbox.api}\nIts order overview: ${sandbox.backend}\n`);
    return await mainJob(sandboxSettings(env, sandbox), true);
  } finally {
    await sandbox.stop();
  }
}

/** Settings for the real Billbee, and a database made for it, must not meet the sandbox. */
function sandboxSettings(env: Environment, { api }: RunningSandbox): Environment {
  return {
    ...env,
    BILLBEE_URL: api,
    BILLBEE_USERNAME: 'sandbox@example.com',
    BILLBEE_API_PASSWORD: 'sandbox-password',
    BILLBEE_API_KEY: 'sandbox-key',
    BILLBEE_SETTINGS: '',
    DATABASE_URL: '',
  };
}

/** @returns exit code: held orders are reported, but no failure */
async function mainJob(env: Environment, paidOrders: boolean): Promise<number> {
  const checked = await run(['check'], env);
  if (checked !== 0) return checked;
  const imported = await run(['import', ...(paidOrders ? ['--status', '3'] : [])], env);
  if (imported !== 0 && imported !== 2) return imported;
  console.log(whereTheExtensionIs());
  return 0;
}

function run(args: readonly string[], env: Environment): Promise<number> {
  console.log(`> billbee-importer ${args.join(' ')}`);
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [importer, ...args], {
      env: { ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    interrupted.signal.addEventListener('abort', () => child.kill('SIGTERM'), { once: true });
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}

function whereTheExtensionIs(): string {
  const place = (browser: string): string => relative(process.cwd(), `${root}dist/${browser}`);
  return `
The extension is ready to load:
  Chrome, Edge  open chrome://extensions and switch on developer mode
                "Load unpacked", choose ${place('chrome')}
  Firefox       open about:debugging#/runtime/this-firefox
                "Load Temporary Add-on", choose ${place('firefox')}/manifest.json`;
}
