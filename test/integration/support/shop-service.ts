import type { ChildProcess } from 'node:child_process';
import { onTestFinished } from 'vitest';
import { OpenXeHost } from '../../support/openxe-host.js';
import { until } from '../../support/until.js';
import type { Finished } from './run-importer.js';
import { oneJson, type Workplace } from './workplace.js';

/** A running `serve` for ERP shops, without credentials of its own. */
export interface ShopService {
  readonly url: string;
  readonly child: ChildProcess;
  /** Ends it and gives what it wrote. */
  stop(signal?: NodeJS.Signals): Promise<Finished>;
}

const noCredentials = { BILLBEE_USERNAME: '', BILLBEE_API_PASSWORD: '', BILLBEE_API_KEY: '' };

/** Adds a shop and gives its token. */
export async function addShop(workplace: Workplace, name: string): Promise<string> {
  const added = await workplace.run(['shops', 'add', name, '--json'], noCredentials);
  return oneJson<{ token: string }>(added).token;
}

/** Starts the service on a port (0: any) and waits until it listens. */
export async function startShopService(
  workplace: Workplace,
  port = 0,
  env: Record<string, string> = {},
): Promise<ShopService> {
  let child: ChildProcess | undefined;
  let stdout = '';
  const finished = workplace.run(
    ['serve', '--port', String(port)],
    { ...noCredentials, ...env },
    {
      onStart(started) {
        child = started;
        started.stdout?.on('data', (text) => {
          stdout += String(text);
        });
      },
    },
  );
  const url = await until(
    'the service',
    () => {
      if (child?.exitCode != null) throw new Error('it has ended');
      return /Listening on (\S+)/.exec(stdout)?.[1];
    },
    180_000,
  );
  if (!child) throw new Error('The service has no process.');
  const running = child;
  return {
    url,
    child: running,
    async stop(signal = 'SIGTERM') {
      running.kill(signal);
      return finished;
    },
  };
}

/** An ERP whose form is filled in for the workplace's Billbee. */
export async function openErp(workplace: Workplace, url: string, token: string): Promise<OpenXeHost> {
  const erp = new OpenXeHost();
  onTestFinished(() => erp.remove());
  const { username, apiPassword, apiKey } = workplace.sandbox.credentials;
  await erp.save({
    bbServiceUrl: url,
    bbToken: token,
    bbUser: username,
    bbApiPassword: apiPassword,
    bbApiKey: apiKey,
  });
  return erp;
}
