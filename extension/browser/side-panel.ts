import type { SidePanelPort } from './browser-port.js';
import { webExtension } from './web-extension.js';

const { sidebarAction } = webExtension;
const chromePanel = webExtension.sidePanel;
let windowId: number | undefined;
// Asked beforehand: a browser opens the panel only inside the click, and waiting for an answer would end it.
if (chromePanel) {
  void webExtension.windows?.getCurrent().then((window) => {
    windowId = window.id;
  });
}

/** {@link SidePanelPort}: Chrome's side panel or Firefox' sidebar. */
export const sidePanel: SidePanelPort = {
  exists: chromePanel !== undefined || sidebarAction !== undefined,
  async open() {
    if (chromePanel) {
      if (windowId !== undefined) await chromePanel.open({ windowId });
    } else await sidebarAction?.open();
  },
};
