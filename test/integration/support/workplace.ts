import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Sandbox, type SandboxOptions, startSandbox } from 'billbee-sandbox';
import type { ErpOrder } from 'importer-core';
import { onTestFinished } from 'vitest';
import { type Finished, type RunOptions, runImporter } from './run-importer.js';

/** A working directory with a Billbee of its own. */
export interface Workplace {
  readonly sandbox: Sandbox;
  readonly folder: string;
  /** Runs a command in the folder, with the sandbox's credentials unless `env` says otherwise. */
  run(
    args: readonly string[],
    env?: Record<string, string>,
    options?: Partial<RunOptions>,
  ): Promise<Finished>;
  /** Path of a file in the folder. */
  path(name: string): string;
  /** The orders in an NDJSON file of the folder. */
  orders(name: string): ErpOrder[];
}

/**
 * Opens a workplace that is cleared away after the test.
 *
 * @param options of the sandbox; `database` says whether there is an (empty) one already, which saves its
 *   first start
 */
export async function openWorkplace(
  options: SandboxOptions & { readonly database?: 'new' | 'ready' } = {},
): Promise<Workplace> {
  const { database = 'ready', ...sandboxOptions } = options;
  const folder = mkdtempSync(join(tmpdir(), 'workplace-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  if (database === 'ready') cpSync(await emptyDatabase(), join(folder, 'data'), { recursive: true });
  const sandbox = await startSandbox({ rateLimit: false, ...sandboxOptions });
  onTestFinished(() => sandbox.close());
  const { username, apiPassword, apiKey } = sandbox.credentials;
  const path = (name: string): string => join(folder, name);
  return {
    sandbox,
    folder,
    path,
    run: (args, env = {}, rest = {}) =>
      runImporter(args, {
        cwd: folder,
        env: {
          BILLBEE_URL: sandbox.api,
          BILLBEE_USERNAME: username,
          BILLBEE_API_PASSWORD: apiPassword,
          BILLBEE_API_KEY: apiKey,
          LANG: 'C.UTF-8',
          ...env,
        },
        secrets: [apiPassword, apiKey, Buffer.from(`${username}:${apiPassword}`).toString('base64')],
        ...rest,
        onStart(child) {
          // A service that the test has not ended would go on for ever, in a folder that is gone.
          onTestFinished(() => void child.kill('SIGKILL'));
          rest.onStart?.(child);
        },
      }),
    orders: (name) =>
      readFileSync(path(name), 'utf8')
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as ErpOrder),
  };
}

const builtNodeEntry = new URL('../../../packages/importer-core/dist/node/index.js', import.meta.url).href;
let template: Promise<string> | undefined;

/** Initialising a database takes seconds; copying an empty one does not. */
function emptyDatabase(): Promise<string> {
  template ??= (async () => {
    const folder = mkdtempSync(join(tmpdir(), 'empty-database-'));
    process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
    // Made by the build under test: the sources may be ahead of it while somebody is working on them.
    const { openEmbeddedDatabase } = (await import(builtNodeEntry)) as typeof import('importer-core/node');
    await (await openEmbeddedDatabase(folder)).close();
    return folder;
  })();
  return template;
}

/** Ids of the sandbox's orders in these statuses, as text and sorted. */
export function idsInStatus(sandbox: Sandbox, ...statuses: number[]): string[] {
  return sandbox.orders
    .filter((order) => statuses.includes(order.State))
    .map((order) => String(order.BillBeeOrderId))
    .sort();
}

/** The one JSON value on stdout; fails when there is more or less than one line. */
export function oneJson<T = Record<string, unknown>>({ stdout }: Finished): T {
  if (!/^[^\n]+\n$/.test(stdout)) throw new Error(`not exactly one line: ${stdout}`);
  return JSON.parse(stdout) as T;
}
