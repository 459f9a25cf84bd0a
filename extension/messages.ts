/**
 * What the popup and the content scripts say to each other.
 *
 * 1. The popup calls out to the tab: `tabs.sendMessage(tabId, lookRequest)`. Every frame hears it.
 * 2. Each frame answers by opening a port of its own: `runtime.connect({ name: portName })`; the sender tells the
 *    popup tab and frame. A frame that loads, or comes back from the back/forward cache, connects by itself: a popup
 *    may be open.
 * 3. The popup posts {@link lookRequest} on every port it hears of. The frame looks at the page at once, posts a
 *    {@link FrameReport}, and watches: it posts again whenever the page changes what it shows. Frames nobody asks
 *    look at nothing.
 * 4. When the port closes, the frame stops watching the page.
 */
export const portName = 'billbee-status-ids';

export const lookRequest = { type: 'billbee-status-ids/look' } as const;

/** One status id beside the label the page shows for it. */
export interface FoundStatus {
  readonly id: number;
  /** As the page shows it, without count and surrounding white space. */
  readonly label: string;
  /** The strategies that saw this pair, e.g. `select-option`, `data-attribute`. */
  readonly foundBy: readonly string[];
}

/** Two accepted lists of one page say different things about an id or a label; nobody chooses silently. */
export interface Disagreement {
  readonly id: number;
  readonly labels: readonly string[];
}

export interface FrameReport {
  /** Host and path of the frame, without query and fragment (they can hold personal data). */
  readonly location: string;
  readonly isTop: boolean;
  readonly statuses: readonly FoundStatus[];
  readonly disagreements: readonly Disagreement[];
  /** True when the frame was too large to be read to its end: statuses may be missing. */
  readonly truncated: boolean;
}
