/**
 * What `.ci/run` does after `npm ci`: `npm test` on the Node that is there, then unit tests and packed packages on the other
 * supported versions. The last line counts all of it: `N passed, N failed`.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { type Counts, runVitest } from './vitest-run.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const otherVersions = ['22', '24'];
const countLine = /^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/;

/** `npm test`, with its closing line kept for the sum. */
async function testHere(): Promise<Counts> {
  const child = spawn('npm', ['test'], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  let counts: Counts | undefined;
  for await (const line of createInterface({ input: child.stdout })) {
    const found = countLine.exec(line);
    if (found)
      counts = { passed: Number(found[1]), failed: Number(found[2]), skipped: Number(found[3] ?? 0) };
    else console.log(line);
  }
  const code = child.exitCode ?? (await new Promise<number | null>((resolve) => child.once('exit', resolve)));
  if (!counts) throw new Error('npm test ended without its closing line.');
  return code === 0 || counts.failed > 0 ? counts : { ...counts, failed: 1 };
}

/** Unit tests and packed packages on another Node, which npm brings. */
async function testOn(version: string): Promise<Counts> {
  const args = ['-y', '-p', `node@${version}`, 'node', '-p', 'process.version + " " + process.execPath'];
  const { stdout, stderr } = spawnSync('npx', args, { cwd: root, encoding: 'utf8' });
  const [, found, path] = /^v(\S+) (.+)$/m.exec(stdout ?? '') ?? [];
  if (!path || !found?.startsWith(`${version}.`)) {
    throw new Error(`Node ${version} could not be had by "npx -p node@${version}": ${stderr || stdout}`);
  }
  console.log(`\nNode ${found}: unit tests and packed packages`);
  return await runVitest(['--project', 'unit', '--project', 'packed'], { cwd: root, node: path });
}

const sum = { passed: 0, failed: 0, skipped: 0 };
for (const step of [testHere, ...otherVersions.map((version) => () => testOn(version))]) {
  try {
    const { passed, failed, skipped } = await step();
    sum.passed += passed;
    sum.failed += failed;
    sum.skipped += skipped;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    sum.failed += 1;
  }
}
console.log(`${sum.passed} passed, ${sum.failed} failed${sum.skipped > 0 ? `, ${sum.skipped} skipped` : ''}`);
process.exitCode = sum.failed > 0 ? 1 : 0;
