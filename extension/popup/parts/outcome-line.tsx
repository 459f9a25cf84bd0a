import { useEffect, useRef } from 'preact/hooks';
import { useText } from '../../i18n/text-context.js';
import type { Outcome } from '../use-outcome.js';
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

/** When the clipboard refuses: the text in a field, focused and selected, for Ctrl+C. */
function CopyByHand({ text }: { text: string }) {
  const t = useText();
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [text]);
  return <textarea ref={field} class="by-hand" readOnly rows={1} value={text} aria-label={t('copyByHand')} />;
}
