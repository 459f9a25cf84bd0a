import { isStatusId } from 'importer-core/statuses';
import type { Runtime } from 'webextension-polyfill';
import type { FoundStatus, GuideMessage, PickMessage } from '../messages.js';
import type { PicksPort } from './browser-port.js';
import { webExtension } from './web-extension.js';

/** {@link PicksPort} on the real browser. */
export const picks: PicksPort & {
  /** Calls with what the guide on a page learned, and the tab. */
  onGuide(listener: (guide: GuideMessage, tabId: number) => void): void;
} = {
  onPick(listener) {
    const told = (message: unknown): undefined => {
      const pick = readPick(message);
      if (pick) listener(pick);
    };
    webExtension.runtime.onMessage.addListener(told);
    return () => webExtension.runtime.onMessage.removeListener(told);
  },
  onGuide(listener) {
    const told = (message: unknown, { tab }: Runtime.MessageSender): undefined => {
      const guide = readGuide(message);
      if (guide && tab?.id !== undefined) listener(guide, tab.id);
    };
    webExtension.runtime.onMessage.addListener(told);
  },
};

const guideTypes = ['billbee-status-ids/read', 'billbee-status-ids/frame-loaded'] as const;

/** As {@link readPick}. */
function readGuide(message: unknown): GuideMessage | undefined {
  const { type, statuses } = (message ?? {}) as Record<string, unknown>;
  const known = guideTypes.find((each) => each === type);
  return known && Array.isArray(statuses) ? { type: known, statuses: readStatuses(statuses) } : undefined;
}

function readStatuses(statuses: readonly unknown[]): FoundStatus[] {
  return statuses.slice(0, 500).flatMap((status: unknown) => {
    const { id, label } = (status ?? {}) as Record<string, unknown>;
    if (!isStatusId(id) || typeof label !== 'string') return [];
    return [{ id, label: label.slice(0, 200), foundBy: [] }];
  });
}

const outcomes = ['found', 'none', 'cancelled'] as const;

/** The sender runs in a page that may be hostile: what is not as `messages.ts` says is left out. */
export function readPick(message: unknown): PickMessage | undefined {
  if (typeof message !== 'object' || message === null) return undefined;
  const { type, outcome, statuses, copied } = message as Record<string, unknown>;
  const known = outcomes.find((each) => each === outcome);
  if (type !== 'billbee-status-ids/picked' || !known || !Array.isArray(statuses)) return undefined;
  return { type, outcome: known, statuses: readStatuses(statuses), copied: copied === true };
}
