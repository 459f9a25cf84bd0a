import type { Outcome } from '../use-outcome.js';
import { CopyByHand } from './copy-by-hand.js';
import { CheckIcon } from './icons.js';

/** What came of the last click, also for screen readers; and the text, when the clipboard refused it. */
export function OutcomeLine({ outcome }: { outcome: Outcome }) {
  return (
    <>
      {outcome.kind === 'refused' && <CopyByHand text={outcome.text} />}
      <p class="outcome" role="status" data-outcome={outcome.kind}>
        {outcome.kind === 'done' && <CheckIcon />}
        {outcome.message}
      </p>
    </>
  );
}
