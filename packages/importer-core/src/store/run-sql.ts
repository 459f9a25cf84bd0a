import { CompiledQuery, type Kysely } from 'kysely';

/**
 * Runs a statement as it is, for libraries that bring their own SQL and tables. A script of several
 * statements takes no values and gives no rows; it brings its own `begin` and `commit`.
 *
 * @example await runSql(store.db, 'select $1::text as name', ['x']) // { rows: [{ name: 'x' }] }
 */
export async function runSql<Row = Record<string, unknown>>(
  // biome-ignore lint/suspicious/noExplicitAny: a connection of the store or a transaction on it
  db: Kysely<any>,
  text: string,
  values: readonly unknown[] = [],
): Promise<{ rows: Row[] }> {
  const query = CompiledQuery.raw(text, [...values]);
  if (!/;\s*\S/.test(text)) {
    const { rows } = await db.executeQuery<Row>(query);
    return { rows: [...rows] };
  }
  await db.connection().execute(async (connection) => {
    try {
      await connection.executeQuery(query);
    } catch (error) {
      // The script's own `begin` would else stay open on a connection that goes back to the pool.
      await connection.executeQuery(CompiledQuery.raw('rollback')).catch(() => {});
      throw error;
    }
  });
  return { rows: [] };
}
