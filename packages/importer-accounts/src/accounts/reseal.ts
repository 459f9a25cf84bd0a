import type { Store } from 'importer-core';
import { type Kysely, sql } from 'kysely';
import type { Vault } from './vault.js';

/** A column whose texts a vault has sealed. */
export interface SealedColumn {
  readonly table: string;
  /** Column that names the row. */
  readonly key: string;
  readonly column: string;
  /** The owner for whom a row's text is sealed. */
  owner(key: string): string;
}

/** The credentials of the accounts. */
export const accountCredentials: SealedColumn = {
  table: 'account',
  key: 'key',
  column: 'credentials',
  owner: (key) => key,
};

/**
 * Seals again what was sealed with an older key.
 *
 * @param columns everything that is sealed: what is left out can be read only as long as the older key is kept
 * @returns how many texts that were
 * @throws SettingsError `encryption-key-unknown` when the key of one is not there any more
 * @throws StopError `sealed-text-damaged`
 * @example await reseal(store, vault, [accountCredentials])
 */
export async function reseal(
  { db }: Pick<Store, 'db'>,
  vault: Vault,
  columns: readonly SealedColumn[],
): Promise<number> {
  let resealed = 0;
  for (const { table, key, column, owner } of columns) {
    const { rows } = await sql<{ key: string; sealed: string }>`
      select ${sql.ref(key)} as key, ${sql.ref(column)} as sealed from ${sql.table(table)}
      where ${sql.ref(column)} is not null`.execute(db as unknown as Kysely<unknown>);
    for (const row of rows) {
      if (vault.isCurrent(row.sealed)) continue;
      const again = await vault.seal(await vault.open(row.sealed, owner(row.key)), owner(row.key));
      // Somebody may have put new credentials in meanwhile: theirs stay.
      const { numAffectedRows = 0n } = await sql`
        update ${sql.table(table)} set ${sql.ref(column)} = ${again}
        where ${sql.ref(key)} = ${row.key} and ${sql.ref(column)} = ${row.sealed}`.execute(
        db as unknown as Kysely<unknown>,
      );
      resealed += Number(numAffectedRows);
    }
  }
  return resealed;
}
