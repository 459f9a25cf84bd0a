import { type Kysely, sql, type Transaction } from 'kysely';
import type { StopError } from '../errors.js';
import { importMessages } from '../messages/core/import-messages.js';
import { SessionSlots } from './session-slots.js';
import type { Store } from './store.js';
import type { CoreTables } from './tables.js';

/** What a session is for. */
export interface Activity {
  readonly activity: 'importing' | 'sending' | 'withdrawing';
  /** Id of the target. */
  readonly target?: string;
}

/** One connection that holds a lock for as long as a run lasts. */
export interface RunSession {
  readonly db: Kysely<CoreTables>;
  transaction<T>(work: (trx: Transaction<CoreTables>) => Promise<T>): Promise<T>;
}

/** How often a run that waits looks whether the one before it has ended. */
const lookEveryMs = 50;

/** Locks of this process: advisory locks belong to a connection, and the embedded database has only one. */
const heldHere = new WeakMap<Kysely<CoreTables>, Set<string>>();

/** A connection for each run, and some for the others: see `Store.sessions`. */
const slotsHere = new WeakMap<Kysely<CoreTables>, SessionSlots>();

/**
 * Runs `work` while nobody else, in this or another process, works on the same scope.
 *
 * The lock belongs to the database connection: it is gone when the process dies. When the store carries no more runs, this one
 * waits until another has ended.
 *
 * @param scope what the lock stands for, e.g. `import:<account>:<target>`
 * @param activity for the message: what another one is doing
 * @param signal ends the waiting
 * @throws RetryError `disk-full`
 * @throws StopError `already-running` when another one holds the scope; the signal's reason when it is aborted while waiting
 */
export async function withRunSession<T>(
  store: Store,
  scope: string,
  activity: Activity,
  work: (session: RunSession) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  const here = heldHere.get(store.db) ?? new Set<string>();
  heldHere.set(store.db, here);
  while (here.has(scope)) {
    if (!store.waitsForRuns) throw alreadyRunning(store, activity);
    signal?.throwIfAborted();
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
  }
  here.add(scope);
  let leave: (() => void) | undefined;
  try {
    await store.requireRoom?.();
    leave = await slotsOf(store)?.take(signal);
    return await store.db.connection().execute(async (db) => {
      const key = sql`hashtextextended(${`billbee-importer:${scope}`}, 0)`;
      const lock = await sql<{ taken: boolean }>`select pg_try_advisory_lock(${key}) as taken`.execute(db);
      if (!lock.rows[0]?.taken) throw alreadyRunning(store, activity);
      try {
        return await work({ db, transaction: (steps) => db.transaction().execute(steps) });
      } finally {
        await sql`select pg_advisory_unlock(${key})`.execute(db).catch(() => {});
      }
    });
  } finally {
    leave?.();
    here.delete(scope);
  }
}

function slotsOf({ db, sessions }: Store): SessionSlots | undefined {
  if (sessions === undefined) return undefined;
  const slots = slotsHere.get(db) ?? new SessionSlots(sessions);
  slotsHere.set(db, slots);
  return slots;
}

function alreadyRunning(store: Store, activity: Activity): StopError {
  return importMessages.stop('already-running', { ...activity, store: store.location });
}
