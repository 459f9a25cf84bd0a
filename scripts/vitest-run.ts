import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';

/** How many tests ended which way; a file that could not be read or a crash counts as a failed test. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

interface JsonReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

/** How vitest is started. */
export interface RunOptions {
  /** Folder with the configuration. */
  readonly cwd: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly silent?: boolean;
  /** Another Node program to run the tests with. */
  readonly node?: string;
}

/**
 * Runs vitest with a readable report on the terminal and counts its tests.
 *
 * The counts never look better than the run was: no report, an unhandled error, a crashed worker or a run without a
 * single test is at least one failure.
 *
 * @param args - passed through to `vitest run`, e.g. a path to filter by.
 */
export function runVitest(args: readonly string[], options: RunOptions): Promise<Counts> {
  return withReport(async (report) => {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const code = await vitest(['run', ...reporters, ...args], options);
    return countTests(readJson<JsonReport>(report), code === 0);
  });
}

/**
 * The files that `runVitest` would run with the same arguments, as paths from the folder.
 *
 * @throws Error when vitest does not understand the arguments
 */
export function listFiles(args: readonly string[], options: RunOptions): Promise<string[]> {
  return withReport(async (report) => {
    await vitest(['list', '--filesOnly', `--json=${report}`, ...args], options);
    const files = readJson<{ file: string }[]>(report);
    if (!files) throw new Error('vitest did not list its files; its messages stand above.');
    return files.map(({ file }) => relative(options.cwd, file));
  });
}

async function withReport<Result>(work: (path: string) => Promise<Result>): Promise<Result> {
  const scratch = mkdtempSync(join(tmpdir(), 'vitest-run-'));
  try {
    return await work(join(scratch, 'report.json'));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Its exit code. */
async function vitest(args: readonly string[], { cwd, env, silent, node }: RunOptions): Promise<unknown> {
  const program = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
  const child = spawn(node ?? process.execPath, [program, ...args], {
    cwd,
    env: { ...process.env, ...env },
    stdio: silent ? 'ignore' : ['ignore', 'inherit', 'inherit'],
  });
  const [code] = await once(child, 'exit');
  return code;
}

function readJson<Content>(path: string): Content | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

function countTests(report: JsonReport | undefined, endedWell: boolean): Counts {
  if (!report) return { passed: 0, failed: 1, skipped: 0 };
  const filesWithoutVerdict = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((assertion) => assertion.status === 'failed'),
  ).length;
  const passed = report.numPassedTests;
  const failed = report.numFailedTests + filesWithoutVerdict;
  const skipped = report.numPendingTests + report.numTodoTests;
  const hiddenFailure = failed === 0 && (!endedWell || passed === 0);
  return { passed, failed: hiddenFailure ? 1 : failed, skipped };
}
