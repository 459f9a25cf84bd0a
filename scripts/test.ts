/**
 * `npm test`: prepares what the wanted tests need, runs them, and ends with `N passed, N failed`. Without a path these are
 * all; `npm test -- PATH` builds, and looks for browsers and PHP, only where a test below the path needs it.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { findBrowsers } from './browsers.js';
import { findPhp } from './php.js';
import { type Need, needsOf } from './test-needs.js';
import { type Counts, listFiles, runVitest } from './vitest-run.js';

const root = fileURLToPath(new URL('..', import.meta.url));

function build(script: 'build:packages' | 'build:extension'): void {
  if (spawnSync('npm', ['run', script], { cwd: root, stdio: 'inherit' }).status !== 0) {
    throw new Error('The build failed (its messages stand above), so no test was run.');
  }
}

/** Prepares; variables for the tests. */
async function prepare(needs: ReadonlySet<Need>): Promise<NodeJS.ProcessEnv> {
  if (needs.has('packages')) build('build:packages');
  if (needs.has('extension')) build('build:extension');
  const env: NodeJS.ProcessEnv = {};
  if (needs.has('browsers')) {
    const { chromium, firefox } = await findBrowsers();
    Object.assign(env, { CHROMIUM_PATH: chromium, FIREFOX_PATH: firefox });
  }
  if (needs.has('php')) env['PHP_PATH'] = findPhp();
  for (const [name, path] of Object.entries(env)) console.log(`${name}: ${path}`);
  return env;
}

async function test(args: readonly string[]): Promise<Counts> {
  const wanted = args.filter((argument) => argument !== '--long');
  const long: NodeJS.ProcessEnv = args.includes('--long') ? { TEST_LONG: '1' } : {};
  const files = await listFiles(wanted, { cwd: root, env: long });
  return await runVitest(wanted, { cwd: root, env: { ...long, ...(await prepare(needsOf(files))) } });
}

let counts: Counts = { passed: 0, failed: 1, skipped: 0 };
try {
  counts = await test(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
}
const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
console.log(`${counts.passed} passed, ${counts.failed} failed${skipped}`);
process.exitCode = counts.failed > 0 ? 1 : 0;
