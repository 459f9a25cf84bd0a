import { formatStatusIds } from 'importer-core/statuses';
import { useEffect, useState } from 'preact/hooks';
import type { WriteClipboard } from './clipboard.js';

/** What came of the last copy. */
export type CopyOutcome =
  | { readonly kind: 'none' }
  | { readonly kind: 'copied'; readonly count: number; readonly text: string }
  | { readonly kind: 'refused'; readonly text: string }
  | { readonly kind: 'nothing-selected' };

/**
 * Copies ids in the text form; the outcome says `copied` only after the clipboard has them. What asks for something
 * to be done, a refusal or an empty selection, is forgotten when the selection changes: it is about another text.
 *
 * @param selected - the selection's text form
 */
export function useCopy(
  write: WriteClipboard,
  selected: string,
): [CopyOutcome, (ids: Iterable<number>) => Promise<void>] {
  const [outcome, setOutcome] = useState<CopyOutcome>({ kind: 'none' });
  useEffect(() => setOutcome((last) => (last.kind === 'copied' ? last : { kind: 'none' })), [selected]);

  const copy = async (ids: Iterable<number>): Promise<void> => {
    const distinct = new Set(ids);
    if (distinct.size === 0) return setOutcome({ kind: 'nothing-selected' });
    const text = formatStatusIds(distinct);
    // Emptied first, so that screen readers also announce the same sentence a second time.
    setOutcome({ kind: 'none' });
    try {
      await write(text);
      setOutcome({ kind: 'copied', count: distinct.size, text });
    } catch {
      setOutcome({ kind: 'refused', text });
    }
  };

  return [outcome, copy];
}
