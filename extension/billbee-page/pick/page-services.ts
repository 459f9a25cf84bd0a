import type { MemoryPort } from '../../browser/browser-port.js';
import type { frameLoaded, PickMessage } from '../../messages.js';

/** The part of the extension API that scripts in a page need here. */
declare const chrome: {
  readonly i18n: { getMessage(key: string, substitutions?: string[]): string };
  readonly storage: {
    readonly local: {
      get(key: string): Promise<Record<string, unknown>>;
      set(values: Record<string, unknown>): Promise<void>;
    };
  };
  readonly runtime: { sendMessage(message: PickMessage | typeof frameLoaded): Promise<unknown> | undefined };
};

/** What is stored on this device, as in the views. */
export const memory: Pick<MemoryPort, 'get' | 'set'> = {
  get: async (key) => (await chrome.storage.local.get(key))[key],
  set: (key, value) => chrome.storage.local.set({ [key]: value }),
};

export const t = (key: string, ...substitutions: string[]): string =>
  chrome.i18n.getMessage(key, substitutions);

/** Tells views and background; that nobody listens is fine. */
export const send = (message: PickMessage | typeof frameLoaded): void => {
  try {
    void Promise.resolve(chrome.runtime.sendMessage(message)).catch(() => undefined);
  } catch {
    // The extension was updated or removed while the page stayed open: nobody is left to be told.
  }
};

export const writeClipboard = (text: string): Promise<void> => navigator.clipboard.writeText(text);
