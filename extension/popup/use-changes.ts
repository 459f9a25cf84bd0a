import { billbeeHost } from '../browser/billbee-tab.js';
import type { MemoryPort } from '../browser/browser-port.js';
import { type Copied, copiedKey, lastCopied, type StatusName } from '../memory/last-copied.js';
import { seenKey, seenStatuses } from '../memory/seen-statuses.js';
import { type StatusChange, statusChanges } from '../memory/status-changes.js';
import { useStored } from './use-stored.js';

/** What was copied last, and what today's page says differently about the statuses in use. */
export interface Changes {
  readonly copied: Copied | undefined;
  readonly changes: readonly StatusChange[];
  /** Remembers what was copied. */
  remember(text: string, statuses: readonly StatusName[]): void;
  /** Remembers how statuses look today, because somebody uses them. */
  see(statuses: readonly StatusName[]): void;
  /** Takes today's page for right. */
  accept(): void;
}

/**
 * @param today - the statuses of the page; undefined when they are not from the page
 * @param isComplete - whether these are all: what a part does not show is not gone
 * @param used - ids in use in the ERP's fields
 */
export function useChanges(
  memory: MemoryPort,
  today: readonly StatusName[] | undefined,
  isComplete: boolean,
  used: readonly number[],
): Changes {
  const seen = seenStatuses(memory, billbeeHost);
  const last = lastCopied(memory);
  const { value: saved = [] } = useStored(memory, seenKey(billbeeHost), seen.load);
  const { value: copied } = useStored(memory, copiedKey, last.load);
  const inUse = new Set([...used, ...(copied?.statuses.map(({ id }) => id) ?? [])]);
  const quietly = (work: Promise<unknown>): void => void work.catch(() => undefined);
  const see = (statuses: readonly StatusName[]): void => {
    if (today) quietly(seen.add(statuses));
  };
  return {
    copied,
    changes: today
      ? statusChanges(
          saved.filter(({ id }) => inUse.has(id)),
          today,
        ).filter(({ kind }) => isComplete || kind !== 'gone')
      : [],
    see,
    accept: () => today && quietly(seen.replace(today)),
    remember(text, statuses) {
      const copiedNow = statuses.map(({ id, label }) => ({ id, label }));
      const at = new Date().toISOString();
      quietly(last.save({ text, statuses: copiedNow, host: billbeeHost, fromPage: today !== undefined, at }));
      see(copiedNow);
    },
  };
}
