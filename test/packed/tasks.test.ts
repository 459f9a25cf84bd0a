import { execFile, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type FaultHook, type Sandbox, startSandbox, throttled } from 'billbee-sandbox';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { toolProgram } from '../../scripts/tools.js';
import { freePort } from '../support/free-port.js';
import { type Consumer, installPacked, packPackages } from '../support/packed-packages.js';
import { until } from '../support/until.js';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../..', import.meta.url));
const bin = (name: string): string => join(root, 'node_modules/.bin', name);
const docs = join(root, 'packages/importer-core/docs');
const pages = readdirSync(docs);

/** A program of a page, as it is printed: `page.ts`, or the name that its block gives. */
interface Program {
  readonly file: string;
  readonly source: string;
}

const programs = pages.flatMap((page): Program[] =>
  [...readFileSync(join(docs, page), 'utf8').matchAll(/```ts(?: (\S+))?\n([\s\S]*?)```/g)].map(
    ([, file, source = '']) => ({ file: file ?? page.replace('.md', '.ts'), source }),
  ),
);
const sourceOf = (file: string): string => programs.find((one) => one.file === file)?.source ?? '';
const linesOf = (file: string): number =>
  sourceOf(file)
    .split('\n')
    .filter((line) => line.trim() !== '').length;

let consumer: Consumer;
let sandbox: Sandbox;
let answer: FaultHook | undefined;
beforeAll(async () => {
  const packed = await packPackages(['importer-core', 'importer-mapping']);
  consumer = await installPacked(
    [...packed.values()],
    [
      '@electric-sql/pglite',
      '@hono/node-server',
      '@types/express',
      '@types/node',
      'express',
      'fastify',
      'hono',
      'pg',
      'undici-types',
    ],
  );
  sandbox = await startSandbox({ orders: 40, fault: (call) => answer?.(call) });
  writeFileSync(consumer.path('package.json'), '{"type":"module"}');
  for (const { file, source } of programs) writeFileSync(consumer.path(file), source);
}, 120_000);
afterAll(async () => {
  await sandbox?.close();
  consumer?.remove();
});

const environment = (own: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv => ({
  ...process.env,
  NODE_OPTIONS: '',
  // Express tells about errors unless it is tested itself.
  NODE_ENV: 'production',
  BILLBEE_URL: sandbox.api,
  BILLBEE_USERNAME: sandbox.credentials.username,
  BILLBEE_API_PASSWORD: sandbox.credentials.apiPassword,
  BILLBEE_API_KEY: sandbox.credentials.apiKey,
  ...own,
});

async function compile(): Promise<void> {
  const compilerOptions = {
    target: 'ES2022',
    module: 'NodeNext',
    moduleResolution: 'NodeNext',
    lib: ['ES2023'],
    types: ['node'],
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    verbatimModuleSyntax: true,
    // Types of Express and Fastify need it; those of ours are compiled without it in library.test.ts.
    skipLibCheck: true,
  };
  const files = programs.map(({ file }) => file);
  writeFileSync(consumer.path('tsconfig.json'), JSON.stringify({ compilerOptions, files }));
  const compiled = await run(bin('tsc'), ['-p', consumer.folder]).catch((error: { stdout: string }) => error);
  expect(compiled.stdout).toBe('');
}

/** What a program prints on stdout and stderr. */
async function play(file: string, env: NodeJS.ProcessEnv = {}): Promise<string> {
  const options = { cwd: consumer.folder, env: environment(env) };
  const { stdout, stderr } = await run(process.execPath, [file.replace('.ts', '.js')], options);
  return stdout + stderr;
}

it('keeps its programs short, imports and closing included', () => {
  const most = {
    'import-orders.ts': 12,
    'erp.ts': 12,
    'write-back.ts': 4,
    'mapping.ts': 6,
    'read-orders.ts': 6,
    'express.ts': 8,
    'fastify.ts': 8,
    'hono.ts': 8,
    'errors.ts': 10,
  };
  for (const [file, lines] of Object.entries(most)) {
    expect(linesOf(file), file).toBeGreaterThan(0);
    expect(linesOf(file), file).toBeLessThanOrEqual(lines);
  }
});

describe('the programs of docs/, compiled in strict TypeScript against the packed packages', () => {
  beforeAll(compile, 120_000);

  it('list statuses and import what is paid, once', async () => {
    const paid = sandbox.orders.filter((order) => order.State === 3).length;
    const first = await play('import-orders.ts');
    expect(first).toContain('3 Zahlung_erhalten');
    expect(first).toContain(`{ outcome: 'complete', created: ${paid}, held: 0 }`);
    expect(await play('import-orders.ts')).toContain("{ outcome: 'complete', created: 0, held: 0 }");
    expect(readFileSync(consumer.path('erp.txt'), 'utf8').trimEnd().split('\n')).toHaveLength(paid);
  });

  it('report a parcel by the name of its carrier, and a stock level, once', async () => {
    for (let time = 0; time < 2; time += 1) expect(await play('write-back.ts')).toBe('');
    const order = sandbox.orders.find((one) => String(one.BillBeeOrderId) === '300000180937794');
    expect(order?.ShippingIds).toMatchObject([{ ShippingId: '00340434161094000001', ShippingCarrier: 2 }]);
    expect(sandbox.calls.filter(({ path }) => path.endsWith('/shipment'))).toHaveLength(1);
  });

  it('rename payments and carriers', async () => {
    const printed = await play('mapping.ts');
    expect(printed).toMatch(/bank parcel/);
    expect(printed).not.toMatch(/Bankueberweisung/);
  });

  it('read one order and those since yesterday, one by one', async () => {
    const order = sandbox.orders.find((one) => String(one.BillBeeOrderId) === '300000180937794');
    const lines = (await play('read-orders.ts')).trimEnd().split('\n');
    expect(Number(lines[0])).toBe(Number(order?.TotalCost));
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines.slice(1)) expect(line).toMatch(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\S* -?\d+\.\d\d$/);
  });

  it('tell a wrong password, throttling and held orders apart', async () => {
    expect(await play('errors.ts', { BILLBEE_API_PASSWORD: 'wrong' })).toContain('unauthorized');
    answer = () => throttled(100);
    onTestFinished(() => {
      answer = undefined;
    });
    expect(await play('errors.ts')).toContain('throttled 100000');
    answer = undefined;
    const broken = sandbox.addOrder({ TotalCost: 'broken' as unknown as number });
    expect(await play('errors.ts')).toContain(`${broken.BillBeeOrderId} total-unreadable `);
  });

  it.each(['express.ts', 'fastify.ts', 'hono.ts'])('import what a webhook names: %s', async (file) => {
    const port = await freePort();
    const name = file.replace('.ts', '.js');
    const served = readFileSync(consumer.path(name), 'utf8')
      .replaceAll('3000', String(port))
      .replace('https://erp.example.com', `http://127.0.0.1:${port}`);
    writeFileSync(consumer.path(name), served);
    const server = spawn(process.execPath, [name], {
      cwd: consumer.folder,
      env: environment({ BILLBEE_DATA_DIR: consumer.path(`data-${file}`) }),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [server.stdout, server.stderr]) stream.on('data', (text) => (said += text));
    onTestFinished(() => void server.kill());
    await until(`${file} is registered`, () => /created|updated|kept/.test(said));
    const order = sandbox.addOrder();
    const erp = (): string =>
      existsSync(consumer.path('erp.txt')) ? readFileSync(consumer.path('erp.txt'), 'utf8') : '';
    await until('the order in the ERP', () => erp().includes(`-${order.BillBeeOrderId}\t`));
    const forged = await fetch(`http://127.0.0.1:${port}/webhooks/billbee`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    expect(forged.status).toBe(401);
  });

  it('say why a webhook behind express.json() cannot work', async () => {
    const port = await freePort();
    const trapped = sourceOf('express.ts')
      .replace('express().all(', 'express().use(express.json()).all(')
      .replaceAll('3000', String(port))
      .replace(/webhook\.register\(.*?\)\.then\(console\.log, console\.error\)/, 'console.log("up")');
    writeFileSync(consumer.path('trapped.mjs'), trapped);
    const server = spawn(process.execPath, ['trapped.mjs'], {
      cwd: consumer.folder,
      env: environment({ BILLBEE_DATA_DIR: consumer.path('data-trapped') }),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [server.stdout, server.stderr]) stream.on('data', (text) => (said += text));
    onTestFinished(() => void server.kill());
    await until('the server', () => said.includes('up'));
    const request = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' };
    expect((await fetch(`http://127.0.0.1:${port}/webhooks/billbee`, request)).status).toBe(500);
    await until('the reason', () => said.includes('Mount the webhook before express.json()'));
  });

  it('run from CommonJS', async () => {
    writeFileSync(
      consumer.path('program.cjs'),
      `const { openBillbee } = require('importer-core/node');
      (async () => {
        const billbee = openBillbee();
        console.log((await billbee.statuses()).length, (await billbee.held()).length);
        await billbee.close();
      })();`,
    );
    expect(await play('program.cjs')).toMatch(/^\d+ \d+/);
  });
});

it('runs the programs that read and import in Deno', async () => {
  const deno = toolProgram('deno', 'deno');
  const env = environment({
    DENO_DIR: consumer.path('deno-cache'),
    DENO_NO_UPDATE_CHECK: '1',
    NO_COLOR: '1',
    BILLBEE_DATA_DIR: 'memory://',
  });
  const args = ['run', '--allow-all', '--no-remote', '--node-modules-dir=manual', '--sloppy-imports'];
  for (const [program, printed] of [
    ['read-orders.ts', /\d+\.\d\d/],
    ['import-orders.ts', /outcome: "complete"/],
  ] as const) {
    const { stdout } = await run(deno, [...args, program], { cwd: consumer.folder, env });
    expect(stdout).toMatch(printed);
  }
});
