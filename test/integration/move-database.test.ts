import type { ChildProcess } from 'node:child_process';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type PostgresServer, startPostgres } from '../support/postgres-program.js';
import { startServe } from './support/serve.js';
import { oneJson, openWorkplace, type Workplace } from './support/workplace.js';

let server: PostgresServer;
let databases = 0;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.close());

async function emptyDatabase(): Promise<string> {
  databases += 1;
  await server.query(`CREATE DATABASE moved${databases}`);
  return server.url(`moved${databases}`);
}

/** Orders, holds, a dead report, one that waits, and a second account. */
async function openFilled(orders: number): Promise<Workplace> {
  const workplace = await openWorkplace({ orders });
  const { sandbox, run } = workplace;
  sandbox.addOrder({ TotalCost: 1 });
  await run(['import', '--status', '3,4,7']);
  await run(['import', '--status', '3', '--out', 'orders.ndjson']);
  const { username, apiPassword, apiKey } = sandbox.credentials;
  const stdin = `${JSON.stringify({ username, apiPassword, apiKey, label: 'Zweiter' })}\n`;
  await run(['accounts', 'add', '--stdin'], {}, { stdin });
  await run(['report', 'shipment', '4711', 'JD1']);
  sandbox.setFault(() => ({ kind: 'reset', share: 0 }));
  await run(['report', 'stock', 'SKU-1', '12.5'], { BILLBEE_URL: 'http://127.0.0.1:9/api/v1' });
  sandbox.setFault(undefined);
  return workplace;
}

async function contents({ run }: Workplace, env: Record<string, string> = {}) {
  const [held, outbox, orders, accounts] = await Promise.all(
    [
      ['held', '--json'],
      ['outbox', '--json'],
      ['orders', '--json'],
      ['accounts', 'list', '--json'],
    ].map(async (command) => (await run(command, env)).stdout),
  );
  return { held, outbox, orders: orders?.split('\n').sort(), accounts };
}

it('moves everything to PostgreSQL, after which nothing is new and the old folder says where it went', async () => {
  const workplace = await openFilled(40);
  const { run } = workplace;
  const before = await contents(workplace);
  expect(oneJson<{ held: unknown[] }>(await run(['held', '--json'])).held.length).toBeGreaterThan(0);
  expect(before.outbox).toMatch(/"dead".*"waiting"|"waiting".*"dead"/s);

  const to = await emptyDatabase();
  const moved = await run(['move-database', '--to', to]);
  expect(moved).toMatchObject({ code: 0 });
  expect(moved.stdout + moved.stderr).not.toContain('importer@');
  const key = { BILLBEE_ENCRYPTION_KEY: Buffer.alloc(32, 7).toString('base64') };
  const there = { DATABASE_URL: to, ...key };
  expect(await contents(workplace, there)).toEqual(before);

  const importing = ['import', '--since', '2000-01-01', '--json', '--status'];
  expect(oneJson(await run([...importing, '3,4,7'], there))).toMatchObject({ created: 0 });
  expect(oneJson(await run([...importing, '3', '--out', 'orders.ndjson'], there))).toMatchObject({
    created: 0,
  });
  // New rows get new numbers.
  expect((await run(['report', 'stock', 'SKU-2', '3'], there)).code).toBeLessThan(2);

  const refused = await run(['held']);
  expect(refused).toMatchObject({ code: 1 });
  expect(refused.stderr).toMatch(/have moved to 127\.0\.0\.1/);
  expect((await run(['import', '--status', '3', '--dry-run'])).stderr).toMatch(/have moved to/);
  // Again is no harm; elsewhere is refused.
  expect(await run(['move-database', '--to', to])).toMatchObject({ code: 0 });
  const elsewhere = await run(['move-database', '--to', await emptyDatabase()]);
  expect(elsewhere).toMatchObject({ code: 1 });
  expect(elsewhere.stderr).toMatch(/have moved to 127\.0\.0\.1/);
});

it('is whole at one of both places, and says so, wherever it is killed', async () => {
  const workplace = await openFilled(300);
  const { run } = workplace;
  const before = await contents(workplace);
  const to = await emptyDatabase();
  let wasBegun = false;
  // At each table that it tells of, and at last when it has told all.
  for (let lines = 1; lines <= 6; lines += 1) {
    const onStart = (child: ChildProcess): void => {
      let told = 0;
      child.stderr?.on('data', (text) => {
        told += String(text).split('\n').length - 1;
        if (told >= lines) child.kill('SIGKILL');
      });
    };
    const { code } = await run(['move-database', '--to', to], {}, { onStart });
    const here = await run(['held', '--json']);
    if (here.stderr.includes('to 127.0.0.1')) wasBegun = true;
    else expect(here).toMatchObject({ stderr: '', stdout: before.held });
    if (code === 0) break;
  }
  expect(await run(['move-database', '--to', to])).toMatchObject({ code: 0 });
  const there = { DATABASE_URL: to, BILLBEE_ENCRYPTION_KEY: Buffer.alloc(32, 7).toString('base64') };
  expect(await contents(workplace, there)).toEqual(before);
  expect(wasBegun).toBe(true);
});

it('touches no database that has something, and nothing while a service works on the folder', async () => {
  const workplace = await openFilled(5);
  const { run } = workplace;
  const full = await emptyDatabase();
  await run(['import', '--status', '3'], { DATABASE_URL: full });
  const refused = await run(['move-database', '--to', full]);
  expect(refused).toMatchObject({ code: 1 });
  expect(refused.stderr).toContain('holds data of this program already');
  expect(await run(['held'])).toMatchObject({ stderr: '' });
  expect((await run(['move-database', '--to', 'mysql://x'])).stderr).toContain('--to is no address');

  const service = await startServe(workplace);
  const busy = await run(['move-database', '--to', await emptyDatabase()]);
  expect(busy.stderr).toContain('in use');
  await service.end();
});
