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

/** Plays histories one after the other, each in an account of its own; goes on after one that went wrong, up to 20. */
export async function playHistories(first: number, count: number, hasPeople = true): Promise<Played> {
  const figures = new Figures();
  const failures: string[] = [];
  let store: CrashingStore | undefined;
  try {
    for (let played = 0; played < count && failures.length < 20; ) {
      const seed = first + played;
      if (played % HISTORIES_PER_STORE === 0) {
        await store?.store.close();
        store = await openCrashingStore();
      }
      played += 1;
      try {
        await playHistory(seed, store as CrashingStore, figures, hasPeople);
      } catch (error) {
        console.error(String(error).slice(0, 1000));
        failures.push(
          error instanceof BrokenPromise ? error.message : String((error as Error).stack ?? error),
        );
        await store?.revive();
      }
      if (played % 250 === 0) {
        console.log(`${played} histories, ${failures.length} of them went wrong\n${figures.print()}`);
      }
    }
  } finally {
    await store?.store.close();
  }
  return { figures, failures };
}
