import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const source = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Unit tests read the packages' sources, so a stale build can never make them pass. */
const ours =
  '(importer-core|importer-mapping|importer-accounts|importer-staging|openxe-connector|billbee-sandbox|xentral-target|xentral-sandbox)';
const alias = [
  { find: new RegExp(`^${ours}$`), replacement: `${source('packages')}/$1/src/index.ts` },
  { find: new RegExp(`^${ours}/([a-z-]+)$`), replacement: `${source('packages')}/$1/src/$2/index.ts` },
];

const timed = ['test/browser/live-page.test.ts'];

export default defineConfig({
  resolve: { alias },
  test: {
    // Most tests wait for a child process or a clock; one worker would leave the second core idle.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['packages/*/src/**/*.test.ts', 'scripts/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
        test: {
          name: 'page',
          environment: 'happy-dom',
          include: ['extension/**/*.test.{ts,tsx}'],
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          environment: 'node',
          include: ['test/integration/**/*.test.ts'],
          testTimeout: 240_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        // What strangers install: the packed packages, so nothing here may read our sources.
        resolve: {
          alias: [
            { find: /^billbee-sandbox$/, replacement: source('packages/billbee-sandbox/src/index.ts') },
          ],
        },
        test: {
          name: 'packed',
          environment: 'node',
          include: ['test/packed/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          environment: 'node',
          include: ['test/browser/**/*.test.ts'],
          exclude: timed,
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
      {
        extends: true,
        // Last, and with the machine to itself: it holds the extension to a promise that is made in seconds.
        test: {
          name: 'timed',
          environment: 'node',
          include: timed,
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'long',
          environment: 'node',
          include: process.env['TEST_LONG'] ? ['test/long/**/*.test.ts'] : [],
          testTimeout: 3_600_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
