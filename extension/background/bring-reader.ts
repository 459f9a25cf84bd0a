import { webExtension } from '../browser/web-extension.js';
import { frameLoaded, readerScript } from '../messages.js';

/**
 * Brings the reader to a frame that loads while the guide waits on its page: no view is open then, and the reader has
 * to be there when the list opens. Nothing else starts it.
 */
export function bringReaderToNewFrames(): void {
  const { runtime, scripting } = webExtension;
  const told = (message: unknown, { tab }: { readonly tab?: { readonly id?: number } }): undefined => {
    if ((message as { type?: unknown })?.type !== frameLoaded.type || tab?.id === undefined) return;
    // Rejects on a page that is just going.
    void scripting
      .executeScript({ target: { tabId: tab.id, allFrames: true }, files: [readerScript] })
      .catch(() => undefined);
  };
  runtime.onMessage.addListener(told);
}
