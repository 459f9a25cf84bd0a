import { useEffect, useMemo, useState } from 'preact/hooks';
import { billbeeHost } from '../browser/billbee-tab.js';
import type { MemoryPort } from '../browser/browser-port.js';
import { lastReading, lastReadingKey } from '../memory/last-reading.js';
import { type Reading, readTab } from './tab-reading.js';
import { useStored } from './use-stored.js';

import type { ViewServices } from './view-services.js';

/**
 * Stores what is read from the page, and puts it in the place of the standard list while the page holds none.
 *
 * @param seen - the tab's reading
 */
export function useLastReading(memory: MemoryPort, seen: Reading): Reading {
  const last = useMemo(() => lastReading(memory, billbeeHost), [memory]);
  const stored = useStored(memory, lastReadingKey(billbeeHost), last.load);
  useEffect(() => {
    if (seen.source !== 'page') return;
    const statuses = seen.statuses.flatMap(({ id, labels: [label, ...others] }) =>
      label && others.length === 0 ? [{ id, label }] : [],
    );
    const isComplete = !seen.truncated && seen.declaredLength === undefined;
    // A browser that keeps nothing still shows the page.
    void last.save({ at: new Date().toISOString(), statuses, isComplete }).catch(() => undefined);
  }, [last, seen]);
  if (seen.source !== 'standard') return seen;
  if (!stored.loaded) return { source: 'loading' };
  return stored.value ? { ...seen, source: 'kept', last: stored.value } : seen;
}

/** The tab's reading, kept up to date while the component is mounted. */
export function useReading({ browser, after, tabId, visibility }: ViewServices): Reading {
  const [reading, setReading] = useState<Reading>({ source: 'loading' });
  useEffect(
    () => readTab(browser, after, tabId, setReading, visibility),
    [browser, after, tabId, visibility],
  );
  return reading;
}
