import { PGlite } from '@electric-sql/pglite';
import type { CompiledQuery, DatabaseConnection, Dialect, Driver, QueryResult } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PgliteClient, pgliteDialect } from '../node/pglite-dialect.js';
import { runChecks } from './check.js';
import { type StorePlace, storeConformance } from './store-conformance.js';

let client: PGlite;
beforeAll(async () => {
  client = await PGlite.create();
}, 60_000);
afterAll(() => client.close());

type Query = <R>(query: CompiledQuery) => Promise<QueryResult<R>>;
type Change = (dialect: Dialect, opened: number) => Dialect;

/** A dialect with another driver, or with connections that execute in another way. */
function changed(edit: (driver: Driver) => Partial<Driver>, execute?: (query: Query) => Query): Change {
  return (dialect) => ({
    createAdapter: () => dialect.createAdapter(),
    createIntrospector: (db) => dialect.createIntrospector(db),
    createQueryCompiler: () => dialect.createQueryCompiler(),
    createDriver() {
      const driver = dialect.createDriver();
      const plain: Driver = {
        init: () => driver.init(),
        async acquireConnection() {
          const connection = await driver.acquireConnection();
          if (!execute) return connection;
          const query: Query = (one) => connection.executeQuery(one);
          return new Proxy(connection, {
            get: (real, name) => (name === 'executeQuery' ? execute(query) : bound(real, name)),
          });
        },
        beginTransaction: (connection, settings) => driver.beginTransaction(connection, settings),
        commitTransaction: (connection) => driver.commitTransaction(connection),
        rollbackTransaction: (connection) => driver.rollbackTransaction(connection),
        releaseConnection: (connection) => driver.releaseConnection(connection),
        destroy: () => driver.destroy(),
      };
      return { ...plain, ...edit(driver) };
    },
  });
}

function bound(real: DatabaseConnection, name: string | symbol): unknown {
  const member = Reflect.get(real, name, real);
  return typeof member === 'function' ? member.bind(real) : member;
}

/** Empty databases on one PGlite; closing a dialect ends its session as a lost connection would. */
async function create(change: Change = (dialect) => dialect): Promise<StorePlace> {
  await client.exec('drop schema public cascade; create schema public');
  let opened = 0;
  return {
    dialect() {
      opened += 1;
      const session: PgliteClient = {
        query: (text, parameters) => client.query(text, parameters),
        exec: (text) => client.exec(text),
        async close() {
          await client.exec('rollback');
          await client.exec('discard all');
        },
      };
      return change(pgliteDialect(session), opened);
    },
  };
}

describe('the embedded database in memory', () => {
  for (const { name, run } of storeConformance({ create })) {
    it(name, async () => {
      const why = await run();
      expect(why ?? '').toMatch(/^$|option shared/);
    });
  }
});

const nothing = async (): Promise<void> => {};

/** What a store can do wrong, and the checks that have to notice. */
const broken: readonly (readonly [string, Change, readonly string[]])[] = [
  [
    'knows no transactions',
    changed(() => ({ beginTransaction: nothing, commitTransaction: nothing, rollbackTransaction: nothing })),
    [
      'undoes a failed transaction as a whole',
      'shows nobody a transaction before it is committed',
      'keeps transactions apart that run at the same time',
    ],
  ],
  [
    'forgets everything when it is closed',
    (dialect, opened) =>
      changed(() => ({
        init: async () => {
          if (opened > 1) await client.exec('drop schema public cascade; create schema public');
        },
      }))(dialect, opened),
    [
      'keeps what was written when it is opened again',
      'an import that is cut off at any statement loses and doubles nothing',
    ],
  ],
  [
    'hands out another connection for each statement',
    changed(
      () => ({}),
      (query) => async (one) => {
        const result = await query(one);
        if (!/^(?:insert|update|with)/i.test(one.sql.trim())) {
          await client.query('select pg_advisory_unlock_all()');
          await client.exec('discard temp').catch(() => {});
        }
        return result as never;
      },
    ),
    ['a run keeps its connection, with its temporary table and its lock'],
  ],
  [
    'counts nothing',
    changed(
      () => ({}),
      (query) => async (one) => ({ rows: (await query(one)).rows as never[] }),
    ),
    [
      'tells how many rows a statement has changed',
      'write-backs are kept, sent once, and can be tried again',
    ],
  ],
  [
    'hides errors',
    changed(
      () => ({}),
      (query) => async (one) => (await query(one).catch(() => ({ rows: [] }))) as never,
    ),
    ['tells about a violated constraint, and works on'],
  ],
  [
    'keeps no characters beyond the first plane',
    changed(
      () => ({}),
      (query) => (one) =>
        query({
          ...one,
          parameters: one.parameters.map((value) =>
            typeof value === 'string' ? value.replaceAll(/[\u{10000}-\u{10ffff}]/gu, '?') : value,
          ),
        }),
    ),
    ['keeps every character and every digit'],
  ],
  [
    'takes no long parameters',
    changed(
      () => ({}),
      (query) => async (one) => {
        if (one.parameters.some((value) => String(value).length > 60_000)) throw new Error('too long');
        return query(one);
      },
    ),
    ['takes a large batch in one statement', 'an import delivers sound orders once and holds the others'],
  ],
];

describe('a store is found out that', () => {
  it.each(broken)('%s', async (_, change, wanted) => {
    const all = storeConformance({ create: () => create(change) });
    const { failed } = await runChecks(all.filter(({ name }) => wanted.some((one) => name.endsWith(one))));
    expect(failed.map(({ name }) => name).sort()).toEqual(wanted.map((name) => `store: ${name}`).sort());
  });

  it('lets only one in where several are promised', async () => {
    const exclusive: Change = (dialect, opened) =>
      changed(() => ({
        init: async () => {
          if (opened % 3 === 2) throw new Error('in use');
        },
      }))(dialect, opened);
    const all = storeConformance({ create: () => create(exclusive), shared: true });
    const { failed } = await runChecks(all.filter(({ name }) => name.endsWith('at the same time')));
    expect(failed.map(({ name }) => name)).toContain('store: several may open it at the same time');
  });

  it('breaks any one check', () => {
    const bitten = new Set(broken.flatMap(([, , names]) => names.map((name) => `store: ${name}`)));
    const all = storeConformance({ create }).map(({ name }) => name);
    expect(all.filter((name) => !bitten.has(name))).toEqual(['store: several may open it at the same time']);
  });
});
