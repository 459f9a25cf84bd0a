import { randomBytes } from 'node:crypto';
import type { Store } from 'importer-core';
import { enqueue, listHeld, listOutbox, webhookSecret } from 'importer-core';
import { openEmbeddedDatabase } from 'importer-core/node';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openJoseVault } from '../node/jose-vault.js';
import { readStoreFigures } from '../overview/store-figures.js';
import { accountsMigrations } from '../store/migrations.js';
import { tablesOf } from '../store/tables.js';
import { type Accounts, createAccounts } from './accounts.js';
import { accountCredentials, reseal } from './reseal.js';

const clock = { now: () => Date.UTC(2026, 0, 1), sleep: async () => {} };
const connectionOf = (username: string) => ({
  baseUrl: 'https://api.billbee.io/api/v1',
  username,
  apiPassword: `password of ${username}`,
  apiKey: `key-of-${username.trim()}`,
});

let store: Store;
let all: Accounts;
const keys = [randomBytes(32)];
beforeAll(async () => {
  store = await openEmbeddedDatabase('memory://', { migrations: [accountsMigrations] });
});
afterAll(() => store.close());
beforeEach(async () => {
  await tablesOf(store.db).deleteFrom('account').execute();
  all = createAccounts(store, await openJoseVault(keys), clock);
});

describe('accounts', () => {
  it.each([
    ['label', { label: 'Garten\0laube' }],
    ['label', { label: 'Garten\ud83dlaube' }],
    ['settings', { settings: { version: 1 as const, 'x-\0': [{ note: 'a' }] } }],
    ['settings', { settings: { version: 1 as const, 'x-note': [{ note: 'a\udc00' }] } }],
  ])('refuses a character in %s that no database can store', async (field, given) => {
    const adding = all.put({ connection: connectionOf('a@example.com'), ...given });
    await expect(adding).rejects.toMatchObject({ code: 'account-text-invalid', settings: [field] });
    expect(await all.list()).toEqual([]);
  });

  it('adds, changes, lists and removes', async () => {
    const settings = { version: 1 as const, importStatusIds: [3] };
    expect(
      await all.put({ connection: connectionOf(' A@example.com '), settings, label: 'Gartenlaube' }),
    ).toEqual({ key: 'a@example.com', added: true });
    await all.put({ connection: connectionOf('b@example.com') });
    const changed = { ...connectionOf('a@example.com'), apiPassword: 'new password' };
    expect(await all.put({ connection: changed })).toEqual({ key: 'a@example.com', added: false });
    expect(await all.get('a@example.com')).toMatchObject({ label: 'Gartenlaube', settings, enabled: true });
    expect(await all.connection('a@example.com')).toEqual(changed);
    await all.setEnabled('b@example.com', false);
    expect((await all.list()).map(({ key }) => key)).toEqual(['a@example.com', 'b@example.com']);
    expect((await all.list({ enabled: true })).map(({ key }) => key)).toEqual(['a@example.com']);
    await all.remove('a@example.com');
    expect(await all.get('a@example.com')).toBeUndefined();
  });

  it('names the account that is not there', async () => {
    for (const work of [all.connection('x'), all.setEnabled('x', true), all.remove('x')]) {
      await expect(work).rejects.toMatchObject({
        code: 'account-unknown',
        message: expect.stringContaining('account x'),
      });
    }
  });

  it('refuses credentials that no call could be made with, and keeps the old ones', async () => {
    await all.put({ connection: connectionOf('a@example.com') });
    await expect(
      all.put({ connection: { ...connectionOf('a@example.com'), apiKey: 'schlüssel' } }),
    ).rejects.toMatchObject({ code: 'bad-credential' });
    expect(await all.connection('a@example.com')).toEqual(connectionOf('a@example.com'));
  });

  it('holds no credential in the database, nor in what it shows', async () => {
    await all.put({ connection: connectionOf('a@example.com') });
    const { rows } = await sql<Record<string, unknown>>`select * from account`.execute(store.db);
    for (const text of [JSON.stringify(rows), JSON.stringify(await all.list())]) {
      expect(text).not.toMatch(/password of|key-of/);
      expect(text).not.toContain(Buffer.from('password of a@example.com').toString('base64url'));
    }
  });

  it('seals again with a new key, after which the old one opens nothing', async () => {
    await all.put({ connection: connectionOf('a@example.com') });
    await all.put({ connection: connectionOf('b@example.com') });
    const newer = randomBytes(32);
    const both = await openJoseVault([newer, ...keys]);
    expect(await reseal(store, both, [accountCredentials])).toBe(2);
    expect(await reseal(store, both, [accountCredentials])).toBe(0);
    const after = createAccounts(store, await openJoseVault([newer]), clock);
    expect(await after.connection('b@example.com')).toEqual(connectionOf('b@example.com'));
    await expect(all.connection('a@example.com')).rejects.toMatchObject({ code: 'encryption-key-unknown' });
  });
});

describe('tenants', () => {
  it('never gets the credentials of another, even when a row was copied over', async () => {
    await all.put({ connection: connectionOf('a@example.com') });
    await all.put({ connection: connectionOf('b@example.com') });
    await sql`update account set credentials = (select credentials from account where key = 'a@example.com')
      where key = 'b@example.com'`.execute(store.db);
    await expect(all.connection('b@example.com')).rejects.toMatchObject({ code: 'sealed-text-damaged' });
  });

  it('sees nothing of another in any list or figure, and takes nothing of it along', async () => {
    const [a, b] = ['a@example.com', 'b@example.com'];
    for (const account of [a, b]) {
      await all.put({ connection: connectionOf(account) });
      await enqueue(store, account, { kind: 'status', orderId: '1', statusId: 4 }, clock);
      await webhookSecret(store, account, clock);
      await sql`insert into hold (account, target, hold_id, origin, reason, field, message, payload, payload_hash, held_at) values (${account}, 'store', '1', 'order', 'total-missing', null, ${account}, '{}', 'h', 'now')`.execute(
        store.db,
      );
    }
    expect((await listHeld(store, a)).map(({ message }) => message)).toEqual([a]);
    expect(await listOutbox(store, a)).toHaveLength(1);
    expect((await readStoreFigures(store, a)).held).toBe(1);
    expect(await webhookSecret(store, a, clock)).not.toBe(await webhookSecret(store, b, clock));
    await all.remove(a, { data: true });
    expect(await rowsOf(a)).toEqual({});
    expect(Object.keys(await rowsOf(b)).sort()).toEqual(['account_schedule', 'hold', 'outbox', 'webhook']);
  });

  it('has an owner in every table', async () => {
    const { rows } = await sql<{ name: string }>`
      select table_name as name from information_schema.tables where table_schema = 'public'
        and table_name not like 'billbee_importer_%' and table_name not in ('account', 'rate_limit_slot')
        and table_name not in (select table_name from information_schema.columns where column_name = 'account')`.execute(
      store.db,
    );
    expect(rows).toEqual([]);
  });
});

/** Rows per table that name an account. */
async function rowsOf(account: string): Promise<Record<string, number>> {
  const tables = await sql<{ name: string }>`
    select table_name as name from information_schema.columns
    where column_name = 'account' and table_schema = 'public'`.execute(store.db);
  const found: Record<string, number> = {};
  for (const { name } of tables.rows) {
    const { rows } = await sql`select 1 from ${sql.table(name)} where account = ${account}`.execute(store.db);
    if (rows.length > 0) found[name] = rows.length;
  }
  return found;
}
