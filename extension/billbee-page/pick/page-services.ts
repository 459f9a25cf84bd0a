import type { GuideMessage, PickMessage } from '../../messages.js';

/** The part of the extension API that scripts in a page need here. */
declare const chrome: {
  readonly i18n: { getMessage(key: string, substitutions?: string[]): string };
  readonly runtime: { sendMessage(message: PickMessage | GuideMessage): Promise<unknown> | undefined };
};

export const t = (key: string, ...substitutions: string[]): string =>
  chrome.i18n.getMessage(key, substitutions);

/** Tells views and background; that nobody listens is fine. */
export const send = (message: PickMessage | GuideMessage): void => {
  try {
    void Promise.resolve(chrome.runtime.sendMessage(message)).catch(() => undefined);
  } catch {
    // The extension was updated or removed while the page stayed open: nobody is left to be told.
  }
};

export const writeClipboard = (text: string): Promise<void> => navigator.clipboard.writeText(text);
