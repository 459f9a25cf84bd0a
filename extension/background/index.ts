import { formatStatusIds } from 'importer-core/statuses';
import { billbeeHost } from '../browser/billbee-tab.js';
import { localMemory } from '../browser/memory.js';
import { picks } from '../browser/picks.js';
import { webExtension } from '../browser/web-extension.js';
import { lastCopied } from '../memory/last-copied.js';
import { seenStatuses } from '../memory/seen-statuses.js';
import { frameLoaded, readerScript } from '../messages.js';
import { keepBadges } from './badges.js';
import { keepCopyStatusMenu } from './copy-status-menu.js';
import { listenToInsertCommand } from './insert-and-tell.js';
import { keepInsertMenu } from './insert-menu.js';

/**
 * Brings the reader to a frame that loads while the guide waits on its page: no view is open then, and the reader has
 * to be there when the list opens. Nothing else starts it.
 */
function bringReaderToNewFrames(): void {
  const { runtime, scripting } = webExtension;
  const told = (message: unknown, { tab }: { readonly tab?: { readonly id?: number } }): undefined => {
    if ((message as { type?: unknown })?.type !== frameLoaded.type || tab?.id === undefined) return;
    // Rejects on a page that is just going.
    void scripting
      .executeScript({ target: { tabId: tab.id, allFrames: true }, files: [readerScript] })
      .catch(() => undefined);
  };
  runtime.onMessage.addListener(told);
}

/** Remembers an id that was copied by pointing at it, as the view remembers what it copies. */
function rememberPicks(): void {
  picks.onPick(async ({ outcome, statuses, copied }) => {
    if (outcome !== 'found' || !copied) return;
    const kept = statuses.map(({ id, label }) => ({ id, label }));
    const text = formatStatusIds(kept.map(({ id }) => id));
    const at = new Date().toISOString();
    await lastCopied(localMemory).save({ text, statuses: kept, host: billbeeHost, fromPage: true, at });
    await seenStatuses(localMemory, billbeeHost).add(kept);
  });
}

/** Opens the page of one screen that says what the extension does, once, after it was installed. */
function openFirstRunPage(): void {
  webExtension.runtime.onInstalled.addListener(({ reason }) => {
    if (reason !== 'install') return;
    void webExtension.tabs.create({ url: webExtension.runtime.getURL('welcome/index.html') });
  });
}

/** Chrome's shortcut for the side panel; Firefox has a command of its own for the sidebar. */
function listenToSideViewCommand(): void {
  webExtension.commands.onCommand.addListener((command, tab) => {
    if (command !== 'open-side-view' || tab?.windowId === undefined) return;
    // At once: the browser opens it only inside the key press.
    void webExtension.sidePanel?.open({ windowId: tab.windowId });
  });
}

/**
 * The background script's table of contents: context menus, shortcuts, badges on Billbee's pages, the first-run page, and
 * readers for the guide on a page. It holds no state: the browser ends it when it is idle and starts it for the next
 * event, so every listener is registered at once.
 */
openFirstRunPage();
keepInsertMenu();
listenToInsertCommand();
listenToSideViewCommand();
keepCopyStatusMenu();
rememberPicks();
bringReaderToNewFrames();
keepBadges();
