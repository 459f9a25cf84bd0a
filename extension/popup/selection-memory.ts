import { isStatusId } from 'importer-core/statuses';
import type { MemoryPort } from '../browser/browser-port.js';

/** Remembers the checked ids of one host on this device. Ids only: no names, no account, nothing personal. */
export interface SelectionMemory {
  load(): Promise<ReadonlySet<number>>;
  save(ids: ReadonlySet<number>): Promise<void>;
  /** Calls when it changes, from wherever. Returns the way to stop. */
  onChange(listener: () => void): () => void;
}

/**
 * @param memory - where to keep it
 * @param host - whose statuses they are, e.g. `app.billbee.io`
 * @example await selectionMemory(browser.memory, 'app.billbee.io').load(); // Set { 3, 16 }
 */
export function selectionMemory(memory: MemoryPort, host: string): SelectionMemory {
  const key = `selection:${host}`;
  return {
    async load() {
      const stored = await memory.get(key);
      return new Set(Array.isArray(stored) ? stored.filter(isStatusId) : []);
    },
    save: (ids) =>
      memory.set(
        key,
        [...ids].sort((a, b) => a - b),
      ),
    onChange: (listener) => memory.onChange([key], listener),
  };
}
