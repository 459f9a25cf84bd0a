import { webExtension } from '../browser/web-extension.js';

/** Chrome's shortcut for the side panel; Firefox has a command of its own for the sidebar. */
export function listenToSideViewCommand(): void {
  webExtension.commands.onCommand.addListener((command, tab) => {
    if (command !== 'open-side-view' || tab?.windowId === undefined) return;
    // At once: the browser opens it only inside the key press.
    void webExtension.sidePanel?.open({ windowId: tab.windowId });
  });
}
