import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { needsOf } from './test-needs.js';

it.each([
  [['packages/importer-core/src/order/map-order.test.ts', 'extension/popup/app.test.tsx'], []],
  [['scripts/layers.test.ts'], []],
  [['test/integration/import.test.ts'], ['packages']],
  [['test/integration/openxe.test.ts'], ['packages', 'php']],
  [['test/long/openxe-fuzz.test.ts'], ['packages', 'php']],
  [['test/packed/library.test.ts'], ['packages', 'browsers']],
  [
    ['extension/popup/app.test.tsx', 'test/browser/pick.test.ts'],
    ['packages', 'extension', 'browsers'],
  ],
])('%j need %j', (files, needs) => {
  expect([...needsOf(files)]).toEqual(needs);
});

it('gives PHP to every file that starts it, and a build to every test outside the sources', () => {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const files = (...args: string[]): string[] =>
    execFileSync('git', ['grep', '-lE', ...args], { cwd: root, encoding: 'utf8' })
      .trim()
      .split('\n');
  const startPhp = files('openxe-host|shop-(service|client|kills|fuzz)', '--', 'test/**/*.test.ts');
  expect(startPhp.length).toBeGreaterThan(3);
  for (const file of startPhp) expect([file, needsOf([file]).has('php')]).toEqual([file, true]);
  for (const file of files('.', '--', 'test/**/*.test.ts')) {
    expect([file, needsOf([file]).has('packages')]).toEqual([file, true]);
  }
});
