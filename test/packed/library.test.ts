import { execFile } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createSandbox, startSandbox } from 'billbee-sandbox';
import puppeteer from 'puppeteer-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { findBrowsers } from '../../scripts/browsers.js';
import { toolProgram } from '../../scripts/tools.js';
import {
  type Consumer,
  installPacked,
  type PackedPackage,
  packPackages,
} from '../support/packed-packages.js';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../..', import.meta.url));
const bin = (name: string): string => join(root, 'node_modules/.bin', name);
const stranger = (name: string): string => fileURLToPath(new URL(`./stranger/${name}`, import.meta.url));
const drivers = ['@electric-sql/pglite', 'pg'];

let library: PackedPackage;
beforeAll(async () => {
  const packed = (await packPackages(['importer-core'])).get('importer-core');
  if (!packed) throw new Error('importer-core was not packed.');
  library = packed;
});

async function consumer(others: readonly string[] = []): Promise<Consumer> {
  const made = await installPacked([library], others);
  onTestFinished(() => made.remove());
  return made;
}

/** Runs a program of the stranger; what it printed. */
async function node(folder: string, source: string, env: NodeJS.ProcessEnv = {}): Promise<string> {
  writeFileSync(join(folder, 'program.mjs'), source);
  const { stdout } = await run(process.execPath, ['program.mjs'], {
    cwd: folder,
    env: { ...process.env, NODE_OPTIONS: '', ...env },
  });
  return stdout;
}

describe('importer-core, packed and installed', () => {
  it('runs the example of its README in Node', async () => {
    const { folder, path } = await consumer(drivers);
    const readme = readFileSync(join(folder, 'node_modules/importer-core/README.md'), 'utf8');
    const sandbox = await startSandbox({ orders: 30 });
    onTestFinished(() => sandbox.close());
    const { username, apiPassword, apiKey } = sandbox.credentials;
    const printed = await node(folder, /```js\n([\s\S]*?)```/.exec(readme)?.[1] ?? '', {
      BILLBEE_URL: sandbox.api,
      BILLBEE_USERNAME: username,
      BILLBEE_API_PASSWORD: apiPassword,
      BILLBEE_API_KEY: apiKey,
    });
    const paid = sandbox.orders.filter((order) => order.State === 3).length;
    expect(JSON.parse(printed)).toMatchObject({ created: paid });
    expect(readFileSync(path('orders.ndjson'), 'utf8').trimEnd().split('\n')).toHaveLength(paid);
  });

  it('runs the conformance example of its README with vitest', async () => {
    const { folder, path } = await consumer(['vitest']);
    const readme = readFileSync(join(folder, 'node_modules/importer-core/README.md'), 'utf8');
    const example = readme.split('## Is my target good enough?')[1] ?? '';
    writeFileSync(path('my-erp.test.js'), /```js\n([\s\S]*?)```/.exec(example)?.[1] ?? '');
    cpSync(stranger('my-erp.js'), path('my-erp.js'));
    const vitest = join(root, 'node_modules/vitest/vitest.mjs');
    const args = [vitest, 'run', '--root', folder, '--reporter=json'];
    const { stdout } = await run(process.execPath, args, { cwd: folder });
    const { numPassedTests, success } = JSON.parse(stdout);
    expect(success).toBe(true);
    expect(numPassedTests).toBeGreaterThan(15);
  });

  it('loads without the database drivers, and names the one that is missing', async () => {
    const { folder } = await consumer();
    const printed = await node(
      folder,
      `import { createRequire } from 'node:module';
      import * as core from 'importer-core';
      import * as statuses from 'importer-core/statuses';
      import * as conformance from 'importer-core/conformance';
      import { openEmbeddedDatabase, openPostgres } from 'importer-core/node';
      const required = createRequire(import.meta.url)('importer-core');
      const hidden = await import('importer-core/dist/index.js').catch(({ code }) => code);
      const codes = [];
      for (const open of [() => openEmbeddedDatabase('memory://'), () => openPostgres('postgres://localhost/x')])
        await open().catch(({ code, message }) => codes.push(code, message));
      console.log(JSON.stringify({
        same: required.runImport === core.runImport,
        statuses: statuses.formatStatusIds([16, 3]),
        conformance: typeof conformance.targetConformance,
        hidden, codes,
      }));`,
    );
    expect(JSON.parse(printed)).toEqual({
      same: true,
      statuses: '3,16',
      conformance: 'function',
      hidden: 'ERR_PACKAGE_PATH_NOT_EXPORTED',
      codes: [
        'driver-missing',
        expect.stringContaining('npm install @electric-sql/pglite'),
        'driver-missing',
        expect.stringContaining('npm install pg'),
      ],
    });
  });

  it.each([
    ['NodeNext', ['ES2023'], ['node']],
    ['Bundler', ['ES2023', 'DOM'], []],
  ])('compiles with the strictest settings and %s resolution', async (resolution, lib, types) => {
    const { folder, path } = await consumer(['@types/node', 'undici-types']);
    cpSync(stranger('typed.ts'), path('typed.ts'));
    writeFileSync(path('package.json'), '{"type":"module"}');
    const compilerOptions = {
      target: 'ES2023',
      module: resolution === 'Bundler' ? 'ESNext' : resolution,
      moduleResolution: resolution,
      lib,
      types,
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      isolatedModules: true,
      verbatimModuleSyntax: true,
      skipLibCheck: false,
      noEmit: true,
    };
    writeFileSync(path('tsconfig.json'), JSON.stringify({ compilerOptions, files: ['typed.ts'] }));
    const compiled = await run(bin('tsc'), ['-p', folder]).catch((error: { stdout: string }) => error);
    expect(compiled.stdout).toBe('');
  });

  it('runs and type-checks in Deno, by name and by npm: specifier', async () => {
    const { folder, path } = await consumer(drivers);
    writeFileSync(
      path('package.json'),
      JSON.stringify({ type: 'module', dependencies: { 'importer-core': '*' } }),
    );
    const source = readFileSync(stranger('typed.ts'), 'utf8');
    writeFileSync(path('by-name.ts'), source);
    writeFileSync(path('by-npm.ts'), source.replaceAll("'importer-core", "'npm:importer-core"));
    const env = { ...process.env, DENO_DIR: path('deno-cache'), DENO_NO_UPDATE_CHECK: '1', NO_COLOR: '1' };
    const deno = toolProgram('deno', 'deno');
    const offline = ['--no-remote', '--node-modules-dir=manual'];
    for (const program of ['by-name.ts', 'by-npm.ts']) {
      const { stdout } = await run(deno, ['run', '--check', ...offline, program], {
        cwd: folder,
        env,
      });
      expect(JSON.parse(stdout)).toMatchObject({ ids: '3,16', paid: 'Zahlung_erhalten', checks: true });
    }
  });

  it('is bundled by vite and reads a whole Billbee in Chromium, without anything of Node', async () => {
    const { folder, path } = await consumer();
    cpSync(stranger('in-browser.ts'), path('in-browser.ts'));
    const warnings: string[] = [];
    const log = (message: string): number => warnings.push(message);
    await build({
      root: folder,
      configFile: false,
      customLogger: {
        info() {},
        warn: log,
        warnOnce: log,
        error: log,
        clearScreen() {},
        hasErrorLogged: () => false,
        hasWarned: false,
      },
      build: { lib: { entry: 'in-browser.ts', formats: ['es'], fileName: () => 'page.js' }, minify: false },
    });
    expect(warnings).toEqual([]);
    const script = readFileSync(path('dist/page.js'), 'utf8');
    expect(script).not.toMatch(/from\s*["']|\bimport\(|browser-external|node:/);

    const sandbox = createSandbox({ orders: 60, rateLimit: false });
    const server = createServer(async (request, response) => {
      if (!request.url?.startsWith('/api/')) {
        const isScript = request.url === '/page.js';
        response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
        response.end(isScript ? script : '<!doctype html><script type="module" src="/page.js"></script>');
        return;
      }
      const headers = Object.entries(request.headers).map(([name, value]): [string, string] => [
        name,
        String(value),
      ]);
      const answer = await sandbox.fetch(`http://sandbox${request.url}`, { headers });
      response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text());
    }).listen(0, '127.0.0.1');
    const browser = await puppeteer.launch({
      executablePath: (await findBrowsers()).chromium,
      args: ['--no-sandbox', '--disable-gpu'],
    });
    onTestFinished(async () => {
      await browser.close();
      server.close();
      await sandbox.close();
    });
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await page.waitForFunction('globalThis.readThrough');
    expect(await page.evaluate('[typeof process, typeof Buffer, typeof require, typeof global]')).toEqual(
      Array.from({ length: 4 }, () => 'undefined'),
    );
    const connection = JSON.stringify(sandbox.credentials);
    const read = await page.evaluate(
      `readThrough({ baseUrl: location.origin + '/api/v1', ...${connection} })`,
    );
    const wanted = sandbox.orders.filter(({ State }) => [1, 2, 3].includes(State)).length;
    expect(read).toMatchObject({
      check: true,
      outcomes: { ready: expect.any(Number), held: expect.any(Number) },
    });
    const { ready, held } = (read as { outcomes: { ready: number; held: number } }).outcomes;
    expect(ready + held).toBe(wanted);
  });
});

afterAll(() => {
  library = undefined as never;
});
