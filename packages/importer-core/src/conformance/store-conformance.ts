import type { Dialect } from 'kysely';
import { openStore, type Store } from '../store/store.js';
import type { ConformanceCheck } from './check.js';
import { storeEngineChecks } from './store-engine-checks.js';
import { storeSqlChecks } from './store-sql-checks.js';

/** A database without tables. */
export interface StorePlace {
  /**
   * A kysely dialect that speaks PostgreSQL, connected anew as a new process would; called several times, and
   * destroyed by kysely each time.
   */
  dialect(): Dialect | Promise<Dialect>;
  /** Clears the database away. */
  remove?(): Promise<void>;
}

export interface StoreConformanceOptions {
  /** Makes an empty database for one check. */
  create(): Promise<StorePlace>;
  /** Several processes may have the database open at the same time; default false. */
  readonly shared?: boolean | undefined;
}

/** One check's database; closes what it opened. */
export class StoreTrial {
  readonly shared: boolean;
  readonly place: StorePlace;
  readonly #open = new Set<Store>();

  constructor(place: StorePlace, shared: boolean) {
    this.place = place;
    this.shared = shared;
  }

  /** Opens the store, as a new process would. */
  async open(wrap: (dialect: Dialect) => Dialect = (dialect) => dialect): Promise<Store> {
    const store = await openStore(wrap(await this.place.dialect()), 'the database under test');
    this.#open.add(store);
    return store;
  }

  async close(store: Store): Promise<void> {
    this.#open.delete(store);
    await store.close();
  }

  async end(): Promise<void> {
    for (const store of this.#open) await store.close().catch(() => {});
    await this.place.remove?.();
  }
}

/** A check of one store: what it does on a database of its own. */
export type StoreTrialRun = (trial: StoreTrial) => Promise<string | undefined>;

/**
 * What the library relies on in a store of your own, as checks for any test runner. A store is whatever kysely
 * dialect `openStore` is given: another driver, a pool of your own, a PostgreSQL-compatible database.
 *
 * @example
 * const checks = storeConformance({ create: async () => ({ dialect: () => new PostgresDialect({ pool: newPool() }) }) });
 * for (const { name, run } of checks) it(name, async () => { await run(); });
 */
export function storeConformance(options: StoreConformanceOptions): readonly ConformanceCheck[] {
  return Object.entries({ ...storeSqlChecks, ...storeEngineChecks }).map(([name, run]) => ({
    name: `store: ${name}`,
    async run() {
      const trial = new StoreTrial(await options.create(), options.shared ?? false);
      try {
        return await run(trial);
      } finally {
        await trial.end();
      }
    },
  }));
}
