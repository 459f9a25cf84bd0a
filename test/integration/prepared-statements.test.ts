import { openPostgres } from 'importer-core/node';
import { runSql } from 'importer-core/store';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type PostgresServer, startPostgres } from '../support/postgres-program.js';

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.close());

it('prepares what comes again, and goes on when a newer version has added a column', async () => {
  const store = await openPostgres(server.url('postgres'), { connections: 2 });
  await store.db.connection().execute(async (db) => {
    const cursors = () => db.selectFrom('cursor').selectAll().where('account', '=', 'a').execute();
    const runs = () => db.selectFrom('import_run').select('id').where('account', '=', 'a').execute();
    for (let time = 0; time < 8; time += 1) await Promise.all([await cursors(), await runs()]);
    const { rows } = await runSql<{ text: string }>(
      db,
      'select statement as text from pg_prepared_statements',
    );
    const prepared = rows.map(({ text }) => text);
    expect(prepared.filter((text) => text.includes('"import_run"'))).toHaveLength(1);
    expect(prepared.filter((text) => text.includes('*'))).toEqual([]);
    await server.query('alter table cursor add column note text', 'postgres');
    await server.query('alter table import_run add column note text', 'postgres');
    expect(await cursors()).toEqual([]);
    expect(await runs()).toEqual([]);
  });
  await store.close();
});
