import type { StopError } from '../errors.js';
import { importMessages } from '../messages/core/import-messages.js';
import { wholeSecond } from './billbee-time.js';
import { cutIntoParts } from './cut-into-parts.js';
import { isProved, type PassContext, PassReader, type PassReport, type Window } from './read-pass.js';

/** Up to this many pages the whole set is first read without an upper bound: most runs end there. */
const openPassPages = 40;
const passesBeforeSplit = 2;
const passesBeforeGivingUp = 8;
/** Pages a part of a split window should have. */
const pagesPerPart = 4;
const farFuture = Date.UTC(9999, 0, 1);

export interface FeedOptions extends PassContext {
  /** Exclusive lower bound as a comparable stamp; undefined reads everything. */
  readonly after: number | undefined;
  /**
   * Everything modified up to `newest` has been met and handled: the watermark may move there.
   *
   * @param more whether there is more to be read
   */
  onProved(newest: number | undefined, more: boolean): Promise<void>;
}

/**
 * Reads every order in the selected statuses at least once; docs/guarantees.md has the argument.
 *
 * 1. The open set `(after, ∞)`: proved when it fits one page, or when its count never changed, every row
 *    was met and none is new enough to have entered meanwhile.
 *    Else orders without a modification time are looked for, by the first run of an account.
 * 2. Then the settled window `(after, horizon]`, in parts where it is long, each read again until it is quiet, split where it
 *    is not.
 * 3. Then the tail `(horizon, ∞)`: read now, proved by a later run, because the watermark never passes the horizon.
 *
 * @throws StopError `window-not-quiet`
 */
export async function readFeed(options: FeedOptions): Promise<void> {
  const reader = new PassReader(options);
  const everything: Window = { after: options.after, until: undefined };
  const readOpen = (): Promise<PassReport> =>
    reader.read(everything, (soFar) => soFar.pages <= openPassPages && soFar.constant && !soFar.fresh);
  let before: PassReport | undefined;
  let open = await readOpen();
  for (let pass = 1; isWorthAnother(open, pass, before); pass += 1) {
    before = open;
    open = await readOpen();
  }
  if (open.single || (isProved(open, 1, before) && !open.fresh)) {
    await options.onProved(wholeOf(open.newest), false);
    return;
  }
  const unstamped = options.after === undefined && (await hidesUnstamped(reader, everything));
  // Only a run without a watermark asks for them: before they are met there must be none.
  const mayPromote = !unstamped || (await readUnstamped(reader, everything));
  const onProved = async (newest: number | undefined): Promise<void> => {
    if (mayPromote) await options.onProved(wholeOf(newest), true);
  };
  const horizon = wholeSecond(reader.horizon);
  if (options.after === undefined || options.after < horizon) {
    const settled = { after: options.after, until: horizon };
    for await (const part of cutIntoParts(reader, settled, open)) {
      const left = await readUntilQuiet(reader, part, onProved);
      if (left) throw left;
    }
  }
  const tail = { after: Math.max(horizon, options.after ?? horizon), until: undefined };
  await readUntilQuiet(reader, tail, async () => {});
}

/** Whether the open set can be proved by one more pass: one page with repeated rows, or several that nobody counts. */
function isWorthAnother(open: PassReport, pass: number, before: PassReport | undefined): boolean {
  if (isProved(open, pass, before)) return false;
  return open.single || (!open.counted && !open.cut && !open.fresh && pass < passesBeforeGivingUp);
}

/** @returns why the window (or a part of it) could not be proved */
async function readUntilQuiet(
  reader: PassReader,
  window: Window,
  onProved: (newest: number | undefined) => Promise<void>,
): Promise<StopError | undefined> {
  let before: PassReport | undefined;
  for (let pass = 1; ; pass += 1) {
    const settled = window.until !== undefined;
    const report = await reader.read(
      window,
      (soFar) => pass === 1 || soFar.constant,
      settled ? before : undefined,
    );
    const proved = isProved(report, pass, before);
    before = report;
    if (proved) {
      await onProved(report.newest);
      return undefined;
    }
    const parts = pass < passesBeforeSplit || report.single ? undefined : split(window, report);
    if (parts) {
      for (const part of parts) {
        const left = await readUntilQuiet(reader, part, onProved);
        // What lies behind an unproved part may be proved, but the watermark must not jump over the gap.
        if (left) return left;
      }
      return undefined;
    }
    if (pass === passesBeforeGivingUp) return notQuiet(window, report);
  }
}

/** Parts that tile the window, cut at whole seconds so that rows lie on both sides of each cut. */
function split(window: Window, report: PassReport): Window[] | undefined {
  // A server that ignores the window shows rows from outside; cutting there would never come to an end.
  const { after: from = Number.NEGATIVE_INFINITY, until: to = Number.POSITIVE_INFINITY } = window;
  const stamps = report.sample.filter((stamp) => stamp > from && stamp <= to).sort((a, b) => a - b);
  const newest = stamps.at(-1);
  if (newest === undefined) return undefined;
  const wanted = Math.min(64, Math.max(2, Math.ceil(report.pages / pagesPerPart)));
  const parts: Window[] = [];
  let after = window.after;
  for (let index = 1; index < wanted; index += 1) {
    const stamp = stamps[Math.floor((stamps.length * index) / wanted)] ?? newest;
    const cut = Math.ceil(stamp / 1000) * 1000;
    if (cut < newest && (after === undefined || cut > after)) {
      parts.push({ after, until: cut });
      after = cut;
    }
  }
  if (parts.length === 0) {
    const cut = Math.ceil((stamps[0] ?? newest) / 1000) * 1000;
    if (cut >= newest || (after !== undefined && cut <= after)) return undefined;
    parts.push({ after, until: cut });
    after = cut;
  }
  return [...parts, { after, until: window.until }];
}

/**
 * Whether the filter on modification time hides orders that have none. Counted on both sides: an order that
 * leaves between two counts could make up for one that is hidden. Without counts it may.
 */
async function hidesUnstamped(reader: PassReader, everything: Window): Promise<boolean> {
  const before = await reader.count(everything);
  if (before === undefined) return true;
  const stamped = await reader.count({ after: undefined, until: farFuture });
  return before !== stamped || stamped !== (await reader.count(everything));
}

/** Reads orders without a modification time among all others, because no window holds them. */
async function readUnstamped(reader: PassReader, everything: Window): Promise<boolean> {
  let before: PassReport | undefined;
  for (let pass = 1; pass <= passesBeforeGivingUp; pass += 1) {
    const report = await reader.read(everything);
    if (isProved(report, 1, before)) return true;
    before = report;
  }
  return false;
}

function wholeOf(newest: number | undefined): number | undefined {
  return newest === undefined ? undefined : wholeSecond(newest);
}

function notQuiet(window: Window, report: PassReport): StopError {
  const [from, to] = [window.after, window.until].map((stamp) =>
    stamp === undefined ? undefined : new Date(stamp).toISOString().slice(0, 19),
  );
  return importMessages.stop('window-not-quiet', {
    from,
    to,
    passes: passesBeforeGivingUp,
    met: report.distinct,
    counted: report.counted ? report.rows : undefined,
  });
}
