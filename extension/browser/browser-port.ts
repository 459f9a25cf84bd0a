import type { PickMessage } from '../messages.js';

/**
 * Runs a function inside the page of a tab; rejects where the browser does not allow it. The function goes there as
 * text: it may use nothing from outside its own braces but what a file has left there.
 */
export interface PageRunner {
  run<Args extends readonly unknown[], Result>(
    target: { readonly tabId: number; readonly frameId?: number },
    run: (...args: Args) => Result,
    ...args: Args
  ): Promise<readonly { readonly frameId: number; readonly result?: Awaited<Result> }[]>;
  /** Runs a file of the extension in one frame, in all if none is named. */
  runFile(target: { readonly tabId: number; readonly frameId?: number }, file: string): Promise<void>;
}

/** The part of the browser's extension API the view needs. Everything gets it as an argument; tests pass a fake. */
export interface BrowserPort {
  readonly tabs: TabsPort;
  readonly frames: FramesPort;
  readonly permission: PermissionPort;
  readonly memory: MemoryPort;
  readonly text: TextPort;
  readonly pages: PageRunner;
  readonly shortcuts: ShortcutsPort;
  readonly sidePanel: SidePanelPort;
  readonly picks: PicksPort;
  /** The extension's version and the browser's, e.g. `0.1.0` and `Chrome 142 (Linux)`. */
  readonly versions: () => { readonly extension: string; readonly browser: string };
}

/** What the browser knows of a tab. */
export interface TabState {
  /** Undefined when its host is not ours to read. */
  readonly url: string | undefined;
  readonly title: string;
  /** Address of its icon, '' for none. */
  readonly icon: string;
  readonly isLoading: boolean;
  /** Whether the browser has taken the page out of memory; it comes back when the tab is shown or reloaded. */
  readonly isAsleep: boolean;
}

export interface TabsPort {
  /** The tab the popup was opened over. */
  active(): Promise<number | undefined>;
  /** Undefined when the tab is gone. */
  state(tabId: number): Promise<TabState | undefined>;
  /**
   * The content type of the tab's document, e.g. `text/html`, also while it loads.
   *
   * @throws where the browser lets no extension in
   */
  contentType(tabId: number): Promise<string>;
  /** Calls on every navigation, reload or closing of that tab. Returns the way to stop. */
  onChange(tabId: number, listener: () => void): () => void;
  /** Calls with every tab that comes to the front of this window. */
  onActivated(listener: (tabId: number) => void): void;
  /** Calls with the new id of a tab: Chrome gives it one when it puts the page to sleep. */
  onReplaced(listener: (before: number, now: number) => void): void;
  reload(tabId: number): Promise<void>;
  /** Shows a tab, which brings a page back that the browser has put to sleep. */
  show(tabId: number): Promise<void>;
  /** Opens a URL in a tab of its own. */
  open(url: string): Promise<void>;
  /**
   * Opens the view, reading that tab, in a small window that stays open when it loses focus.
   *
   * @param section - the section to show first, e.g. `fields`
   */
  openWindow(tabId: number, section?: string): Promise<void>;
}

/** One of the extension's shortcuts. */
export interface Shortcut {
  readonly name: string;
  /** In the browser's language, e.g. `Insert Billbee status IDs`. */
  readonly description: string;
  /** As the person has set it, e.g. `Alt+Shift+E`; empty when there is none. */
  readonly keys: string;
}

export interface ShortcutsPort {
  list(): Promise<readonly Shortcut[]>;
  /** Opens the browser's page on which people change shortcuts. */
  change(): Promise<void>;
}

export interface PicksPort {
  /** Calls when somebody pointed at a status in a page. Returns the way to stop. */
  onPick(listener: (pick: PickMessage) => void): () => void;
}

export interface SidePanelPort {
  readonly exists: boolean;
  /** Opens the view at the side of this window; call it inside a click. */
  open(): Promise<void>;
}

export interface FramesPort {
  /**
   * Asks every frame of the tab to connect; where nobody listens (a page from before the extension), brings the
   * content script there. Resolves also when that is not possible.
   */
  look(tabId: number): Promise<void>;
  /** Calls for each frame of any tab that connects. Returns the way to stop. */
  onConnect(listener: (frame: FrameConnection) => void): () => void;
}

/** An open port to one frame. */
export interface FrameConnection {
  readonly tabId: number;
  readonly frameId: number;
  post(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  onDisconnect(listener: () => void): void;
  disconnect(): void;
}

export interface PermissionPort {
  /** Whether Billbee's pages may be read; browsers let people revoke this at any time. */
  granted(): Promise<boolean>;
  /** Asks for it; call it inside a click. Resolves to the answer. */
  request(): Promise<boolean>;
  onChange(listener: () => void): () => void;
}

/** Values kept on this device. */
export interface MemoryPort {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  /** Calls when one of these keys gets another value, from wherever. Returns the way to stop. */
  onChange(keys: readonly string[], listener: () => void): () => void;
}

export interface TextPort {
  /** The message of that key in the browser's language; `substitutions` fill `$1`, `$2`, … */
  message(key: string, substitutions: readonly string[]): string;
}
