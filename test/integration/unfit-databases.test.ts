import { openPostgres } from 'importer-core/node';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { type PostgresServer, startPostgres } from '../support/postgres-program.js';
import { type Handout, startTransactionPooler } from '../support/transaction-pooler.js';
import { openWorkplace } from './support/workplace.js';

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
  await server.query('CREATE DATABASE fit');
});
afterAll(() => server.close());

it.each(['SQL_ASCII', 'LATIN1'])(
  'refuses a database in %s, and says how to make one that fits',
  async (encoding) => {
    const name = encoding.toLowerCase();
    await server.query(`CREATE DATABASE ${name} ENCODING '${encoding}' TEMPLATE template0`);
    await expect(openPostgres(server.url(name))).rejects.toMatchObject({
      code: 'database-encoding-wrong',
      message: expect.stringMatching(new RegExp(`${encoding}.*ENCODING 'UTF8'`)),
    });
  },
);

it.each<Handout>(['last-used', 'longest-free'])(
  'refuses a pooler in transaction mode that hands out the session %s',
  async (handout) => {
    const pooler = await startTransactionPooler({ host: '127.0.0.1', port: server.port }, handout);
    onTestFinished(() => pooler.close());
    const error: Error = await openPostgres(server.url('fit', pooler.port)).then(
      async (store) => {
        await store.close();
        return new Error('It was opened.');
      },
      (refusal) => refusal,
    );
    expect(error).toMatchObject({ code: 'database-pooled' });
    expect(error.message).toMatch(/pool_mode = session/);
    expect(error.message).not.toContain('importer@');
  },
);

it('opens the server itself', async () => {
  await (await openPostgres(server.url('fit'))).close();
});

it('is what `check` tells of, too, and makes no table', async () => {
  await server.query("CREATE DATABASE latin ENCODING 'LATIN1' TEMPLATE template0");
  const { run } = await openWorkplace({ database: 'new' });
  await server.query('CREATE DATABASE untouched');
  const fit = { DATABASE_URL: server.url('untouched') };
  expect(await run(['check'], fit)).toEqual({ code: 0, stdout: 'success\n', stderr: '' });
  expect(await server.query("SELECT FROM pg_class WHERE relname = 'outbox'", 'untouched')).toMatchObject({
    rows: [],
  });
  const unfit = { DATABASE_URL: server.url('latin') };
  const { code, stdout, stderr } = await run(['check'], unfit);
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(/LATIN1.*DATABASE_URL/);
});
