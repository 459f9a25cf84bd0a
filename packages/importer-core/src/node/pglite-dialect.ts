import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely';

/** What is used of a PGlite; its package is an optional one, so its types are not named here. */
export interface PgliteClient {
  query<R>(text: string, parameters?: unknown[]): Promise<{ rows: R[]; affectedRows?: number | undefined }>;
  exec(text: string): Promise<unknown>;
  close(): Promise<void>;
}

/**
 * Kysely on the embedded PGlite.
 *
 * PGlite is one session. Each acquired connection is a handle on it; a transaction has the session for
 * itself from `begin` to `commit`, and everything else waits.
 *
 * @param explain makes of an error of the database what is thrown instead
 * @example const store = await openStore(pgliteDialect(await PGlite.create()), { location: 'memory' });
 */
export function pgliteDialect(
  client: PgliteClient,
  explain: (error: unknown) => unknown = (error) => error,
): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new PgliteDriver(explained(client, explain)),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
}

function explained(client: PgliteClient, explain: (error: unknown) => unknown): PgliteClient {
  const rethrow = (error: unknown): never => {
    throw explain(error);
  };
  return {
    query: <R>(text: string, parameters?: unknown[]) => client.query<R>(text, parameters).catch(rethrow),
    exec: (text) => client.exec(text).catch(rethrow),
    close: () => client.close(),
  };
}

/** Another statement follows; only scripts of libraries hold several. */
const severalStatements = /;\s*\S/;

class PgliteDriver implements Driver {
  readonly #client: PgliteClient;
  readonly #turns = new Turns();

  constructor(client: PgliteClient) {
    this.#client = client;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<PgliteConnection> {
    return new PgliteConnection(this.#client, this.#turns);
  }

  async beginTransaction(connection: PgliteConnection): Promise<void> {
    await connection.begin();
  }

  async commitTransaction(connection: PgliteConnection): Promise<void> {
    await connection.end('commit');
  }

  async rollbackTransaction(connection: PgliteConnection): Promise<void> {
    await connection.end('rollback');
  }

  async releaseConnection(): Promise<void> {}

  async destroy(): Promise<void> {
    await this.#client.close();
  }
}

class PgliteConnection implements DatabaseConnection {
  readonly #client: PgliteClient;
  readonly #turns: Turns;
  #endTurn: (() => void) | undefined;

  constructor(client: PgliteClient, turns: Turns) {
    this.#client = client;
    this.#turns = turns;
  }

  async begin(): Promise<void> {
    const endTurn = await this.#turns.take();
    try {
      await this.#client.exec('begin');
      this.#endTurn = endTurn;
    } catch (error) {
      endTurn();
      throw error;
    }
  }

  /** Ends the transaction; after a failed `commit` it is rolled back, so a second end has nothing to do. */
  async end(command: 'commit' | 'rollback'): Promise<void> {
    const endTurn = this.#endTurn;
    if (!endTurn) return;
    this.#endTurn = undefined;
    try {
      await this.#client.exec(command);
    } catch (error) {
      await this.#client.exec('rollback').catch(() => {});
      throw error;
    } finally {
      endTurn();
    }
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const endTurn = this.#endTurn ? undefined : await this.#turns.take();
    try {
      if (query.parameters.length === 0 && severalStatements.test(query.sql)) {
        await this.#client.exec(query.sql);
        return { rows: [] };
      }
      const result = await this.#client.query<R>(query.sql, [...query.parameters]);
      return { rows: result.rows, numAffectedRows: BigInt(result.affectedRows ?? 0) };
    } finally {
      endTurn?.();
    }
  }

  // biome-ignore lint/correctness/useYield: PGlite has no cursors; kysely asks for the method.
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('The embedded database does not stream query results.');
  }
}

/** A queue for the one session. */
class Turns {
  #last: Promise<void> = Promise.resolve();

  async take(): Promise<() => void> {
    const before = this.#last;
    let end: () => void = () => {};
    this.#last = new Promise((resolve) => {
      end = resolve;
    });
    await before;
    return end;
  }
}
