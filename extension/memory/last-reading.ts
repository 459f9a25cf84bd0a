import type { MemoryPort } from '../browser/browser-port.js';
import { readStatuses, type StatusName } from './last-copied.js';

/** The statuses of a host as they were read last. */
export interface LastReading {
  /** ISO 8601, UTC. */
  readonly at: string;
  /** Ascending by id. */
  readonly statuses: readonly StatusName[];
  /** False when the page said, or was too large to say, that there are more. */
  readonly isComplete: boolean;
}

/** Key under which a host's last reading is stored. */
export const lastReadingKey = (host: string): string => `reading:${host}`;

/** A reading that says the same is written again after this time, in milliseconds. */
const fresh = 60_000;

/**
 * Stores the last reading of a host on this device, for the time when its page shows no list: ids and labels of
 * statuses, nothing personal.
 *
 * @example await lastReading(browser.memory, 'app.billbee.io').save({ at, statuses, isComplete: true });
 */
export function lastReading(memory: Pick<MemoryPort, 'get' | 'set'>, host: string) {
  const key = lastReadingKey(host);
  const load = async (): Promise<LastReading | undefined> => readReading(await memory.get(key));
  return {
    /** undefined when none of this host was stored yet. */
    load,
    /** A part never takes the place of the whole. */
    async save(reading: LastReading): Promise<void> {
      const before = await load();
      if (before?.isComplete && !reading.isComplete) return;
      const isSame =
        before && JSON.stringify({ ...before, at: '' }) === JSON.stringify({ ...reading, at: '' });
      if (isSame && Date.parse(reading.at) - Date.parse(before.at) < fresh) return;
      await memory.set(key, reading);
    },
  };
}

/** What was stored may be older than this version. */
function readReading(stored: unknown): LastReading | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined;
  const { at, statuses, isComplete } = stored as Record<string, unknown>;
  const read = readStatuses(statuses);
  if (typeof at !== 'string' || Number.isNaN(Date.parse(at)) || read.length === 0) return undefined;
  return { at, statuses: read, isComplete: isComplete === true };
}
