import { execFile, spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Consumer,
  installPacked,
  type PackedPackage,
  packPackages,
  publishedPackages,
} from '../support/packed-packages.js';

const run = promisify(execFile);
const names = publishedPackages().map(({ manifest }) => manifest.name);
let packages: Map<string, PackedPackage>;
let consumer: Consumer;
beforeAll(async () => {
  packages = await packPackages(names);
  consumer = await installPacked([...packages.values()]);
});
afterAll(() => consumer?.remove());

const home = (name: string): string => join(consumer.folder, 'node_modules', name);

describe.each(names)('%s, packed', (name) => {
  it('runs no script on installation', () => {
    const scripts = Object.keys(packages.get(name)?.manifest.scripts ?? {});
    expect(scripts.filter((script) => /^(?:pre|post)?(?:install|prepare|pack|publish)/.test(script))).toEqual(
      [],
    );
  });

  it('brings its licence, its read-me and its sources, but no test', () => {
    expect(existsSync(join(home(name), 'LICENSE'))).toBe(true);
    expect(existsSync(join(home(name), 'README.md'))).toBe(true);
    const files = readdirSync(home(name), { recursive: true, encoding: 'utf8' }).filter(
      (file) => !file.startsWith('node_modules'),
    );
    expect(files.filter((file) => /\.test\.|tsbuildinfo|\.env/.test(file))).toEqual([]);
    const maps = files.filter((file) => file.startsWith('dist/') && file.endsWith('.js.map'));
    expect(maps.length).toBeGreaterThan(0);
    expect(
      maps
        .map((map) => map.replace(/^dist/, 'src').replace(/\.js\.map$/, '.ts'))
        .filter((source) => !files.includes(source) && !files.includes(`${source}x`)),
    ).toEqual([]);
  });

  it('says what it is for, to those who search', () => {
    expect(packages.get(name)?.manifest.keywords).toContain('billbee');
  });
});

it('the packed command checks, imports from and reports to the packed sandbox', async () => {
  const sandbox = spawn(process.execPath, [join(home('billbee-sandbox'), 'bin/billbee-sandbox.js')], {
    cwd: consumer.folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const line = await new Promise<string>((resolve) =>
      sandbox.stdout.once('data', (text) => resolve(String(text))),
    );
    const env = {
      PATH: process.env['PATH'] ?? '',
      BILLBEE_URL: (JSON.parse(line) as { api: string }).api,
      BILLBEE_USERNAME: 'sandbox@example.com',
      BILLBEE_API_PASSWORD: 'sandbox-password',
      BILLBEE_API_KEY: 'sandbox-key',
    };
    const importer = async (...args: string[]): Promise<string> => {
      const bin = join(home('billbee-importer'), 'bin/billbee-importer.js');
      const { stdout } = await run(process.execPath, [bin, ...args], { cwd: consumer.folder, env });
      return stdout.trim();
    };
    expect(await importer('check')).toBe('success');
    const summary = JSON.parse(await importer('import', '--status', '3', '--out', 'orders.ndjson', '--json'));
    expect(summary.created).toBeGreaterThan(0);
    expect(summary.read).toBe(summary.created);
    expect(await importer('report', 'status', '300000180937794', '4')).toMatch(/Billbee/);
  } finally {
    sandbox.kill();
  }
});
