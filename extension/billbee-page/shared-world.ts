import type { ReadPage } from './read-page.js';

/**
 * What the extension's scripts in one frame leave for each other: they share a world of their own, which the page does
 * not see.
 */
export interface SharedWorld {
  /** Looks at the page now, and watches it from then on; there as soon as the content script is. */
  billbeeLook?: () => void;
  /** Brought by `reader.ts` when a view asks. */
  billbeeReadPage?: ReadPage;
  /** What the context menu was opened over last. */
  billbeeContextTarget?: WeakRef<EventTarget> | undefined;
  /** Ends pick mode or the guide while it runs. */
  endBillbeePicking?: () => void;
}

export const sharedWorld = globalThis as SharedWorld;
