import type { CandidateList } from '../evidence/candidates.js';
import type { GatheredFrame } from '../messages.js';
import { gather } from './gather.js';
import { runInSlices } from './steps.js';

/** Lists of one kind to remember, as many as a virtual list may have windows, and the longest that may be of statuses. */
const mostAlike = 20;
const mostEntries = 300;

/**
 * Remembers what a document has shown since somebody first looked at it. A menu is closed when the window loses the
 * focus, and a virtual list takes its rows out: what they said stays true for this document. What comes of it is for
 * `evidence/` to say.
 *
 * @returns takes the lists of each look; answers with others that were there before, the newest first
 */
export function createListMemory(): (lists: readonly CandidateList[]) => CandidateList[] {
  let seen = new Map<string, CandidateList>();
  return (lists) => {
    const now = new Map(lists.map((list) => [JSON.stringify(list), list]));
    const alike: Record<string, number> = {};
    seen = new Map(
      [...now, ...seen].filter(([, { place, template, about, entries }]) => {
        const key = place + template + about;
        alike[key] = (alike[key] ?? 0) + 1;
        return alike[key] <= mostAlike && entries.length < mostEntries;
      }),
    );
    return [...seen].filter(([text]) => !now.has(text)).map(([, list]) => list);
  };
}

/** What one look at a document brings. */
export interface PageReading extends Pick<GatheredFrame, 'lists' | 'earlier' | 'truncated' | 'facts'> {
  /** Shadow roots that were read: a mutation observer on the document does not see into them. */
  readonly shadows: readonly ShadowRoot[];
}

/** Looks at a document in slices and then calls `done`; returns the way to end it before. */
export type ReadPage = (document: Document, done: (reading: PageReading) => void) => () => void;

/** Working time for one look, in milliseconds; what is not read by then is reported as missing. */
const budget = 500;

/** What tells an order overview, and Billbee's new pages; for a support report and for what the popup says without a list. */
const marks = ['#gridBody', '[ng-version]'];

/** Looks at one document without holding it up (see {@link runInSlices}), and remembers what it has shown. */
export function createPageReader(): ReadPage {
  const remember = createListMemory();
  return (document, done) => {
    let spent = 0;
    return runInSlices(
      gather(document, () => spent < budget),
      (milliseconds) => {
        spent += milliseconds;
      },
      ({ lists, truncated, elements, shadows }) =>
        done({
          lists,
          earlier: remember(lists),
          truncated,
          facts: {
            // From the prototype: a page can shadow `document.querySelector` by a form of that name.
            signs: marks.filter((mark) => Document.prototype.querySelector.call(document, mark)),
            elements,
            milliseconds: spent,
          },
          shadows,
        }),
    );
  };
}
