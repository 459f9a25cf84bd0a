import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPostgres } from 'importer-core/node';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { freePort } from '../support/free-port.js';
import { postgresProgram } from '../support/postgres-program.js';
import { type Handout, startTransactionPooler } from '../support/transaction-pooler.js';
import { openWorkplace } from './support/workplace.js';

const login = { user: 'importer', password: 'importer' };
let port: number;
let stop: () => Promise<void>;
let query: (sql: string) => Promise<unknown>;

beforeAll(async () => {
  const databaseDir = mkdtempSync(join(tmpdir(), 'unfit-postgres-'));
  const { Program, remove } = await postgresProgram();
  port = await freePort();
  const server = new Program({
    ...login,
    databaseDir,
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    onLog: () => {},
    onError: () => {},
  });
  await server.initialise();
  await server.start();
  await server.createDatabase('fit');
  const client = server.getPgClient();
  await client.connect();
  query = (sql) => client.query(sql);
  stop = async () => {
    await client.end();
    await server.stop();
    remove();
    rmSync(databaseDir, { recursive: true, force: true });
  };
});
afterAll(() => stop());

const open = (name: string, at = port) =>
  openPostgres(`postgres://${login.user}:${login.password}@127.0.0.1:${at}/${name}`);

it.each(['SQL_ASCII', 'LATIN1'])(
  'refuses a database in %s, and says how to make one that fits',
  async (encoding) => {
    const name = encoding.toLowerCase();
    await query(`CREATE DATABASE ${name} ENCODING '${encoding}' TEMPLATE template0`);
    await expect(open(name)).rejects.toMatchObject({
      code: 'database-encoding-wrong',
      message: expect.stringMatching(new RegExp(`${encoding}.*ENCODING 'UTF8'`)),
    });
  },
);

it.each<Handout>(['last-used', 'longest-free'])(
  'refuses a pooler in transaction mode that hands out the session %s',
  async (handout) => {
    const pooler = await startTransactionPooler({ host: '127.0.0.1', port }, handout);
    onTestFinished(() => pooler.close());
    const error: Error = await open('fit', pooler.port).then(
      async (store) => {
        await store.close();
        return new Error('It was opened.');
      },
      (refusal) => refusal,
    );
    expect(error).toMatchObject({ code: 'database-pooled' });
    expect(error.message).toMatch(/pool_mode = session/);
    expect(error.message).not.toContain(`${login.password}@`);
  },
);

it('opens the server itself', async () => {
  const store = await open('fit');
  await store.close();
});

it('is what `check` tells of, too', async () => {
  await query("CREATE DATABASE latin ENCODING 'LATIN1' TEMPLATE template0");
  const { run } = await openWorkplace({ database: 'new' });
  const at = `127.0.0.1:${port}`;
  const fit = { DATABASE_URL: `postgres://${login.user}:${login.password}@${at}/fit` };
  expect(await run(['check'], fit)).toEqual({ code: 0, stdout: 'success\n', stderr: '' });
  const unfit = { DATABASE_URL: `postgres://${login.user}:${login.password}@${at}/latin` };
  const { code, stdout, stderr } = await run(['check'], unfit);
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(/LATIN1.*DATABASE_URL/);
});
