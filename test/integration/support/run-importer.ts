import { type ChildProcess, spawn } from 'node:child_process';
import { expect } from 'vitest';
import { cheapStart, importerProgram } from '../../support/importer-program.js';

/** What a finished command left behind. */
export interface Finished {
  /** null when a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** None of these may stand in any output. */
  readonly secrets: readonly string[];
  /** What the command reads from stdin; nothing by default. */
  readonly stdin?: string | undefined;
  /** Told about the process as soon as it runs, for those who want to end it early. */
  readonly onStart?: ((child: ChildProcess) => void) | undefined;
}

/**
 * Runs the built `billbee-importer` with pipes, as a script would, and holds every output against two
 * promises: no secret, and no control character but line breaks (unless colours are forced).
 */
export async function runImporter(
  args: readonly string[],
  { cwd, env, secrets, stdin, onStart }: RunOptions,
): Promise<Finished> {
  const child = spawn(process.execPath, [cheapStart, importerProgram, ...args], {
    cwd,
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  child.stdin.on('error', () => {}).end(stdin ?? '');
  onStart?.(child);
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    stderr += text;
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  for (const secret of secrets) expect(stdout + stderr).not.toContain(secret);
  if (env['FORCE_COLOR'] === undefined) expect(stdout + stderr).not.toMatch(/(?!\n)\p{Cc}/u);
  return { code, stdout, stderr };
}
