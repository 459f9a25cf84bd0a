/** The part of the browser's extension API the view needs. Everything gets it as an argument; tests pass a fake. */
export interface BrowserPort {
  readonly tabs: TabsPort;
  readonly frames: FramesPort;
  readonly permission: PermissionPort;
  readonly memory: MemoryPort;
  readonly text: TextPort;
}

export interface TabsPort {
  /** The tab the popup was opened over. */
  active(): Promise<number | undefined>;
  /** The tab's URL, or undefined when the tab is gone or its host is not ours to read. */
  url(tabId: number): Promise<string | undefined>;
  /** Calls on every navigation, reload or closing of that tab. Returns the way to stop. */
  onChange(tabId: number, listener: () => void): () => void;
  reload(tabId: number): Promise<void>;
  /** Opens a URL in a tab of its own. */
  open(url: string): Promise<void>;
  /** Opens the view, reading that tab, in a small window that stays open when it loses focus. */
  openWindow(tabId: number): Promise<void>;
}

export interface FramesPort {
  /** Asks every frame of the tab to connect; resolves also when nobody listens. */
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
}

export interface TextPort {
  /** The message of that key in the browser's language; `substitutions` fill `$1`, `$2`, … */
  message(key: string, substitutions: readonly string[]): string;
}
