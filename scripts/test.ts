/** `npm test`: builds, finds browsers and PHP, runs every test; the last line is `N passed, N failed`. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { findBrowsers } from './browsers.js';
import { findPhp } from './php.js';
import { type Counts, runVitest } from './vitest-run.js';

const root = fileURLToPath(new URL('..', import.meta.url));

async function test(args: readonly string[]): Promise<Counts> {
  if (spawnSync('npm', ['run', 'build'], { cwd: root, stdio: 'inherit' }).status !== 0) {
    throw new Error('The build failed (its messages stand above), so no test was run.');
  }
  const { chromium, firefox } = await findBrowsers();
  const php = findPhp();
  console.log(`Chromium: ${chromium}\nFirefox: ${firefox}\nPHP: ${php}`);
  return await runVitest(
    args.filter((argument) => argument !== '--long'),
    {
      cwd: root,
      env: {
        CHROMIUM_PATH: chromium,
        FIREFOX_PATH: firefox,
        PHP_PATH: php,
        ...(args.includes('--long') ? { TEST_LONG: '1' } : {}),
      },
    },
  );
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
