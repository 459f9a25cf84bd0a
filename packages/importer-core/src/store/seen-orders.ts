import { type Kysely, sql } from 'kysely';
import type { CoreTables } from './tables.js';

/** Kept in memory: less than a megabyte. Most runs meet fewer orders, and to make a table takes longer than such a run. */
const mostInMemory = 2000;

/**
 * The orders one run has met; many of them are kept in a temporary table, so that the process does not grow with them.
 *
 * Temporary tables belong to a connection: use it with the connection, or a transaction on the connection, of the first call. A
 * transaction that is rolled back ends the run.
 */
export class SeenOrders {
  readonly #table: string;
  /** The last pass that has met each order; undefined once they are in the table. */
  #passes: Map<string, number> | undefined = new Map();

  constructor(name: string) {
    this.#table = `seen_${name}`;
  }

  async drop(db: Kysely<CoreTables>): Promise<void> {
    if (this.#passes) return;
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
    if (this.#passes && this.#passes.size + orderIds.length > mostInMemory)
      await this.#move(db, this.#passes);
    if (!this.#passes) return this.#addToTable(db, pass, orderIds);
    const newInPass: string[] = [];
    const newInRun = new Set<string>();
    for (const id of orderIds) {
      const met = this.#passes.get(id);
      if (met === pass) continue;
      newInPass.push(id);
      if (met === undefined) newInRun.add(id);
      this.#passes.set(id, pass);
    }
    return { newInPass, newInRun };
  }

  async #move(db: Kysely<CoreTables>, passes: ReadonlyMap<string, number>): Promise<void> {
    await sql`create temporary table ${sql.id(this.#table)} (order_id text primary key, pass integer not null)`.execute(
      db,
    );
    await sql`
      insert into pg_temp.${sql.id(this.#table)} (order_id, pass)
      select e.key, e.value::integer from json_each_text(${JSON.stringify(Object.fromEntries(passes))}::json) e
    `.execute(db);
    this.#passes = undefined;
  }

  async #addToTable(db: Kysely<CoreTables>, pass: number, orderIds: readonly string[]) {
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
