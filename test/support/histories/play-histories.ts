import {
  type CrashingStore,
  openCrashingStore,
} from '../../../packages/importer-core/src/node/crashing-store.test.data.js';
import { Figures } from './figures.js';
import { BrokenPromise, playHistory } from './play-history.js';

/** Histories that share one database; more would slow it down. */
const HISTORIES_PER_STORE = 400;

export interface Played {
  readonly figures: Figures;
  /** Messages of the histories that went wrong. */
  readonly failures: readonly string[];
}

/** Plays histories one after the other, each in an account of its own; goes on after one that went wrong. */
export async function playHistories(seeds: Iterable<number>): Promise<Played> {
  const figures = new Figures();
  const failures: string[] = [];
  let store: CrashingStore | undefined;
  try {
    let played = 0;
    for (const seed of seeds) {
      if (played % HISTORIES_PER_STORE === 0) {
        await store?.store.close();
        store = await openCrashingStore();
      }
      played += 1;
      try {
        await playHistory(seed, store as CrashingStore, figures);
      } catch (error) {
        failures.push(
          error instanceof BrokenPromise ? error.message : String((error as Error).stack ?? error),
        );
        await store?.revive();
      }
      if (failures.length >= 20) break;
    }
  } finally {
    await store?.store.close();
  }
  return { figures, failures };
}
