import type { GatheredFrame } from '../messages.js';
import { gather } from './gather.js';
import { signsOf } from './signs-of.js';
import { runInSlices } from './steps.js';

/** What one look at a document brings. */
export interface PageReading extends Pick<GatheredFrame, 'lists' | 'truncated' | 'facts'> {
  /** Shadow roots that were read: a mutation observer on the document does not see into them. */
  readonly shadows: readonly ShadowRoot[];
}

/** Looks at a document in slices and then calls `done`; returns the way to end it before. */
export type ReadPage = (document: Document, done: (reading: PageReading) => void) => () => void;

/** Working time for one look, in milliseconds; what is not read by then is reported as missing. */
const budget = 500;

/** Looks at a document without holding it up: see {@link runInSlices}. */
export const readPage: ReadPage = (document, done) => {
  let spent = 0;
  return runInSlices(
    gather(document, () => spent < budget),
    (milliseconds) => {
      spent += milliseconds;
    },
    ({ lists, truncated, elements, shadows }) =>
      done({
        lists,
        truncated,
        facts: { signs: signsOf(document), elements, milliseconds: spent },
        shadows,
      }),
  );
};
