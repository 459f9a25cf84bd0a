import type { BrowserPort, FrameConnection, TabState } from '../browser/browser-port.js';
import type { FrameReport, PickMessage } from '../messages.js';
import { messagesIn, type TestLanguage } from './messages-in.js';

/** A frame of the fake browser, seen from the page's side. */
export interface FakeFrame {
  report(report: Partial<FrameReport>): void;
  /** Posts anything, as a page that took over the content script could. */
  post(message: unknown): void;
  /** The frame goes away. */
  vanish(): void;
  /** What the view posted to the frame. */
  readonly received: readonly unknown[];
  /** Whether the view closed the port. */
  readonly closed: boolean;
}

/** A browser in memory: what the view asks of it is recorded, what happens in it is up to the test. */
export class FakeBrowser implements BrowserPort {
  readonly urls = new Map<number, string>();
  readonly stored = new Map<string, unknown>();
  readonly opened: string[] = [];
  readonly windows: number[] = [];
  /** Sections that were asked for with them. */
  readonly windowSections: (string | undefined)[] = [];
  readonly panels: true[] = [];
  /** Files that were run in pages, after the tab's number. */
  readonly ranFiles: string[] = [];
  /** What `pages.run` answers, by frame; a test sets it. */
  run: BrowserPort['pages']['run'] = async () => [];
  readonly reloaded: number[] = [];
  /** What the browser says of every tab. */
  tabState: Partial<TabState> = {};
  /** What its document says it is; undefined where the browser lets nobody in. */
  contentType: string | undefined = 'text/html';
  /** How often the view called out to a tab. */
  looks = 0;
  mayRead = true;
  #knowsAddress = false;
  #connects = new Set<(frame: FrameConnection) => void>();
  #changes = new Set<() => void>();
  #memories = new Set<readonly [readonly string[], () => void]>();
  #picks = new Set<(pick: PickMessage) => void>();
  #permissions = new Set<() => void>();
  readonly text: BrowserPort['text'];

  constructor(language: TestLanguage = 'de') {
    this.text = { message: messagesIn(language) };
  }

  readonly tabs: BrowserPort['tabs'] = {
    active: async () => [...this.urls.keys()][0],
    state: async (tabId) => {
      const url = this.urls.get(tabId);
      if (url === undefined) return undefined;
      const known = this.mayRead || this.#knowsAddress ? url : undefined;
      const state = { title: 'Billbee', icon: '', isLoading: false, isAsleep: false };
      return { ...state, ...this.tabState, url: known };
    },
    contentType: async () => {
      if (this.contentType === undefined) throw new Error('Cannot access contents of the page.');
      return this.contentType;
    },
    onReplaced: () => undefined,
    onChange: (_tabId, listener) => subscribe(this.#changes, listener),
    reload: async (tabId) => void this.reloaded.push(tabId),
    show: async (tabId) => void this.opened.push(`tab ${tabId}`),
    open: async (url) => void this.opened.push(url),
    openWindow: async (tabId, section) => {
      this.windows.push(tabId);
      this.windowSections.push(section);
    },
    onActivated: () => undefined,
  };

  readonly frames: BrowserPort['frames'] = {
    look: async () => {
      this.looks += 1;
    },
    onConnect: (listener) => subscribe(this.#connects, listener),
  };

  readonly permission: BrowserPort['permission'] = {
    granted: async () => this.mayRead,
    request: async () => {
      this.mayRead = true;
      for (const listener of this.#permissions) listener();
      return true;
    },
    onChange: (listener) => subscribe(this.#permissions, listener),
  };

  /** The permission is taken back; the address stays known where the icon was clicked. */
  withdraw({ addressStays }: { readonly addressStays: boolean }): void {
    this.mayRead = false;
    this.#knowsAddress = addressStays;
    for (const listener of this.#permissions) listener();
  }

  readonly memory: BrowserPort['memory'] = {
    get: async (key) => this.stored.get(key),
    set: async (key, value) => {
      this.stored.set(key, value);
      for (const [keys, listener] of this.#memories) if (keys.includes(key)) listener();
    },
    onChange: (keys, listener) => {
      const entry = [keys, listener] as const;
      this.#memories.add(entry);
      return () => this.#memories.delete(entry);
    },
  };

  readonly pages: BrowserPort['pages'] = {
    run: (...args) => this.run(...args),
    runFile: async ({ tabId }, file) => void this.ranFiles.push(`${tabId} ${file}`),
  };

  readonly shortcuts: BrowserPort['shortcuts'] = {
    list: async () => [
      { name: '_execute_action', description: '', keys: 'Alt+Shift+S' },
      { name: 'insert-ids', description: 'Insert', keys: '' },
    ],
    change: async () => void this.opened.push('shortcuts'),
  };

  readonly sidePanel: BrowserPort['sidePanel'] = {
    exists: true,
    open: async () => void this.panels.push(true),
  };

  readonly picks: BrowserPort['picks'] = { onPick: (listener) => subscribe(this.#picks, listener) };

  /** Somebody points at a status in a page. */
  pick(pick: PickMessage): void {
    for (const listener of this.#picks) listener(pick);
  }

  readonly versions = () => ({ extension: '1.2.3', browser: 'Test 1 (Linux)' });

  /** How many listeners the view has left behind. */
  get listeners(): number {
    return this.#connects.size + this.#changes.size + this.#permissions.size;
  }

  navigate(tabId: number, url: string): void {
    this.urls.set(tabId, url);
    for (const listener of this.#changes) listener();
  }

  connect(tabId: number, frameId: number): FakeFrame {
    const messages = new Set<(message: unknown) => void>();
    const ends = new Set<() => void>();
    const received: unknown[] = [];
    let closed = false;
    const connection: FrameConnection = {
      tabId,
      frameId,
      post: (message) => received.push(message),
      onMessage: (listener) => messages.add(listener),
      onDisconnect: (listener) => ends.add(listener),
      disconnect: () => {
        closed = true;
      },
    };
    for (const listener of this.#connects) listener(connection);
    const post = (message: unknown): void => {
      for (const listener of messages) listener(message);
    };
    return {
      received,
      post,
      report: (report) => post({ ...emptyReport, isTop: frameId === 0, ...report }),
      vanish: () => {
        for (const listener of ends) listener();
      },
      get closed() {
        return closed;
      },
    };
  }
}

/** What a frame without any status reports. */
export const emptyReport: FrameReport = {
  location: 'app.billbee.io/app_v2/order',
  isTop: true,
  statuses: [],
  earlier: [],
  disagreements: [],
  truncated: false,
  facts: { signs: ['#gridBody'], elements: 120, milliseconds: 1, lists: [] },
};

/** A found status as a frame reports it. */
export const found = (id: number, label: string, ...foundBy: string[]) => ({ id, label, foundBy });

function subscribe<T>(listeners: Set<T>, listener: T): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
