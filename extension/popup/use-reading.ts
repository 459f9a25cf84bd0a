import { useEffect, useState } from 'preact/hooks';
import { type Reading, readTab } from './tab-reading.js';
import type { ViewServices } from './view-services.js';

/** The tab's reading, kept up to date while the component is mounted. */
export function useReading({ browser, after, tabId, visibility }: ViewServices): Reading {
  const [reading, setReading] = useState<Reading>({ source: 'loading' });
  useEffect(
    () => readTab(browser, after, tabId, setReading, visibility),
    [browser, after, tabId, visibility],
  );
  return reading;
}
