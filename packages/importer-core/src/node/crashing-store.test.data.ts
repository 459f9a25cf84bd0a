import type { PGlite } from '@electric-sql/pglite';
import { openStore, type Store } from '../store/store.js';
import { openInMemory } from './open-in-memory.js';
import { pgliteDialect } from './pglite-dialect.js';

/** An embedded store whose process can be made to die at any query. */
export interface CrashingStore {
  readonly store: Store;
  /** Queries so far. */
  readonly queries: () => number;
  /** Dies at the n-th query from now: before it is executed, or just after. */
  crashAt(n: number, moment: 'before' | 'after'): void;
  /** The next process: no transaction is open, and everything works again. */
  revive(): Promise<void>;
}

export async function openCrashingStore(): Promise<CrashingStore> {
  const client = await openInMemory();
  let queries = 0;
  let crash: { at: number; moment: 'before' | 'after' } | undefined;
  let dead = false;
  const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
    if (dead) throw new Error('The process is dead.');
    queries += 1;
    const hit = crash !== undefined && queries >= crash.at ? crash : undefined;
    if (hit?.moment === 'before') dead = true;
    if (dead) throw new Error('Crash.');
    const result = await work();
    if (hit) {
      dead = true;
      throw new Error('Crash.');
    }
    return result;
  };
  const proxy = {
    query: (...args: Parameters<PGlite['query']>) => guarded(() => client.query(...args)),
    exec: (...args: Parameters<PGlite['exec']>) => guarded(() => client.exec(...args)),
    close: () => client.close(),
  } as PGlite;
  return {
    store: await openStore(pgliteDialect(proxy), { location: 'memory' }),
    queries: () => queries,
    crashAt(n, moment) {
      crash = { at: queries + n, moment };
    },
    async revive() {
      dead = false;
      crash = undefined;
      await client.exec('rollback');
    },
  };
}
