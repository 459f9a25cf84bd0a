import { wholeSecond } from './billbee-time.js';
import type { PassReport, Window } from './read-pass.js';

/** Counts the orders of a window; nothing is handled. Undefined: the server does not count. */
interface Counter {
  count(window: Window): Promise<number | undefined>;
}

/** Orders that one part should have at most: 40 pages, 20 s at the pace of Billbee. */
const mostOrders = 10_000;
const fewestOrders = mostOrders / 4;
/** Counting costs a call: rather a part that is too large than a long search. */
const mostGuesses = 24;

/**
 * Tiles a long settled window, oldest part first, so that each part that was proved moves the watermark: a run that is cut short
 * has not read in vain, and accounts can take turns. A cut costs one to three calls, against the 40 of the part.
 *
 * @param open what is known of the whole from the first look at it
 */
export async function* cutIntoParts(
  reader: Counter,
  { after, until }: Window & { readonly until: number },
  open: Pick<PassReport, 'rows' | 'sample'>,
): AsyncGenerator<Window> {
  let from = after;
  if (open.rows > mostOrders) {
    const oldest = open.sample.reduce((least, stamp) => Math.min(least, stamp), until);
    let left = (await reader.count({ after: from, until })) ?? 0;
    while (left > mostOrders) {
      const cut = await findCut(reader, from, from ?? wholeSecond(oldest) - 1000, until, left);
      if (cut === undefined) break;
      yield { after: from, until: cut };
      from = cut;
      left = (await reader.count({ after: from, until })) ?? 0;
    }
  }
  yield { after: from, until };
}

/**
 * A whole second that leaves a good part of the orders before it.
 *
 * @returns undefined when the server's counts do not follow the window, so that no cut would help
 */
async function findCut(
  reader: Counter,
  after: number | undefined,
  start: number,
  end: number,
  rows: number,
): Promise<number | undefined> {
  let [low, high, lowRows, highRows] = [start, end, 0, rows];
  for (let guess = 0; guess < mostGuesses && high - low > 1000; guess += 1) {
    // Orders are spread unevenly over time: every third guess is the middle, so that the search cannot creep.
    const aim = guess % 3 === 2 ? 0.5 : (mostOrders * 0.75 - lowRows) / Math.max(1, highRows - lowRows);
    const cut = wholeSecond(low + (high - low) * Math.min(0.98, Math.max(0.02, aim)));
    const at = Math.min(high - 1000, Math.max(low + 1000, cut));
    const before = await reader.count({ after, until: at });
    if (before === undefined) return undefined;
    if (before >= fewestOrders && before <= mostOrders) return at;
    if (before > mostOrders) [high, highRows] = [at, before];
    else [low, lowRows] = [at, before];
  }
  if (highRows < rows) return high;
  return lowRows > 0 ? low : undefined;
}
