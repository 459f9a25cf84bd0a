import { type Kysely, sql } from 'kysely';
import type { CoreTables } from './tables.js';

/**
 * The orders one run has met, kept in a temporary table so that the process does not grow with them.
 *
 * Temporary tables belong to a connection: use it with the connection that created it.
 */
export class SeenOrders {
  readonly #table: string;

  constructor(name: string) {
    this.#table = `seen_${name}`;
  }

  async create(db: Kysely<CoreTables>): Promise<void> {
    await sql`create temporary table ${sql.id(this.#table)} (order_id text primary key, pass integer not null)`.execute(
      db,
    );
  }

  async drop(db: Kysely<CoreTables>): Promise<void> {
    await sql`drop table if exists pg_temp.${sql.id(this.#table)}`.execute(db);
  }

  /**
   * Notes distinct orders.
   *
   * @returns which are new in this pass, and which of them are new in the run
   */
  async add(
    db: Kysely<CoreTables>,
    pass: number,
    orderIds: readonly string[],
  ): Promise<{ newInPass: string[]; newInRun: Set<string> }> {
    const table = sql.id(this.#table);
    const { rows } = await sql<{ order_id: string; fresh: boolean }>`
      insert into pg_temp.${table} as seen (order_id, pass)
      select value, ${pass}::integer from json_array_elements_text(${JSON.stringify(orderIds)}::json)
      on conflict (order_id) do update set pass = excluded.pass where seen.pass <> excluded.pass
      returning order_id, (xmax = 0) as fresh
    `.execute(db);
    return {
      newInPass: rows.map((row) => row.order_id),
      newInRun: new Set(rows.filter((row) => row.fresh).map((row) => row.order_id)),
    };
  }
}
