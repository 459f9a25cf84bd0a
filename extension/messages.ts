import type { CandidateList } from './evidence/candidates.js';

/**
 * What the views and the scripts in the page say to each other.
 *
 * Reading the page, over a port:
 *
 * 1. The popup calls out to the tab: `tabs.sendMessage(tabId, lookRequest)`. Every frame hears it.
 * 2. Each frame answers by opening a port of its own: `runtime.connect({ name: portName })`; the sender tells the
 *    popup tab and frame. A frame that loads, or comes back from the back/forward cache, connects by itself: a popup
 *    may be open.
 * 3. The popup injects {@link readerScript} into the frame and posts {@link lookRequest}, on every port it hears of. The frame looks at the page at once, posts a
 *    {@link GatheredFrame}, and watches: it posts again whenever the page changes what it shows. Frames nobody asks
 *    look at nothing. The view weighs what was gathered (`evidence/judge-frame.ts`) into a {@link FrameReport}.
 * 4. A view that is hidden posts {@link restRequest}; while the page is hidden too, the frame does not watch. The
 *    next {@link lookRequest} wakes it.
 * 5. When the port closes, the frame goes on watching, at a tenth of the cost: what this document shows until the next
 *    view asks is remembered in the frame, and nowhere else. It ends with the document.
 *
 * Guiding to a list that nobody has opened: a view injects {@link guideScript} into the top frame and makes room for it.
 * The page waits for the list and stores what it read; for each frame that loads meanwhile it sends {@link frameLoaded},
 * so that a reader gets there too.
 *
 * Pointing at one status: a view, a command or a context menu injects {@link pickScript} or {@link copyHereScript};
 * the page shows what was found, copies the id, and sends a {@link PickMessage} with `runtime.sendMessage`.
 */
export const portName = 'billbee-status-ids';

export const lookRequest = { type: 'billbee-status-ids/look' } as const;

/** Looks at a frame; not among the content scripts, so that it weighs on no page nobody asks about. */
export const readerScript = '/billbee-page/reader.js';

/** Posted on the port by a view that became hidden. */
export const restRequest = { type: 'billbee-status-ids/rest' } as const;

/**
 * Starts pick mode: `scripting.executeScript({ target: { tabId }, files: [pickScript] })`, top frame only; it reaches
 * into the page's other frames by itself. Starting it again while it runs starts anew. A popup closes itself then, so
 * that the page has the keyboard. (Firefox reads a path without the slash from the calling page's folder.)
 */
export const pickScript = '/billbee-page/pick.js';

/**
 * Shows a hint on the page that says what opens the list of statuses, waits for the list, and says how many were read:
 * `scripting.executeScript({ target: { tabId }, files: [guideScript] })`, top frame only. It ends with Escape, its
 * button, or when a view asks the page again.
 */
export const guideScript = '/billbee-page/guide.js';

/**
 * Finds, shows and copies the id at the element the context menu was last opened over: inject it with
 * `target: { tabId, frameIds: [info.frameId] }`.
 */
export const copyHereScript = '/billbee-page/copy-here.js';

/** How pointing at an element went; sent by `runtime.sendMessage` to every view and the background, if any. */
export interface PickMessage {
  readonly type: 'billbee-status-ids/picked';
  /** `none`: an honest "no id here", pick mode goes on. `cancelled`: Escape, or the page went away. */
  readonly outcome: 'found' | 'none' | 'cancelled';
  /** One for an entry, several for a whole list (a select), empty unless `found`. */
  readonly statuses: readonly FoundStatus[];
  /** Whether the id is on the clipboard. */
  readonly copied: boolean;
}

/** Sent by the guide to the background: a frame has loaded that no reader watches yet. */
export const frameLoaded = { type: 'billbee-status-ids/frame-loaded' } as const;

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

/** One list of the page and what became of it: attribute names, no values, so nothing personal. */
export interface ListFacts {
  /** How the list was read, e.g. `data-attribute`. */
  readonly strategy: string;
  /** The attribute or keys that held the ids, e.g. `data-id`. */
  readonly place: string;
  readonly entries: number;
  /** Different ids whose label is the one known for them. */
  readonly agreeing: number;
  /** Labels of known statuses beside another id. */
  readonly contradicting: number;
  readonly accepted: boolean;
}

/** Facts about a frame for a support report; nothing personal. */
export interface FrameFacts {
  /** Selectors that matched, each a sign of one of Billbee's generations of pages: `#gridBody`, `[ng-version]`. */
  readonly signs: readonly string[];
  /** Elements that were looked at. */
  readonly elements: number;
  /** Time the look took, in milliseconds. */
  readonly milliseconds: number;
}

/** What a frame's content script posts: every list that may be one of statuses, unweighed. */
export interface GatheredFrame {
  /** Host and path of the frame, without query and fragment (they can hold personal data). */
  readonly location: string;
  readonly isTop: boolean;
  readonly lists: readonly CandidateList[];
  /** Lists that this document has shown and that say more than it shows now, the newest first. */
  readonly earlier: readonly CandidateList[];
  readonly truncated: boolean;
  readonly facts: FrameFacts;
}

export interface FrameReport {
  /** Host and path of the frame, without query and fragment (they can hold personal data). */
  readonly location: string;
  readonly isTop: boolean;
  readonly statuses: readonly FoundStatus[];
  /** Which of them the document has shown since it was loaded, and does not show now. */
  readonly earlier: readonly number[];
  readonly disagreements: readonly Disagreement[];
  /** True when the frame was too large to be read to its end: statuses may be missing. */
  readonly truncated: boolean;
  /**
   * Set when statuses may be missing, since the list itself says that it is longer than what the page has drawn of it
   * (`aria-setsize`, `aria-rowcount`): its length with every other entry it has, -1 when it does
   * not say how long it is.
   */
  readonly declaredLength?: number;
  readonly facts: FrameFacts & { readonly lists: readonly ListFacts[] };
}
