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

/** The popup below the toolbar: it closes when it loses the focus. */
export type ToolbarPopup = Pick<BrowserPage, 'evaluate' | 'click'>;

export interface BrowserPage {
  /** Loads `url` and resolves after its load event. */
  goto(url: string): Promise<void>;
  /**
   * The value of a JavaScript expression in the page's own world; a promise is awaited. The value must survive JSON.
   *
   * @throws Error with the page's message when the expression throws.
   */
  evaluate<Value>(expression: string): Promise<Value>;
  /** A real click with the pointer on the element at `index` (from 0) of those that match; scrolls it into view. */
  click(selector: string, index?: number): Promise<void>;
  /** The same with the right button: opens the context menu. */
  rightClick(selector: string, index?: number): Promise<void>;
  /** The accessible name of each element that matches, as the browser computes it for a screen reader. */
  accessibleNames(selector: string): Promise<readonly string[]>;
  /** The markup inside the closed shadow root of the first element that matches, which the page itself cannot see. */
  closedContent(selector: string): Promise<string>;
  /** A key with the modifiers held, e.g. `press('Tab')`, `press('v', 'Control')`. */
  press(key: string, ...modifiers: readonly string[]): Promise<void>;
  /** Types into the focused element, key by key. */
  type(text: string): Promise<void>;
  bringToFront(): Promise<void>;
  /** The visible part of the page as PNG. */
  screenshot(): Promise<Buffer>;
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
