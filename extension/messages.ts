/**
 * What the popup and the content scripts say to each other.
 *
 * 1. The popup calls out to the tab: `tabs.sendMessage(tabId, lookRequest)`. Every frame hears it.
 * 2. Each frame answers by opening a port of its own: `runtime.connect({ name: portName })`; the sender tells the
 *    popup tab and frame. A frame that loads while a popup is open connects by itself.
 * 3. The frame posts a {@link FrameReport} at once and again whenever the page changes what it shows.
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
}
