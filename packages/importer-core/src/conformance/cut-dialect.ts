import type { CompiledQuery, DatabaseConnection, Dialect, Driver } from 'kysely';

/** A dialect whose process can die at any statement. */
export interface CutDialect {
  wrap(dialect: Dialect): Dialect;
  /** How many statements there were. */
  readonly statements: number;
  /** Dies at the n-th statement from now: before it is executed, or after. */
  cutAt(n: number, moment: 'before' | 'after'): void;
}

/**
 * Wraps a dialect so that it can end at one statement: from there on nothing reaches the database, not even a
 * rollback, as when the process was killed.
 */
export function cutDialect(): CutDialect {
  let statements = 0;
  let cut: { readonly at: number; readonly moment: 'before' | 'after' } | undefined;
  let dead = false;
  const guard = async <T>(work: () => Promise<T>): Promise<T> => {
    if (dead) throw new Error('The process is dead.');
    statements += 1;
    const hit = cut?.at === statements ? cut : undefined;
    if (hit?.moment === 'before') dead = true;
    if (dead) throw new Error('The process was cut off.');
    const result = await work();
    if (!hit) return result;
    dead = true;
    throw new Error('The process was cut off.');
  };

  class CutConnection implements DatabaseConnection {
    readonly inner: DatabaseConnection;
    constructor(inner: DatabaseConnection) {
      this.inner = inner;
    }
    executeQuery<R>(query: CompiledQuery) {
      return guard(() => this.inner.executeQuery<R>(query));
    }
    streamQuery<R>(query: CompiledQuery, chunkSize?: number) {
      return this.inner.streamQuery<R>(query, chunkSize);
    }
  }
  const innerOf = (connection: DatabaseConnection): DatabaseConnection => (connection as CutConnection).inner;

  const wrapDriver = (driver: Driver): Driver => ({
    init: () => driver.init(),
    acquireConnection: async () => new CutConnection(await driver.acquireConnection()),
    beginTransaction: (connection, settings) =>
      guard(() => driver.beginTransaction(innerOf(connection), settings)),
    commitTransaction: (connection) => guard(() => driver.commitTransaction(innerOf(connection))),
    rollbackTransaction: async (connection) => {
      if (!dead) await driver.rollbackTransaction(innerOf(connection));
    },
    releaseConnection: (connection) => driver.releaseConnection(innerOf(connection)),
    destroy: () => driver.destroy(),
  });

  return {
    get statements() {
      return statements;
    },
    cutAt(n, moment) {
      cut = { at: statements + n, moment };
    },
    wrap: (dialect) => ({
      createAdapter: () => dialect.createAdapter(),
      createDriver: () => wrapDriver(dialect.createDriver()),
      createIntrospector: (db) => dialect.createIntrospector(db),
      createQueryCompiler: () => dialect.createQueryCompiler(),
    }),
  };
}
