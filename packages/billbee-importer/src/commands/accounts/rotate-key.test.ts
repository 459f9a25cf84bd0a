import { randomBytes } from 'node:crypto';
import { createAccounts, reseal } from 'importer-accounts';
import { openJoseVault } from 'importer-accounts/node';
import { openEmbeddedDatabase, systemClock } from 'importer-core/node';
import { createShops, shopCredentials } from 'importer-staging';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { migrations } from '../../session/open-database.js';
import { sealedColumns } from './rotate-key.js';

it('leaves no row that an older key has sealed, in whichever table', async () => {
  const [older, newer] = [randomBytes(32), randomBytes(32)];
  const store = await openEmbeddedDatabase('memory://', { migrations });
  const vault = await openJoseVault([older]);
  const connection = { username: 'a@example.com', apiPassword: 'secret', apiKey: 'key' };
  await createAccounts(store, vault, systemClock).put({ connection });
  const shops = createShops(store, systemClock);
  await shops.add('main');
  await shops.bind('main', 'a@example.com', await vault.seal('{}', shopCredentials.owner('main')));
  const before = await sealedTexts();
  expect(before.map(({ where }) => where).sort()).toEqual(['account.credentials', 'shop.credentials']);

  expect(await reseal(store, await openJoseVault([newer, older]), sealedColumns)).toBe(2);
  const after = await sealedTexts();
  const now = await openJoseVault([newer]);
  expect(after.map(({ text }) => now.isCurrent(text))).toEqual([true, true]);
  expect(
    await now.open((await shops.binding('main'))?.credentials ?? '', shopCredentials.owner('main')),
  ).toBe('{}');
  await store.close();

  /** Texts of every table that look like what a vault makes. */
  async function sealedTexts(): Promise<{ where: string; text: string }[]> {
    const { rows } = await sql<{ table: string; column: string }>`
      select table_name as "table", column_name as "column" from information_schema.columns
      where table_schema = current_schema() and data_type in ('text', 'json', 'jsonb')`.execute(store.db);
    const found = [];
    for (const { table, column } of rows) {
      const texts = await sql<{ text: string }>`
        select ${sql.ref(column)}::text as text from ${sql.table(table)} where ${sql.ref(column)}::text ~ '^"?eyJ'`.execute(
        store.db,
      );
      for (const { text } of texts.rows) found.push({ where: `${table}.${column}`, text });
    }
    return found;
  }
});
