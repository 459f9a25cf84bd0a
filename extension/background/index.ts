import { webExtension } from '../browser/web-extension.js';
import { keepBadges } from './badges.js';
import { bringReaderToNewFrames } from './bring-reader.js';
import { keepCopyStatusMenu } from './copy-status-menu.js';
import { listenToInsertCommand } from './insert-and-tell.js';
import { keepInsertMenu } from './insert-menu.js';
import { rememberPicks } from './remember-picks.js';

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
 * The background script's table of contents: context menus, shortcuts, badges on Billbee's pages the first-run
 * page, and readers for the guide on a page. It holds no state: the browser ends it when it is idle and starts it for the next event, so every listener
 * is registered at once.
 */

openFirstRunPage();
keepInsertMenu();
listenToInsertCommand();
listenToSideViewCommand();
keepCopyStatusMenu();
rememberPicks();
bringReaderToNewFrames();
keepBadges();
