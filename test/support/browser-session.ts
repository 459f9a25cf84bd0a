import type { BrowserPage, ToolbarPopup } from './browser-page.js';
import type { FirefoxChrome } from './firefox-chrome.js';

/** What a browser test needs of a browser; the same for Chromium and Firefox, so each test runs in both. */
export interface BrowserSession {
  readonly name: 'chromium' | 'firefox';
  readonly version: string;
  /** Address of a file of the installed extension, e.g. `extensionUrl('popup.html?tabId=3')`. */
  extensionUrl(path: string): string;
  /** Opens an empty page in front: a tab, or a window of its own that leaves the pages before it visible. */
  newPage(as?: 'tab' | 'window'): Promise<BrowserPage>;
  /** Clicks the extension's icon in the toolbar while `page` is in front, and returns the popup that opens. */
  clickIcon(page: BrowserPage): Promise<ToolbarPopup>;
  /** Whether the extension's view stands at the side of a window. */
  sideViewIsOpen(): Promise<boolean>;
  /** Installs the same extension anew while pages are open, as an update does. */
  updateExtension(): Promise<void>;
  /** Firefox's own window: shortcuts and menus. Chromium's debugger sends keys and clicks to pages only. */
  readonly chrome?: FirefoxChrome;
  /** Ends the browser with everything it started and removes its profile. */
  close(): Promise<void>;
}

/** What a session is opened with. */
export interface SessionOptions {
  /** Path of the browser's program. */
  readonly executable: string;
  /** Folder of the unpacked extension; none: a browser without one. */
  readonly extension?: string;
  /** The gateway's proxy, `127.0.0.1:port`: everything the browser asks for goes through it. */
  readonly proxy: string;
  /** UI language where the browser has it installed, e.g. `de`. */
  readonly language?: string;
  /** Colour scheme of the pages; `light` if not given. */
  readonly colorScheme?: 'light' | 'dark';
  /** Size of the pages in CSS pixels, 1000 × 700 if not given; `scale`: picture points per pixel, in Chromium. */
  readonly viewport?: { readonly width: number; readonly height: number; readonly scale?: number };
}
