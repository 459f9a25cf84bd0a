import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const libraries = [
  'importer-core',
  'importer-mapping',
  'importer-accounts',
  'importer-staging',
  'xentral-target',
  'openxe-connector',
];

/** Names of one front end: variables of its environment, switches of its commands. */
const ofTheTerminal = /BILLBEE_[A-Z]|XENTRAL_(?:URL|TOKEN)|DATABASE_URL|(?<![\w-])--[a-z]{2,}/;

/** What an integrator begins with: its defaults are the variables that the command line has, so that one `.env` does for both. */
const withDefaults = 'packages/importer-core/src/node/open-billbee.ts';

it.each(libraries)('%s names no variable and no switch of the command line', (library) => {
  const { stdout } = spawnSync('git', ['ls-files', `packages/${library}/src`], { encoding: 'utf8' });
  const files = stdout.split('\n').filter((file) => file !== '' && !file.includes('.test.'));
  if (library === 'importer-core') expect(files).toContain(withDefaults);
  expect(files.length).toBeGreaterThan(5);
  const found = files
    .filter((file) => file !== withDefaults)
    .flatMap((file) =>
      readFileSync(file, 'utf8')
        .split('\n')
        .flatMap((line, index) => (ofTheTerminal.test(line) ? [`${file}:${index + 1}: ${line.trim()}`] : [])),
    );
  expect(found).toEqual([]);
});
