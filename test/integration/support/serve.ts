import type { ChildProcess } from 'node:child_process';
import { until } from '../../support/until.js';
import type { Finished, RunOptions } from './run-importer.js';
import type { Workplace } from './workplace.js';

/** A running `serve`. */
export interface Service {
  readonly url: string;
  /** Ends it; its outputs are held against the secrets then. */
  end(signal?: NodeJS.Signals): Promise<Finished>;
}

/** Starts `serve` for orders in status 3 at a free port, unless the arguments name another. */
export async function startServe(
  workplace: Workplace,
  args: readonly string[] = [],
  env: Record<string, string> = {},
): Promise<Service> {
  let child: ChildProcess | undefined;
  let stdout = '';
  const onStart: RunOptions['onStart'] = (started) => {
    child = started;
    started.stdout?.on('data', (text) => {
      stdout += String(text);
    });
  };
  const port = args.includes('--port') ? [] : ['--port', '0'];
  const finished = workplace.run(['serve', '--status', '3', ...port, ...args], env, { onStart });
  const url = await until(
    'the service',
    () => {
      if (child?.exitCode != null) throw new Error('it has ended');
      return /Listening on (\S+)/.exec(stdout)?.[1];
    },
    60_000,
  );
  return {
    url,
    end(signal = 'SIGTERM') {
      child?.kill(signal);
      return finished;
    },
  };
}
