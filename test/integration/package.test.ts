import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const out = mkdtempSync(join(tmpdir(), 'billbee-packages-'));
const hash = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');
const zips = (folder: string) => readdirSync(join(out, folder)).sort();
const filesIn = (kind: string): string[] => {
  const file = zips('one').find((name) => name.endsWith(`-${kind}.zip`)) ?? '';
  return Object.keys(unzipSync(readFileSync(join(out, 'one', file)))).sort();
};

beforeAll(() => {
  for (const [folder, TZ, LANG] of [
    ['one', 'UTC', 'C'],
    ['two', 'Pacific/Auckland', 'de_DE.UTF-8'],
  ] as const) {
    const args = [
      'node_modules/tsx/dist/cli.mjs',
      'scripts/package.ts',
      '--zips',
      '--out',
      join(out, folder),
    ];
    const env = { ...process.env, TZ, LANG };
    const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, env, encoding: 'utf8' });
    expect(stderr + status).toBe('0');
  }
});
afterAll(() => rmSync(out, { recursive: true, force: true }));

it('makes a zip for each store and the source archive, the same bytes at every time and place', () => {
  expect(zips('one').map((name) => name.replace(/^billbee-status-ids-[\d.]+-/, ''))).toEqual([
    'chrome.zip',
    'firefox.zip',
    'source.zip',
  ]);
  expect(zips('two')).toEqual(zips('one'));
  for (const name of zips('one'))
    expect(hash(join(out, 'two', name)), name).toBe(hash(join(out, 'one', name)));
});

it('puts the manifest at the top and nothing but the build into the stores', () => {
  for (const kind of ['chrome', 'firefox']) {
    expect(filesIn(kind)).toContain('manifest.json');
    expect(filesIn(kind).filter((file) => /\.(tsx?|map)$|node_modules|^\./.test(file))).toEqual([]);
  }
});

it('puts into the source archive what a reviewer needs to build it again', () => {
  const files = filesIn('source');
  for (const needed of ['package-lock.json', 'vite.config.ts', 'manifest.json', 'docs/store/amo-review.md'])
    expect(files).toContain(needed);
  expect(files.filter((file) => /^(dist|node_modules)\//.test(file))).toEqual([]);
});
