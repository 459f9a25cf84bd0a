import { useEffect, useRef } from 'preact/hooks';
import { useText } from '../../i18n/text-context.js';

/** When the clipboard refuses: the text in a field, focused and selected, for Ctrl+C. */
export function CopyByHand({ text }: { text: string }) {
  const t = useText();
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [text]);
  return <textarea ref={field} class="by-hand" readOnly rows={1} value={text} aria-label={t('copyByHand')} />;
}
