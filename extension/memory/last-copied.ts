import { isStatusId } from 'importer-core/statuses';
import type { MemoryPort } from '../browser/browser-port.js';

/** One status as it was when it was copied. */
export interface StatusName {
  readonly id: number;
  readonly label: string;
}

/** What was copied last, and what those ids meant then. */
export interface Copied {
  readonly text: string;
  readonly statuses: readonly StatusName[];
  /** Where the statuses are from, e.g. `app.billbee.io`. */
  readonly host: string;
  /** False when they are from the standard list. */
  readonly fromPage: boolean;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** Key under which it is stored. */
export const copiedKey = 'copied';

/** Keeps what was copied last on this device: ids and labels of statuses, nothing personal. */
export function lastCopied(memory: MemoryPort) {
  return {
    load: async (): Promise<Copied | undefined> => readCopied(await memory.get(copiedKey)),
    save: (copied: Copied): Promise<void> => memory.set(copiedKey, copied),
  };
}

/** What was stored may be older than this version. */
function readCopied(stored: unknown): Copied | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined;
  const { text, statuses, host, fromPage, at } = stored as Record<string, unknown>;
  if (typeof text !== 'string' || typeof host !== 'string' || typeof at !== 'string') return undefined;
  return { text, host, at, fromPage: fromPage === true, statuses: readStatuses(statuses) };
}

/** A stored list of statuses; what is none is left out. */
export function readStatuses(stored: unknown): StatusName[] {
  if (!Array.isArray(stored)) return [];
  return stored.flatMap((entry: unknown) => {
    const { id, label } = (entry ?? {}) as Record<string, unknown>;
    return isStatusId(id) && typeof label === 'string' ? [{ id, label }] : [];
  });
}
