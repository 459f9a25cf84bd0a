import { fnv1a64 } from '../order/fnv1a.js';
import type { Clock } from '../ports.js';
import type { OrderPage, OrderSource } from './order-source.js';

/** Billbee's largest page. Source: `Billbee API: GET /orders`, pageSize. */
const pageSize = 250;
/** Modifications younger than this may still be on their way into Billbee's answers. */
const settledAfterMs = 60_000;
/** A pass that meets nothing new on this many pages in a row is not going to be proved. */
const stalePagesLimit = 3;
const passesOverRepeatedRows = 3;
const sampleSize = 512;

/** Half-open window of modification time, as comparable stamps; undefined means unbounded. */
export interface Window {
  readonly after: number | undefined;
  readonly until: number | undefined;
}

/** What the consumer of a page found out about it. */
export interface PageFacts {
  /** Rows met for the first time in this pass; equal rows without a readable id on one page count each. */
  readonly newInPass: number;
  /** Names of the orders among them. */
  readonly newNames: readonly string[];
  /** LastModifiedAt of each row; undefined where there is none. */
  readonly stamps: readonly (number | undefined)[];
}

export interface PassContext {
  readonly source: OrderSource;
  readonly statusIds: readonly number[];
  readonly clock: Clock;
  readonly signal: AbortSignal | undefined;
  /** Handles one page to the end, confirmed at the target, before the next one is read. */
  onPage(page: OrderPage, pass: number): Promise<PageFacts>;
}

/** One reading of a window from its first page to its last. */
export interface PassReport {
  /** One page held as many rows as were counted: an atomic snapshot, unless rows are repeated in it. */
  readonly single: boolean;
  /** Billbee's count of matching orders at the beginning. */
  readonly rows: number;
  readonly pages: number;
  /** The count was the same on every page: nothing left the window. */
  readonly constant: boolean;
  /** The count grew, which it cannot in a settled window: it is no count of the window. */
  readonly grew: boolean;
  /** Orders met, in this pass and those it continues. */
  readonly distinct: number;
  /** Greatest stamp not after the horizon. */
  readonly newest: number | undefined;
  /** A row is too new, or has no stamp, to be sure that it did not enter during the pass. */
  readonly fresh: boolean;
  /** Up to 512 stamps, evenly drawn. */
  readonly sample: readonly number[];
  /** Ended before the last page. */
  readonly cut: boolean;
  /** The server says how many rows there are. */
  readonly counted: boolean;
  /** Tells the set of orders met in this pass from any other, in whatever sequence they came. */
  readonly fingerprint: bigint;
}

/**
 * Whether the pass met every order that was in the window when it began: nothing can enter a settled window,
 * so as many different orders as were counted are all of them. Without a count, two passes that met the same orders
 * prove it. See docs/guarantees.md.
 *
 * @param pass how often the window has been read: a single page that shows fewer orders than it counts (one
 *   twice, so perhaps another not at all) is believed only when it stays so
 * @param before the pass over the same window just before it
 */
export function isProved(report: PassReport, pass = 1, before?: PassReport): boolean {
  if (report.single) return report.distinct >= report.rows || pass > passesOverRepeatedRows;
  if (!report.counted) {
    return !report.cut && before?.cut === false && before.fingerprint === report.fingerprint;
  }
  return !report.cut && !report.grew && report.distinct === report.rows;
}

/** Reads windows page by page; numbers its passes and keeps the horizon of the run. */
export class PassReader {
  readonly #context: PassContext;
  #pass = 0;
  #horizon: number | undefined;

  constructor(context: PassContext) {
    this.#context = context;
  }

  /**
   * The server's clock at its first answer (ours where that is behind it), less a minute, written as UTC: not
   * after any moment at which an order could still enter, whichever of the possible zones Billbee's stamps are in.
   */
  get horizon(): number {
    return this.#horizon ?? this.#context.clock.now() - settledAfterMs;
  }

  /** How many orders match now; nothing is handled. Undefined when the server does not count. */
  async count(window: Window): Promise<number | undefined> {
    const { counted, totalRows } = await this.#read(window, 1, 1);
    return counted === false ? undefined : totalRows;
  }

  /**
   * @param goOn asked after each page with the report so far; false ends the pass early
   * @param before an earlier pass over the same settled window: as long as the count stays the same the set
   *   is the same, so what both have met counts together
   */
  async read(
    window: Window,
    goOn: (soFar: PassReport) => boolean = () => true,
    before?: PassReport,
  ): Promise<PassReport> {
    const continued = before?.counted && before.constant && !before.cut ? before : undefined;
    if (!continued) this.#pass += 1;
    const report = {
      single: false,
      pages: 0,
      constant: true,
      grew: false,
      distinct: continued?.distinct ?? 0,
      newest: continued?.newest,
      fresh: false,
      sample: [] as number[],
      cut: false,
      counted: true,
      fingerprint: 0n,
    };
    let rows = continued?.rows;
    const soFar = (): PassReport => ({ ...report, rows: rows ?? 0 });
    let met = 0;
    let stalePages = 0;
    for (let number = 1; ; number += 1) {
      const page = await this.#read(window, number, pageSize);
      if (page.counted === false) report.counted = false;
      rows ??= page.totalRows;
      if (report.counted) {
        if (page.totalRows !== rows) report.constant = false;
        if (page.totalRows > rows) report.grew = true;
      }
      report.pages = Math.max(page.totalPages, number);
      const facts = await this.#context.onPage(page, this.#pass);
      report.distinct += facts.newInPass;
      for (const name of facts.newNames) report.fingerprint ^= BigInt(`0x${fnv1a64(name)}`);
      for (const stamp of facts.stamps) {
        met += 1;
        if (stamp === undefined || stamp > this.horizon) report.fresh = true;
        else if (report.newest === undefined || stamp > report.newest) report.newest = stamp;
        if (stamp !== undefined) drawSample(report.sample, stamp, met);
      }
      if (isLast(page, number)) {
        report.single = number === 1 && page.orders.length >= page.totalRows;
        return soFar();
      }
      // Neither a count nor a second page: a server that shows everything at once, whatever page is asked for.
      if (!report.counted && number === 2 && facts.newInPass === 0 && page.orders.length < pageSize) {
        return soFar();
      }
      stalePages = facts.newInPass === 0 && !continued ? stalePages + 1 : 0;
      if (page.orders.length === 0 || stalePages === stalePagesLimit || !goOn(soFar())) {
        report.cut = page.orders.length > 0 || number < page.totalPages;
        return soFar();
      }
    }
  }

  async #read(window: Window, page: number, size: number): Promise<OrderPage> {
    const { source, statusIds, signal } = this.#context;
    signal?.throwIfAborted();
    const answer = await source.readOrderPage(
      {
        page,
        pageSize: size,
        statusIds,
        modifiedAfter: window.after === undefined ? undefined : writeWhole(window.after),
        modifiedUntil: window.until === undefined ? undefined : writeWhole(window.until),
      },
      signal,
    );
    const ours = this.#context.clock.now();
    this.#horizon ??= Math.min(answer.serverTime ?? ours, ours) - settledAfterMs;
    return answer;
  }
}

function isLast(page: OrderPage, number: number): boolean {
  if (page.counted === false) return page.orders.length === 0;
  if (number < page.totalPages) return false;
  // A full first page that claims to be all there is can also be an answer without a count.
  const countMissing =
    page.totalPages <= 1 && page.orders.length >= pageSize && page.totalRows <= page.orders.length;
  return !countMissing;
}

/** Reservoir sampling without randomness: every stamp has its turn, memory stays bounded. */
function drawSample(sample: number[], stamp: number, met: number): void {
  if (sample.length < sampleSize) sample.push(stamp);
  else if (met % Math.ceil(met / sampleSize) === 0) sample[(met * 7919) % sampleSize] = stamp;
}

function writeWhole(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 19);
}
