import { isStatusId } from 'importer-core/statuses';
import type { PickMessage } from '../messages.js';
import type { PicksPort } from './browser-port.js';
import { webExtension } from './web-extension.js';

/** {@link PicksPort} on the real browser. */
export const picks: PicksPort = {
  onPick(listener) {
    const told = (message: unknown): undefined => {
      const pick = readPick(message);
      if (pick) listener(pick);
    };
    webExtension.runtime.onMessage.addListener(told);
    return () => webExtension.runtime.onMessage.removeListener(told);
  },
};

const outcomes = ['found', 'none', 'cancelled'] as const;

/** The sender runs in a page that may be hostile: what is not as `messages.ts` says is left out. */
export function readPick(message: unknown): PickMessage | undefined {
  if (typeof message !== 'object' || message === null) return undefined;
  const { type, outcome, statuses, copied } = message as Record<string, unknown>;
  const known = outcomes.find((each) => each === outcome);
  if (type !== 'billbee-status-ids/picked' || !known || !Array.isArray(statuses)) return undefined;
  const read = statuses.slice(0, 500).flatMap((status: unknown) => {
    const { id, label } = (status ?? {}) as Record<string, unknown>;
    if (!isStatusId(id) || typeof label !== 'string') return [];
    return [{ id, label: label.slice(0, 200), foundBy: [] }];
  });
  return { type, outcome: known, statuses: read, copied: copied === true };
}
