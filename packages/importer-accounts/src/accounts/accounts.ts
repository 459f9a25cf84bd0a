import type { BillbeeConnection, Clock, Store } from 'importer-core';
import { accountKey, CheckedConnection } from 'importer-core/service';
import { type SettingsFile, settingsFile } from 'importer-core/statuses';
import type { CoreTables } from 'importer-core/store';
import { type Kysely, type Selectable, sql } from 'kysely';
import { pollNow } from '../schedule/account-leases.js';
import { type AccountTable, tablesOf } from '../store/tables.js';
import { accountMessages } from './account-messages.js';
import type { Vault } from './vault.js';

/** One merchant's Billbee account, as far as it may be shown: no credential. */
export interface Account {
  /** Names the account in every table, see `accountKey`. */
  readonly key: string;
  /** For people, e.g. the merchant's company; the key when none was given. */
  readonly label: string;
  /** Only enabled accounts are asked for orders. */
  readonly enabled: boolean;
  readonly settings: SettingsFile;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** An account as it is put into the store. */
export interface NewAccount {
  readonly connection: BillbeeConnection;
  /** What is left out stays as it was; `{ version: 1 }` for a new account. */
  readonly settings?: SettingsFile | undefined;
  readonly label?: string | undefined;
  readonly enabled?: boolean | undefined;
}

/** The accounts of a store. Every method concerns the one account it is given; only {@link list} sees several. */
export interface Accounts {
  /**
   * Adds an account, or changes the one with the same user name.
   *
   * @throws SettingsError when the credentials cannot be used; `account-text-invalid`
   * @returns its key, and whether it was new
   */
  put(account: NewAccount): Promise<{ readonly key: string; readonly added: boolean }>;
  get(key: string): Promise<Account | undefined>;
  /**
   * The account's credentials. Not to be shown anywhere.
   *
   * @throws SettingsError `account-unknown`, `encryption-key-unknown`
   * @throws StopError `sealed-text-damaged`
   */
  connection(key: string): Promise<BillbeeConnection>;
  /**
   * An account and its credentials, read at once; undefined when there is no such account.
   *
   * @throws SettingsError `encryption-key-unknown`; StopError `sealed-text-damaged`
   */
  withConnection(
    key: string,
  ): Promise<{ readonly account: Account; readonly connection: BillbeeConnection } | undefined>;
  /** All accounts by key, or only those that are enabled, or whose settings name this target. */
  list(which?: { readonly enabled?: boolean; readonly target?: string }): Promise<readonly Account[]>;
  /** @throws SettingsError `account-unknown` */
  setEnabled(key: string, enabled: boolean): Promise<void>;
  /**
   * Takes an account's credentials and settings away; its orders, holds and outbox stay unless `data` is true.
   *
   * @throws SettingsError `account-unknown`
   */
  remove(key: string, options?: { readonly data?: boolean }): Promise<void>;
}

/**
 * The accounts in a store; their credentials lie in it encrypted.
 *
 * @example
 * const all = createAccounts(store, vault, clock);
 * const { key } = await all.put({ connection: { username, apiPassword, apiKey }, settings });
 * createBillbeeClient({ connection: await all.connection(key), fetch, clock });
 */
export function createAccounts(store: Store, vault: Vault, clock: Clock): Accounts {
  const db = tablesOf(store.db);
  const now = (): string => new Date(clock.now()).toISOString();

  async function require(key: string): Promise<Row> {
    const row = await find(key);
    if (row) return row;
    throw accountMessages.settings('account-unknown', { account: key, store: store.location }, ['account']);
  }

  const find = (key: string): Promise<Row | undefined> =>
    db.selectFrom('account').select(columns).where('key', '=', key).executeTakeFirst();

  const connectionOf = async ({ key, credentials }: Row): Promise<BillbeeConnection> =>
    JSON.parse(await vault.open(credentials, key)) as BillbeeConnection;

  return {
    async put({ connection, settings, label, enabled }) {
      // What cannot be used is refused now, not by the first job.
      new CheckedConnection(connection);
      const { baseUrl, username, apiPassword, apiKey } = connection;
      const key = accountKey(username);
      for (const [field, given] of Object.entries({ label, settings })) {
        if (given === undefined || isStorable(given)) continue;
        throw accountMessages.settings('account-text-invalid', { account: key, field }, [field]);
      }
      const credentials = await vault.seal(JSON.stringify({ baseUrl, username, apiPassword, apiKey }), key);
      const change = {
        credentials,
        updated_at: now(),
        ...(settings && { settings: JSON.stringify(settings) }),
        ...(label !== undefined && { label }),
        ...(enabled !== undefined && { enabled }),
      };
      const row = await db
        .insertInto('account')
        .values({
          key,
          label: key,
          enabled: true,
          settings: JSON.stringify({ version: 1 }),
          created_at: change.updated_at,
          ...change,
        })
        .onConflict((conflict) => conflict.column('key').doUpdateSet(change))
        // A row that was there has the number of the transaction that is replacing it.
        .returning(sql<boolean>`xmax = 0`.as('added'))
        .executeTakeFirstOrThrow();
      await pollNow(store.db, key);
      return { key, added: row.added };
    },

    async get(key) {
      const row = await find(key);
      return row && shown(row);
    },

    async connection(key) {
      return connectionOf(await require(key));
    },

    async withConnection(key) {
      const row = await find(key);
      return row && { account: shown(row), connection: await connectionOf(row) };
    },

    async list(which) {
      let query = db.selectFrom('account').select(columns).orderBy('key');
      if (which?.enabled !== undefined) query = query.where('enabled', '=', which.enabled);
      if (which?.target !== undefined) query = query.where(sql`settings ->> 'target'`, '=', which.target);
      return (await query.execute()).map(shown);
    },

    async setEnabled(key, enabled) {
      await require(key);
      await db.updateTable('account').set({ enabled, updated_at: now() }).where('key', '=', key).execute();
      if (enabled) await pollNow(store.db, key);
    },

    async remove(key, { data = false } = {}) {
      // The merchant of the environment has data, and no account.
      if (!data) await require(key);
      const rows = await store.db.transaction().execute(async (transaction) => {
        const trx = tablesOf(transaction);
        const { numDeletedRows } = await trx
          .deleteFrom('account')
          .where('key', '=', key)
          .executeTakeFirstOrThrow();
        await trx.deleteFrom('account_schedule').where('key', '=', key).execute();
        return numDeletedRows + (data ? await forgetAccount(transaction, key) : 0n);
      });
      if (rows === 0n) await require(key);
    },
  };
}

/** How many accounts the store has, switched off or not. */
export async function countAccounts({ db }: Store): Promise<number> {
  const row = await tablesOf(db)
    .selectFrom('account')
    .select(({ fn }) => fn.countAll().as('count'))
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** By name: what a newer version has added beside them is none of this one's business. */
const columns = ['key', 'label', 'credentials', 'settings', 'enabled', 'created_at', 'updated_at'] as const;

type Row = Selectable<AccountTable>;

function shown(row: Row): Account {
  return {
    key: row.key,
    label: row.label,
    enabled: row.enabled,
    settings: readSettings(row),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

function readSettings({ key, settings }: Row): SettingsFile {
  const read = settingsFile.safeParse(settings);
  if (read.success) return read.data;
  throw accountMessages.stop('account-settings-damaged', { account: key });
}

/** Deletes everything that is kept of an account: in each table that has an owner, whichever feature brought it. */
async function forgetAccount(db: Kysely<CoreTables>, account: string): Promise<bigint> {
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.columns
    where table_schema = current_schema() and column_name = 'account'`.execute(db);
  // Hints are written while their account has its secret: without it none comes after those that are deleted.
  rows.sort((one, other) => Number(other.name === 'webhook') - Number(one.name === 'webhook'));
  let deleted = 0n;
  for (const { name } of rows) {
    const { numAffectedRows = 0n } =
      await sql`delete from ${sql.table(name)} where account = ${account}`.execute(db);
    deleted += numAffectedRows;
  }
  return deleted;
}

/** PostgreSQL has neither NUL nor half of a surrogate pair, in text as in what is read out of JSON. */
function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return !/\0|\p{Surrogate}/u.test(value);
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([key, inner]) => isStorable(key) && isStorable(inner));
}
