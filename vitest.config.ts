import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const packages = new URL('packages/', import.meta.url);

/** The packages' entries as their sources: no build has to be there, and a stale one can never make a test pass. */
const alias = readdirSync(packages)
  .map((folder) => ({
    folder,
    manifest: JSON.parse(readFileSync(new URL(`${folder}/package.json`, packages), 'utf8')),
  }))
  .flatMap(({ folder, manifest: { name, exports = {} } }) =>
    Object.entries<{ default?: string }>(exports).flatMap(([entry, { default: built }]) => {
      const source = built?.replace(/^\.\/dist\/(.*)\.js$/, 'src/$1.ts');
      if (source === undefined || source === built) return [];
      const find = new RegExp(`^${entry.replace('.', name)}$`);
      return [{ find, replacement: fileURLToPath(new URL(`${folder}/${source}`, packages)) }];
    }),
  );

/** When a test counts as hanging. What is to be done is bounded by numbers (of runs, orders, kills), never by the machine. */
const hanging = 600_000;
/** Compiles the embedded database at once and does not optimise it: that pays only where it runs for minutes. */
const execArgv = ['--liftoff-only'];
/** Tests of the repository itself: its scripts, its rules, the extension's build. */
const ofTheRepository = ['scripts/**/*.test.ts', 'extension/build/build.test.ts'];
const timed = ['test/browser/live-page.test.ts'];

const test = { environment: 'node', testTimeout: hanging, hookTimeout: hanging, execArgv } as const;

export default defineConfig({
  resolve: { alias },
  test: {
    // Most tests wait for a child process or a clock; one worker would leave the second core idle.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: { ...test, name: 'unit', include: ['packages/*/src/**/*.test.ts'], isolate: false },
      },
      {
        extends: true,
        oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
        test: {
          ...test,
          name: 'page',
          environment: 'happy-dom',
          include: ['extension/**/*.test.{ts,tsx}'],
          exclude: ofTheRepository,
        },
      },
      { extends: true, test: { ...test, name: 'repository', include: ofTheRepository } },
      { extends: true, test: { ...test, name: 'integration', include: ['test/integration/**/*.test.ts'] } },
      {
        extends: true,
        // What strangers install: the packed packages, so nothing here may read our sources.
        resolve: { alias: alias.filter(({ replacement }) => replacement.includes('/billbee-sandbox/')) },
        test: { ...test, name: 'packed', include: ['test/packed/**/*.test.ts'] },
      },
      {
        extends: true,
        test: { ...test, name: 'browser', include: ['test/browser/**/*.test.ts'], exclude: timed },
      },
      {
        extends: true,
        // Last, and with the machine to itself: it holds the extension to a promise that is made in seconds.
        test: { ...test, name: 'timed', include: timed, fileParallelism: false },
      },
      {
        extends: true,
        test: {
          ...test,
          name: 'long',
          include: process.env['TEST_LONG'] ? ['test/long/**/*.test.ts'] : [],
          testTimeout: 3_600_000,
        },
      },
    ],
  },
});
