import { useText } from '../../i18n/text-context.js';
import type { MessageKey } from '../../i18n/translate.js';
import type { Conflict } from '../frame-merging.js';
import { WarningIcon } from './icons.js';

interface Props {
  readonly conflicts: readonly Conflict[];
  /** The page was too large to be read to its end. */
  readonly truncated: boolean;
}

/** What to doubt, left to the person: contradictions of the page, named and never decided silently, and what is missing. */
export function Warnings({ conflicts, truncated }: Props) {
  const t = useText();
  return (
    <div class="warnings" role="alert">
      {truncated && (
        <p>
          <WarningIcon />
          <span>{t('truncated')}</span>
        </p>
      )}
      {conflicts.map((conflict) => (
        <p key={conflict.kind === 'labels' ? conflict.id : conflict.label}>
          <WarningIcon />
          <span>{describe(conflict, t)}</span>
        </p>
      ))}
    </div>
  );
}

function describe(
  conflict: Conflict,
  t: (key: MessageKey, ...values: (string | number)[]) => string,
): string {
  if (conflict.kind === 'ids') return t('conflictIds', conflict.label, conflict.ids.join(', '));
  const labels = conflict.labels.map((label) => t('quoted', label));
  return t('conflictLabels', conflict.id, labels.join(', '));
}
