import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

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

/**
 * Runs vitest with a readable report on the terminal and counts its tests.
 *
 * The counts never look better than the run was: no report, an unhandled error, a crashed worker or a run without a
 * single test is at least one failure.
 *
 * @param args - passed through to `vitest run`, e.g. a path to filter by.
 * @param options.cwd - folder with the configuration.
 * @param options.node - another Node program to run the tests with.
 */
export async function runVitest(
  args: readonly string[],
  options: {
    readonly cwd: string;
    readonly env?: NodeJS.ProcessEnv;
    readonly silent?: boolean;
    readonly node?: string;
  },
): Promise<Counts> {
  const scratch = mkdtempSync(join(tmpdir(), 'vitest-run-'));
  const reportPath = join(scratch, 'report.json');
  const program = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportPath}`];
  try {
    const child = spawn(options.node ?? process.execPath, [program, 'run', ...reporters, ...args], {
      cwd: options.cwd,
      env: { ...process.env, ...options.env },
      stdio: options.silent ? 'ignore' : ['ignore', 'inherit', 'inherit'],
    });
    const [code] = await once(child, 'exit');
    return countTests(readReport(reportPath), code === 0);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function readReport(path: string): JsonReport | undefined {
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
