import type { Databases } from '../databases.js';
import { KillFigures } from './figures.js';
import { playHistory } from './play-kills.js';

export interface KillRunOptions {
  readonly databases: Databases;
  /** Kills in all. */
  readonly kills: number;
  /** Everything but the moments follows from it. */
  readonly seed: number;
  /** Most kills of one history. */
  readonly killsPerHistory?: number;
  /** Kinds of histories, in turn. */
  readonly kinds?: readonly HistoryKind[];
  /** Histories at a time. */
  readonly lanes: number;
  readonly print: (line: string) => void;
}

export interface HistoryKind {
  readonly orders: number;
  readonly setInProgress: boolean;
  /** The database is not there yet. */
  readonly fresh: boolean;
}

const reportEvery = 25;
const mostPerHistory = 63;

/** Three kinds in turn: many orders at once; a database that has to be created; statuses set after import. */
const usualKinds: readonly HistoryKind[] = [
  { orders: 600, setInProgress: false, fresh: false },
  { orders: 120, setInProgress: false, fresh: true },
  { orders: 44, setInProgress: true, fresh: false },
];

/** Plays histories until enough kills have hit. */
export async function runKills(options: KillRunOptions): Promise<KillFigures> {
  const { databases, kills, seed, lanes, print, kinds = usualKinds } = options;
  const killsPerHistory =
    options.killsPerHistory ?? Math.min(mostPerHistory, Math.ceil(kills / (2 * kinds.length)));
  const figures = new KillFigures();
  const durations = new Map<string, number>();
  let number = 0;
  let promised = 0;
  print(`${kills} kills, CRASH_SEED=${seed}`);
  const lane = async (): Promise<void> => {
    while (promised < kills) {
      const share = Math.min(killsPerHistory, kills - promised);
      promised += share;
      const kind = kinds[number % kinds.length] as HistoryKind;
      number += 1;
      let left = share;
      await playHistory({
        seed: seed + number,
        ...kind,
        database: await databases.next(kind.fresh),
        figures,
        durations,
        wanted: () => left > 0,
        onKill: () => {
          left -= 1;
          if (figures.kills % reportEvery === 0) print(figures.describe());
        },
      });
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  const usual = [...durations].map(([kind, milliseconds]) => `${kind} ${Math.round(milliseconds)} ms`);
  print(
    `CRASH_SEED=${seed}: ${figures.describe()}\nusual life: ${usual.join(', ')}\n${figures.describePhases()}`,
  );
  return figures;
}
