import { sql } from 'kysely';
import { expect, it, onTestFinished } from 'vitest';
import { openEmbeddedDatabase } from '../node/open-embedded.js';
import { knownAndNewer } from './migrations.js';

const table = 'billbee_importer_migration';

it('takes what a newer version has added for done, and nothing that it has changed for good', async () => {
  const store = await openEmbeddedDatabase('memory://');
  onTestFinished(() => store.close());
  const done = await sql<{ name: string }>`select name from ${sql.table(table)}`.execute(store.db);
  const own = Object.keys(await knownAndNewer(store.db, table));
  expect(done.rows.map(({ name }) => name).sort()).toEqual([...own].sort());
  for (const name of ['2030-01-01-something-new', '2030-03-03-without-cursors-breaking']) {
    await sql`insert into ${sql.table(table)} (name, timestamp) values (${name}, '2030')`.execute(store.db);
  }
  const names = Object.keys(await knownAndNewer(store.db, table));
  expect(names.filter((name) => !own.includes(name))).toEqual(['2030-01-01-something-new']);
});
