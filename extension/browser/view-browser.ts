import type { Runtime } from 'webextension-polyfill';
import { judgeFrame } from '../evidence/judge-frame.js';
import { lookRequest, portName, readerScript } from '../messages.js';
import type { BrowserPort, FrameConnection, ShortcutsPort, SidePanelPort } from './browser-port.js';
import { localMemory } from './memory.js';
import { pages } from './pages.js';
import { picks } from './picks.js';
import { versions } from './versions.js';
import { webExtension as browser } from './web-extension.js';

const origins = ['https://app.billbee.io/*'];

/** {@link ShortcutsPort} on the real browser: what people set in it, not what the manifest suggests. */
const shortcuts: ShortcutsPort = {
  async list() {
    const commands = await browser.commands.getAll();
    return commands.map(({ name = '', description = '', shortcut = '' }) => ({
      name,
      description,
      keys: shortcut,
    }));
  },
  async change() {
    const { commands, tabs } = browser;
    // Firefox has a call for it, Chrome and Edge a page.
    if ('openShortcutSettings' in commands) await commands.openShortcutSettings();
    else await tabs.create({ url: 'chrome://extensions/shortcuts' });
  },
};

const { sidebarAction } = browser;
const chromePanel = browser.sidePanel;
let windowId: number | undefined;
// Asked beforehand: a browser opens the panel only inside the click, and waiting for an answer would end it.
if (chromePanel) {
  void browser.windows?.getCurrent().then((window) => {
    windowId = window.id;
  });
}

/** {@link SidePanelPort}: Chrome's side panel or Firefox' sidebar. */
const sidePanel: SidePanelPort = {
  exists: chromePanel !== undefined || sidebarAction !== undefined,
  async open() {
    if (chromePanel) {
      if (windowId !== undefined) await chromePanel.open({ windowId });
    } else await sidebarAction?.open();
  },
};

/** {@link BrowserPort} on the real browser. */
export const extensionBrowser: BrowserPort = {
  tabs: {
    async active() {
      const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
      return tab?.id;
    },
    async state(tabId) {
      // Rejects when the tab is gone: for the view that is the same as a page it cannot read.
      const tab = await browser.tabs.get(tabId).catch(() => undefined);
      if (!tab) return undefined;
      const { url, title = '', favIconUrl: icon = '', status, discarded } = tab;
      return { url, title, icon, isLoading: status === 'loading', isAsleep: discarded === true };
    },
    async contentType(tabId) {
      const [top] = await browser.scripting.executeScript({
        target: { tabId },
        injectImmediately: true,
        func: () => document.contentType,
      });
      return String(top?.result);
    },
    onChange(tabId, listener) {
      const changed = (id: number): void => {
        if (id === tabId) listener();
      };
      browser.tabs.onUpdated.addListener(changed);
      browser.tabs.onRemoved.addListener(changed);
      return () => {
        browser.tabs.onUpdated.removeListener(changed);
        browser.tabs.onRemoved.removeListener(changed);
      };
    },
    onReplaced(listener) {
      // Firefox keeps the id.
      browser.tabs.onReplaced?.addListener((now, before) => listener(before, now));
    },
    onActivated(listener) {
      const own = browser.windows?.getCurrent();
      browser.tabs.onActivated.addListener(async ({ tabId, windowId }) => {
        if (windowId === (await own)?.id) listener(tabId);
      });
    },
    reload: (tabId) => browser.tabs.reload(tabId),
    async show(tabId) {
      await browser.tabs.update(tabId, { active: true });
    },
    async open(url) {
      await browser.tabs.create({ url });
    },
    async openWindow(tabId, section) {
      const hash = section ? `#${section}` : '';
      const url = `${browser.runtime.getURL('popup/index.html')}?tabId=${tabId}${hash}`;
      await browser.windows.create({ url, type: 'popup', width: 460, height: 720 });
    },
  },
  frames: {
    async look(tabId) {
      // Frames answer by connecting, so the answer itself says nothing; rejects when no frame listens.
      const isHeard = await browser.tabs.sendMessage(tabId, lookRequest).then(
        () => true,
        () => false,
      );
      if (isHeard) return;
      const scripts = browser.runtime.getManifest().content_scripts?.flatMap(({ js = [] }) => js) ?? [];
      const files = scripts.map((file) => `/${file}`);
      await browser.scripting
        .executeScript({ target: { tabId, allFrames: true }, files })
        .catch(() => undefined);
    },
    onConnect(listener) {
      const connected = (port: Runtime.Port): void => {
        const frame = frameConnection(port);
        if (frame) listener(frame);
      };
      browser.runtime.onConnect.addListener(connected);
      return () => browser.runtime.onConnect.removeListener(connected);
    },
  },
  permission: {
    granted: () => browser.permissions.contains({ origins }),
    request: () => browser.permissions.request({ origins }),
    onChange(listener) {
      browser.permissions.onAdded.addListener(listener);
      browser.permissions.onRemoved.addListener(listener);
      return () => {
        browser.permissions.onAdded.removeListener(listener);
        browser.permissions.onRemoved.removeListener(listener);
      };
    },
  },
  memory: localMemory,
  text: {
    message: (key, substitutions) => browser.i18n.getMessage(key, [...substitutions]),
  },
  pages,
  shortcuts,
  sidePanel,
  picks,
  versions,
};

function frameConnection(port: Runtime.Port): FrameConnection | undefined {
  const tabId = port.sender?.tab?.id;
  const frameId = port.sender?.frameId;
  if (port.name !== portName || tabId === undefined || frameId === undefined) return undefined;
  // Rejects in a frame that is just going; its port closes too.
  let ready: Promise<void> | undefined;
  return {
    tabId,
    frameId,
    post(message) {
      ready ??= pages.runFile({ tabId, frameId }, readerScript);
      void ready.then(() => port.postMessage(message)).catch(() => undefined);
    },
    onMessage: (listener) => port.onMessage.addListener((message) => listener(judgeFrame(message))),
    onDisconnect: (listener) =>
      port.onDisconnect.addListener(() => {
        // Read, or Chrome logs as unhandled that the page moved to the back/forward cache.
        void browser.runtime.lastError;
        listener();
      }),
    disconnect: () => port.disconnect(),
  };
}
