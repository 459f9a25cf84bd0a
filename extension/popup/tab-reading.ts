import { isBillbeeTab } from '../browser/billbee-tab.js';
import type { BrowserPort, FrameConnection } from '../browser/browser-port.js';
import type { LastReading } from '../memory/last-reading.js';
import { type FrameReport, lookRequest, restRequest } from '../messages.js';
import { type Conflict, mergeFrames, type PageReading } from './frame-merging.js';
import { readFrameReport } from './frame-report.js';
import { type Silence, whySilent } from './silence.js';
import type { Visibility } from './visibility.js';

interface WithFrames {
  /** What each frame said, the top one first. */
  readonly frames: readonly FrameReport[];
}

interface Silent {
  readonly silence: Silence;
  readonly conflicts: readonly Conflict[];
  readonly truncated: boolean;
}

/** What the view knows about the tab; `source` is what its root element carries as `data-source`. */
export type Reading =
  | { readonly source: 'loading' }
  | ({ readonly source: 'page' } & PageReading & WithFrames)
  | ({ readonly source: 'standard' } & Silent & WithFrames)
  /** The page gives none, and an earlier page of this host did. */
  | ({ readonly source: 'kept'; readonly last: LastReading } & Silent & WithFrames)
  | { readonly source: 'unsupported'; readonly reason: 'other-page' | 'no-permission' };

/** Runs something once after a time in milliseconds; returns the way to cancel it. */
export type After = (milliseconds: number, run: () => void) => () => void;

/** How long a page may show no ids before the view says so: frames answer one by one and get replaced. */
const patience = 350;
/** How long frames that have not answered get before the view says that they do not: a machine may be busy. */
const longPatience = 2_000;

/**
 * Reads one tab until told to stop: asks its frames, merges what they report, and calls `show` with every change,
 * be it a new report, a frame that comes or goes, a navigation or a changed permission.
 *
 * @param tabId - undefined when there is no such tab
 * @param visibility - of the view: while it is hidden, frames that are hidden too may rest
 * @returns stops reading and lets the frames rest
 * @example const stop = readTab(browser, after, 12, setReading);
 */
export function readTab(
  browser: Pick<BrowserPort, 'tabs' | 'frames' | 'permission'>,
  after: After,
  tabId: number | undefined,
  show: (reading: Reading) => void,
  visibility?: Visibility,
): () => void {
  const { tabs, frames, permission } = browser;
  const connected = new Map<number, { connection: FrameConnection; report?: FrameReport }>();
  let readable = false;
  let shown: Reading | undefined;
  let cancel: (() => void) | undefined;
  let checks = 0;
  let questions = 0;

  const publish = (reading: Reading): void => {
    cancel?.();
    cancel = undefined;
    questions += 1;
    shown = reading;
    show(reading);
  };

  const update = (waited = 0): void => {
    if (!readable) return;
    const reports = new Map<number, FrameReport>();
    for (const [frameId, { report }] of connected) if (report) reports.set(frameId, report);
    const merged = mergeFrames(reports);
    const frames = [...reports].sort(([a], [b]) => a - b).map(([, report]) => report);
    if (merged.statuses.length > 0) publish({ source: 'page', ...merged, frames });
    else if (waited > 0 || shown?.source === 'standard') void explain(merged, frames, waited);
    else updateAfter(patience);
  };

  const updateAfter = (milliseconds: number): void => {
    cancel ??= after(milliseconds, () => {
      cancel = undefined;
      update(milliseconds);
    });
  };

  const explain = async (
    { conflicts, truncated }: PageReading,
    frames: readonly FrameReport[],
    waited: number,
  ): Promise<void> => {
    questions += 1;
    const mine = questions;
    if (tabId === undefined) return;
    const silence = await whySilent(browser, tabId, frames);
    if (mine !== questions) return;
    const isComplete = connected.size > 0 && frames.length === connected.size;
    const isEarly = /^no-/.test(silence) && !isComplete && waited < longPatience;
    if (isEarly && shown?.source !== 'standard') updateAfter(longPatience);
    else publish({ source: 'standard', silence, conflicts, truncated, frames });
  };

  const join = (connection: FrameConnection): void => {
    if (connection.tabId !== tabId) return;
    const frame: { connection: FrameConnection; report?: FrameReport } = { connection };
    connected.set(connection.frameId, frame);
    connection.onMessage((message) => {
      const report = readFrameReport(message);
      if (report) frame.report = report;
      update();
    });
    connection.onDisconnect(() => {
      if (connected.get(connection.frameId) !== frame) return;
      connected.delete(connection.frameId);
      update();
    });
    // A frame that connected unasked learns so that somebody listens, and can look without waiting for a timer:
    // in a background tab those take a second.
    connection.post(lookRequest);
    if (visibility?.hidden) connection.post(restRequest);
  };

  const check = async (): Promise<void> => {
    checks += 1;
    const mine = checks;
    const granted = await permission.granted();
    const tab = tabId === undefined ? undefined : await tabs.state(tabId);
    const url = tab?.url;
    if (mine !== checks) return;
    const isBillbee = isBillbeeTab(url);
    readable = isBillbee && granted;
    if (!readable) {
      // Without permission the browser keeps the address of Billbee's pages to itself, unless the icon was clicked.
      const isForbidden = !granted && (isBillbee || url === undefined);
      return publish({ source: 'unsupported', reason: isForbidden ? 'no-permission' : 'other-page' });
    }
    if (shown?.source === 'unsupported') publish({ source: 'loading' });
    update();
    // In a tab that sleeps nobody answers, and to wake it is for the merchant to decide.
    if (connected.size === 0 && tabId !== undefined && !tab?.isAsleep) await frames.look(tabId);
  };

  const stops = [
    frames.onConnect(join),
    permission.onChange(() => void check()),
    visibility?.onChange(() => {
      const request = visibility.hidden ? restRequest : lookRequest;
      for (const { connection } of connected.values()) connection.post(request);
    }),
    tabId === undefined ? () => {} : tabs.onChange(tabId, () => void check()),
  ];
  publish({ source: 'loading' });
  void check();

  return () => {
    checks = Number.POSITIVE_INFINITY;
    questions = Number.POSITIVE_INFINITY;
    readable = false;
    cancel?.();
    for (const stop of stops) stop?.();
    for (const { connection } of connected.values()) connection.disconnect();
  };
}
