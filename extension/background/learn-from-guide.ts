import { billbeeHost } from '../browser/billbee-tab.js';
import { localMemory } from '../browser/memory.js';
import { picks } from '../browser/picks.js';
import { webExtension } from '../browser/web-extension.js';
import { lastReading } from '../memory/last-reading.js';
import { readerScript } from '../messages.js';

/**
 * While the guide waits on a page, no view is open: what it reads is stored as the last reading, and a frame that loads
 * gets the reader that remembers what it shows.
 */
export function learnFromGuide(): void {
  picks.onGuide(async ({ type, statuses }, tabId) => {
    if (type === 'billbee-status-ids/read') {
      const named = statuses.map(({ id, label }) => ({ id, label })).sort((a, b) => a.id - b.id);
      await lastReading(localMemory, billbeeHost).save({
        at: new Date().toISOString(),
        statuses: named,
        isComplete: true,
      });
      return;
    }
    const target = { tabId, allFrames: true };
    // Rejects on a page that is just going.
    await webExtension.scripting
      .executeScript({ target, files: [readerScript] })
      .then(() => webExtension.scripting.executeScript({ target, func: startWatching }))
      .catch(() => undefined);
  });
}

/** Runs in the page. */
function startWatching(): void {
  (globalThis as { billbeeLook?: () => void }).billbeeLook?.();
}
