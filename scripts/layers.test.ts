import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'layers-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const configuration = JSON.parse(readFileSync(join(root, 'biome.json'), 'utf8'));
writeFileSync(join(scratch, 'biome.json'), JSON.stringify({ ...configuration, vcs: { enabled: false } }));

/** Whether the project's lint rules let a file at `path` import `module`. */
function mayImport(path: string, module: string): boolean {
  const file = join(scratch, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `import * as part from '${module}';\n\nexport const used = part;\n`);
  const result = spawnSync(join(root, 'node_modules/.bin/biome'), ['lint', path], {
    cwd: scratch,
    encoding: 'utf8',
  });
  rmSync(file);
  expect(result.stdout).toContain('Checked 1 file');
  return !/noRestrictedImports|noNodejsModules/.test(result.stdout + result.stderr);
}

describe('who may import whom', () => {
  it.each([
    ['a Node module in the portable core', 'packages/importer-core/src/import/x.ts', 'node:fs'],
    ['a database driver in the portable core', 'packages/importer-core/src/store/x.ts', 'pg'],
    ['the node entry in the portable core', 'packages/importer-core/src/import/x.ts', '../node/index.js'],
    [
      'the conformance suites in the core',
      'packages/importer-core/src/store/x.ts',
      '../conformance/index.js',
    ],
    ['the rest of the core in statuses', 'packages/importer-core/src/statuses/x.ts', '../errors.js'],
    ['a Node module in statuses', 'packages/importer-core/src/statuses/x.ts', 'node:fs'],
    ['the mapping in the core', 'packages/importer-core/src/import/x.ts', 'importer-mapping'],
    ['the accounts in the core', 'packages/importer-core/src/import/x.ts', 'importer-accounts'],
    ['the queue in the core', 'packages/importer-core/src/import/x.ts', 'importer-staging'],
    ['the store in the mapping', 'packages/importer-mapping/src/x.ts', 'importer-core/store'],
    ['a Node module in the accounts', 'packages/importer-accounts/src/budget/x.ts', 'node:fs'],
    ['their Node part in the accounts', 'packages/importer-accounts/src/budget/x.ts', '../node/index.js'],
    ['the accounts in the queue', 'packages/importer-staging/src/staging/x.ts', 'importer-accounts'],
    [
      'sources of the core in the queue',
      'packages/importer-staging/src/x.ts',
      '../../importer-core/src/errors.js',
    ],
    ['the whole core in the extension', 'extension/popup/x.ts', 'importer-core'],
    ['the node entry in the extension', 'extension/popup/x.ts', 'importer-core/node'],
    [
      'package sources in the extension',
      'extension/popup/x.ts',
      '../../packages/importer-core/src/errors.js',
    ],
    ['the page in the evidence', 'extension/evidence/x.ts', '../billbee-page/dom.js'],
    ['the views in the evidence', 'extension/evidence/x.ts', '../popup/rows.js'],
    ['the whole core in the evidence', 'extension/evidence/x.ts', 'importer-core'],
    ['our own library in the sandbox', 'packages/billbee-sandbox/src/x.ts', 'importer-core'],
    ['a Node module in the Xentral target', 'packages/xentral-target/src/x.ts', 'node:fs'],
    ['the node entry in the Xentral target', 'packages/xentral-target/src/x.ts', 'importer-core/node'],
    ['our own library in the Xentral sandbox', 'packages/xentral-sandbox/src/x.ts', 'importer-core'],
    ['the Xentral sandbox in the command line', 'packages/billbee-importer/src/x.ts', 'xentral-sandbox'],
    ['a Node module in the connector', 'packages/openxe-connector/src/cart/x.ts', 'node:crypto'],
    ['the node entry in the connector', 'packages/openxe-connector/src/http/x.ts', 'importer-core/node'],
    ['the connector in the portable core', 'packages/importer-core/src/target/x.ts', 'openxe-connector'],
    ['the sandbox in the command line', 'packages/billbee-importer/src/x.ts', 'billbee-sandbox'],
  ])('refuses %s', (_name, path, module) => {
    expect(mayImport(path, module)).toBe(false);
  });

  it.each([
    ['Node in the node entry', 'packages/importer-core/src/node/x.ts', 'node:fs'],
    ['Node in the accounts’ node entry', 'packages/importer-accounts/src/node/x.ts', 'node:fs'],
    ['the store in the accounts', 'packages/importer-accounts/src/budget/x.ts', 'importer-core/store'],
    ['the store in the queue', 'packages/importer-staging/src/staging/x.ts', 'importer-core/store'],
    ['the status entry in the extension', 'extension/popup/x.ts', 'importer-core/statuses'],
    ['the messages in the evidence', 'extension/evidence/x.ts', '../messages.js'],
    ['the status entry in the evidence', 'extension/evidence/x.ts', 'importer-core/statuses'],
    ['the core in the Xentral target', 'packages/xentral-target/src/x.ts', 'importer-core'],
    ['the core in the connector', 'packages/openxe-connector/src/work/x.ts', 'importer-core'],
    ['the connector in the command line', 'packages/billbee-importer/src/x.ts', 'openxe-connector'],
    ['the core in the command line', 'packages/billbee-importer/src/x.ts', 'importer-core'],
  ])('allows %s', (_name, path, module) => {
    expect(mayImport(path, module)).toBe(true);
  });
});
