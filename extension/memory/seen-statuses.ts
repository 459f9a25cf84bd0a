import type { MemoryPort } from '../browser/browser-port.js';
import { readStatuses, type StatusName } from './last-copied.js';

/**
 * Keeps how the statuses in use looked when a person last used or confirmed them, so that a later page can be held
 * against it. Ids and labels of one host, on this device.
 */
export interface SeenStatuses {
  load(): Promise<readonly StatusName[]>;
  /** Takes over these statuses; what is stored of others stays. */
  add(statuses: readonly StatusName[]): Promise<void>;
  /** Forgets what was stored and keeps these. */
  replace(statuses: readonly StatusName[]): Promise<void>;
}

/** Key under which a host's statuses are stored. */
export const seenKey = (host: string): string => `seen:${host}`;

/** @example await seenStatuses(browser.memory, 'app.billbee.io').add([{ id: 3, label: 'Bezahlt' }]); */
export function seenStatuses(memory: MemoryPort, host: string): SeenStatuses {
  const load = async (): Promise<StatusName[]> => readStatuses(await memory.get(seenKey(host)));
  const replace = (statuses: readonly StatusName[]): Promise<void> =>
    memory.set(
      seenKey(host),
      statuses.map(({ id, label }) => ({ id, label })),
    );
  return {
    load,
    replace,
    async add(statuses) {
      const byId = new Map([...(await load()), ...statuses].map((status) => [status.id, status]));
      await replace([...byId.values()].sort((a, b) => a.id - b.id));
    },
  };
}
