import { useText } from '../../i18n/text-context.js';
import type { Translate } from '../../i18n/translate.js';
import type { StatusChange } from '../../memory/status-changes.js';
import type { Conflict } from '../frame-merging.js';
import { WarningIcon } from './icons.js';

interface Props {
  readonly conflicts: readonly Conflict[];
  /** The page was too large to be read to its end. */
  readonly truncated: boolean;
  /** The list says that it is longer than what was read; `all` is -1 when it does not say how long. */
  readonly part: { readonly all: number; readonly count: number } | undefined;
  /** Statuses in use that the page shows otherwise than before. */
  readonly changes: readonly StatusChange[];
  /** Takes today's page for right. */
  readonly acceptChanges: () => void;
}

/** What to doubt, left to the person: contradictions of the page, named and never decided silently, and what is missing. */
export function Warnings({ conflicts, truncated, part, changes, acceptChanges }: Props) {
  const t = useText();
  return (
    <div class="warnings" role="alert">
      {truncated && (
        <p>
          <WarningIcon />
          <span>{t('truncated')}</span>
        </p>
      )}
      {part && (
        <p data-warning="part">
          <WarningIcon />
          <span>{part.all > part.count ? t('partMany', part.all, part.count) : t('partUnknown')}</span>
        </p>
      )}
      {conflicts.map((conflict) => (
        <p key={conflict.kind === 'labels' ? conflict.id : conflict.label}>
          <WarningIcon />
          <span>{describe(conflict, t)}</span>
        </p>
      ))}
      {changes.map((change) => (
        <p key={`change ${change.id}`}>
          <WarningIcon />
          <span>{describeChange(change, t)}</span>
        </p>
      ))}
      {changes.length > 0 && (
        <button type="button" class="button" onClick={acceptChanges}>
          {t('changesAccept')}
        </button>
      )}
    </div>
  );
}

function describeChange(change: StatusChange, t: Translate): string {
  switch (change.kind) {
    case 'renamed':
      return t('changeRenamed', change.id, change.before, change.now);
    case 'moved':
      return t('changeMoved', change.before, change.id, change.to);
    case 'gone':
      return t('changeGone', change.before, change.id);
  }
}

function describe(conflict: Conflict, t: Translate): string {
  if (conflict.kind === 'ids') return t('conflictIds', conflict.label, conflict.ids.join(', '));
  const labels = conflict.labels.map((label) => t('quoted', label));
  return t('conflictLabels', conflict.id, labels.join(', '));
}
