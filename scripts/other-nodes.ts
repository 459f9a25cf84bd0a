/**
 * What `.ci/run` does before `npm test`: unit tests and packed packages on the other supported versions of Node. A version
 * that fails, or cannot be had, ends it with exit code 1 and a closing line that counts.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { findBrowsers } from './browsers.js';
import { type Counts, runVitest } from './vitest-run.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const otherVersions = ['22', '24'];

async function testOn(version: string): Promise<Counts> {
  const args = ['-y', '-p', `node@${version}`, 'node', '-p', 'process.version + " " + process.execPath'];
  const { stdout, stderr } = spawnSync('npx', args, { cwd: root, encoding: 'utf8' });
  const [, found, path] = /^v(\S+) (.+)$/m.exec(stdout ?? '') ?? [];
  if (!path || !found?.startsWith(`${version}.`)) {
    throw new Error(`Node ${version} could not be had by "npx -p node@${version}": ${stderr || stdout}`);
  }
  console.log(`\nNode ${found}: unit tests and packed packages`);
  const { chromium, firefox } = await findBrowsers();
  return await runVitest(['--project', 'unit', '--project', 'packed'], {
    cwd: root,
    node: path,
    env: { CHROMIUM_PATH: chromium, FIREFOX_PATH: firefox },
  });
}

for (const version of otherVersions) {
  let counts: Counts = { passed: 0, failed: 1, skipped: 0 };
  try {
    counts = await testOn(version);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
  }
  if (counts.failed > 0) {
    console.log(`${counts.passed} passed, ${counts.failed} failed`);
    process.exit(1);
  }
  console.log(`Node ${version}: ${counts.passed} tests, all passed`);
}
