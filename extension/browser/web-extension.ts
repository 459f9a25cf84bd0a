import polyfill, { type Browser } from 'webextension-polyfill';

/** Chrome's side panel, which the shared types do not know. */
interface SidePanel {
  open(options: { windowId: number }): Promise<void>;
}

type WebExtension = Omit<Browser, 'sidebarAction'> & {
  readonly sidePanel?: SidePanel;
  readonly sidebarAction?: Browser['sidebarAction'];
};

/**
 * The one door to the browser's extension API, the same in both browsers. Only files in this folder and in `background/`
 * use it; everything else gets what it needs as an argument. The scripts inside pages do without: they use two calls
 * each, and every page pays for their weight.
 */
export const webExtension: WebExtension = polyfill;
