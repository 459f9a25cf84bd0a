import type { Browser } from 'webextension-polyfill';

/** Chrome's side panel, which the shared types do not know. */
interface SidePanel {
  open(options: { windowId: number }): Promise<void>;
}

type WebExtension = Omit<Browser, 'sidebarAction'> & {
  readonly sidePanel?: SidePanel;
  readonly sidebarAction?: Browser['sidebarAction'];
};

declare const chrome: WebExtension;

/**
 * The browser's extension API. Both browsers offer it as `chrome`, with promises (manifest version 3). Only files in
 * this folder and in `background/` use it; everything else gets what it needs as an argument.
 */
export const webExtension = chrome;
