import { localMemory } from '../browser/memory.js';
import { webExtension } from '../browser/web-extension.js';
import { badgesKey } from '../memory/badges.js';

const id = 'badges';
const script = 'billbee-page/badges/badges.js';
const matches = ['https://app.billbee.io/*'];

/**
 * Puts the badges' script into Billbee's pages while the option is on: those that are open, and those to come. When it
 * is switched off, the scripts in the pages remove themselves.
 */
export function keepBadges(): void {
  const { runtime } = webExtension;
  // An update forgets what was registered.
  runtime.onInstalled.addListener(synchronise);
  runtime.onStartup.addListener(synchronise);
  localMemory.onChange([badgesKey], synchronise);
}

let work: Promise<void> = Promise.resolve();

function synchronise(): void {
  work = work.then(register).catch(() => undefined);
}

async function register(): Promise<void> {
  const { scripting, tabs } = webExtension;
  const wanted = (await localMemory.get(badgesKey)) === true;
  const registered = (await scripting.getRegisteredContentScripts({ ids: [id] })).length > 0;
  if (registered && !wanted) await scripting.unregisterContentScripts({ ids: [id] });
  if (!wanted) return;
  if (!registered) {
    await scripting.registerContentScripts([
      { id, js: [script], matches, allFrames: true, runAt: 'document_idle', persistAcrossSessions: true },
    ]);
  }
  for (const tab of await tabs.query({ url: matches })) {
    if (tab.id === undefined) continue;
    // Rejects on a tab that is just going.
    await scripting
      .executeScript({ target: { tabId: tab.id, allFrames: true }, files: [script] })
      .catch(() => undefined);
  }
}
