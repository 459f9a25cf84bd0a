import { useText } from '../../i18n/text-context.js';
import type { MessageKey } from '../../i18n/translate.js';
import type { Conflict } from '../frame-merging.js';
import { WarningIcon } from './icons.js';

/** Contradictions of the page, named and left to the person: nothing is chosen silently. */
export function Conflicts({ conflicts }: { conflicts: readonly Conflict[] }) {
  const t = useText();
  return (
    <div class="conflicts" role="alert">
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
