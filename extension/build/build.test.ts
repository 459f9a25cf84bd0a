// @vitest-environment node
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const workspace = fileURLToPath(new URL('../..', import.meta.url));
const out = mkdtempSync(join(tmpdir(), 'billbee-extension-'));
const builds = ['chrome', 'firefox', 'chrome again'] as const;

beforeAll(() => {
  for (const name of builds) {
    const [mode = name] = name.split(' ');
    const command = ['node_modules/vite/bin/vite.js', 'build', '--mode', mode, '--outDir', join(out, name)];
    execFileSync(process.execPath, command, { cwd: workspace, stdio: 'pipe' });
  }
});

afterAll(() => rmSync(out, { recursive: true, force: true }));

const files = (name: string): string[] =>
  readdirSync(join(out, name), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(out, name).length + 1))
    .sort();
const read = (name: string, file: string): string => readFileSync(join(out, name, file), 'utf8');

describe.each(['chrome', 'firefox'])('the build for %s', (name) => {
  test('has this manifest, which exposes nothing and asks for nothing more', () => {
    expect({ ...JSON.parse(read(name, 'manifest.json')), version: '(of the workspace)' }).toMatchSnapshot();
  });

  test('holds these files', () => expect(files(name)).toMatchSnapshot());

  test('has no code that reaches the network, makes markup of text, or runs text', () => {
    for (const file of files(name).filter((path) => path.endsWith('.js'))) {
      const code = read(name, file);
      expect(code, file).not.toMatch(
        /\bfetch\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon|importScripts/,
      );
      expect(code, file).not.toMatch(/\.(inner|outer)HTML=[^=]|insertAdjacentHTML|document\.write/);
      expect(code, file).not.toMatch(/\beval\(|new Function\b/);
    }
  });

  test('has scripts in one piece for pages and background: no import, no loader', () => {
    const pieces = files(name).filter((file) => /^(?:(?:billbee|erp)-page|background)\/.*js$/.test(file));
    expect(pieces.length).toBeGreaterThan(5);
    for (const file of pieces) expect(read(name, file), file).not.toMatch(/\bimport\b|\bexport\b/);
  });

  test('has the polyfill once for the views and once for the background, and in no page', () => {
    const holders = files(name).filter((file) =>
      read(name, file).includes('__mozWebExtensionPolyfillReject__'),
    );
    expect(holders.filter((file) => file.endsWith('.js'))).toEqual([
      'background/index.js',
      'popup/styles.js',
    ]);
  });
});

test('two builds of one source are the same, byte by byte', () => {
  expect(files('chrome again')).toEqual(files('chrome'));
  for (const file of files('chrome')) expect(read('chrome again', file), file).toBe(read('chrome', file));
});

test('both browsers get the same code', () => {
  for (const file of files('chrome').filter((path) => path.endsWith('.js'))) {
    expect(read('firefox', file), file).toBe(read('chrome', file));
  }
});
