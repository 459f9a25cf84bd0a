import { billbeeHost } from '../browser/billbee-tab.js';
import type { MemoryPort } from '../browser/browser-port.js';
import { type Copied, copiedKey, type KeptStatus, lastCopied } from '../memory/last-copied.js';
import { seenKey, seenStatuses } from '../memory/seen-statuses.js';
import { type StatusChange, statusChanges } from '../memory/status-changes.js';
import { useKept } from './use-kept.js';

/** What was copied last, and what today's page says differently about the statuses in use. */
export interface Kept {
  readonly copied: Copied | undefined;
  readonly changes: readonly StatusChange[];
  /** Remembers what was copied. */
  remember(text: string, statuses: readonly KeptStatus[]): void;
  /** Remembers how statuses look today, because somebody uses them. */
  see(statuses: readonly KeptStatus[]): void;
  /** Takes today's page for right. */
  accept(): void;
}

/**
 * @param today - the statuses of the page; undefined when they are not from the page
 * @param used - ids in use in the ERP's fields
 */
export function useChanges(
  memory: MemoryPort,
  today: readonly KeptStatus[] | undefined,
  used: readonly number[],
): Kept {
  const seen = seenStatuses(memory, billbeeHost);
  const last = lastCopied(memory);
  const { value: saved = [] } = useKept(memory, seenKey(billbeeHost), seen.load);
  const { value: copied } = useKept(memory, copiedKey, last.load);
  const inUse = new Set([...used, ...(copied?.statuses.map(({ id }) => id) ?? [])]);
  const quietly = (work: Promise<unknown>): void => void work.catch(() => undefined);
  const see = (statuses: readonly KeptStatus[]): void => {
    if (today) quietly(seen.add(statuses));
  };
  return {
    copied,
    changes: today
      ? statusChanges(
          saved.filter(({ id }) => inUse.has(id)),
          today,
        )
      : [],
    see,
    accept: () => today && quietly(seen.replace(today)),
    remember(text, statuses) {
      const kept = statuses.map(({ id, label }) => ({ id, label }));
      const at = new Date().toISOString();
      quietly(last.save({ text, statuses: kept, host: billbeeHost, fromPage: today !== undefined, at }));
      see(kept);
    },
  };
}
