import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { cheapStart, importerProgram } from '../../support/importer-program.js';

/**
 * When a process is killed: after its start, after one of its calls has arrived, or after the file has grown;
 * `latestMs` after its start when that does not come about.
 */
export type KillPlan =
  | { readonly kind: 'never' }
  | { readonly kind: 'time'; readonly afterMs: number }
  | { readonly kind: 'call'; readonly number: number; readonly afterMs: number; readonly latestMs: number }
  | { readonly kind: 'growth'; readonly afterMs: number; readonly latestMs: number };

export interface LifeOptions {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Working folder: no `.env` of the repository may be read. */
  readonly cwd: string;
  readonly plan: KillPlan;
  /** Folder in which a change counts as growth. */
  readonly outFolder?: string | undefined;
  /** Hands over the function to be told about calls of this life, 1 for the first. */
  readonly onCalls?: ((tell: (number: number) => void) => void) | undefined;
  /** Asked in the moment of the kill. */
  readonly onKill?: ((pid: number) => void) | undefined;
  /** Modules to load before the program. */
  readonly preload?: readonly string[] | undefined;
}

export interface Life {
  readonly killed: boolean;
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly elapsedMs: number;
}

/**
 * The longest that a life may last. One that hangs is a defect and shows as one; one on a machine that is busy, or that
 * was sent to sleep, must not be taken for it.
 */
const longestMs = 1_200_000;

/** One life of the real command line, ended by itself or by `kill -9`. */
export async function live(options: LifeOptions): Promise<Life> {
  const { args, env, cwd, plan, outFolder, preload = [] } = options;
  const startedAt = performance.now();
  const child = spawn(
    process.execPath,
    [cheapStart, ...preload.flatMap((module) => ['--import', module]), importerProgram, ...args],
    { cwd, env: { PATH: process.env['PATH'] ?? '', LANG: 'en_GB.UTF-8', ...env }, stdio: 'pipe' },
  );
  child.stdin.end();
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk) => {
    output.stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    output.stderr += chunk;
  });
  const timers: NodeJS.Timeout[] = [];
  let killed = false;
  const kill = (): void => {
    if (killed || child.exitCode !== null || child.signalCode !== null) return;
    killed = true;
    if (child.pid !== undefined) options.onKill?.(child.pid);
    child.kill('SIGKILL');
  };
  const killIn = (milliseconds: number): void => void timers.push(setTimeout(kill, milliseconds));
  if (plan.kind === 'time') killIn(plan.afterMs);
  if ('latestMs' in plan) killIn(plan.latestMs);
  if (plan.kind === 'call') {
    options.onCalls?.((number) => {
      if (number === plan.number) killIn(plan.afterMs);
    });
  }
  const watcher =
    plan.kind === 'growth' && outFolder !== undefined
      ? watch(outFolder, (event) => {
          if (event === 'change') killIn(plan.afterMs);
        })
      : undefined;
  let hung = false;
  timers.push(
    setTimeout(() => {
      hung = true;
      child.kill('SIGKILL');
    }, longestMs),
  );
  const [code, signal] = await new Promise<[number | null, string | null]>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exitCode, exitSignal) => resolve([exitCode, exitSignal]));
  });
  for (const timer of timers) clearTimeout(timer);
  watcher?.close();
  if (hung) throw new Error(`billbee-importer ${args.join(' ')} hung: ${output.stderr}`);
  return { killed: signal === 'SIGKILL', code, ...output, elapsedMs: performance.now() - startedAt };
}
