import { formatStatusIds } from 'importer-core/statuses';
import { useText } from '../../i18n/text-context.js';
import type { CopyOutcome } from '../use-copy.js';
import { CopyByHand } from './copy-by-hand.js';
import { CheckIcon } from './icons.js';

interface Props {
  readonly selected: readonly number[];
  readonly all: readonly number[];
  readonly outcome: CopyOutcome;
  readonly onCopy: (ids: readonly number[]) => void;
}

/** The text form of the selection, the copy buttons, and what came of the last copy. */
export function CopyBar({ selected, all, outcome, onCopy }: Props) {
  const t = useText();
  return (
    <footer class="copy-bar">
      <div class="copy-line">
        {outcome.kind === 'refused' ? (
          <CopyByHand text={outcome.text} />
        ) : (
          <input
            class="preview"
            readOnly
            value={formatStatusIds(selected)}
            placeholder={t('previewEmpty')}
            aria-label={t('preview')}
            title={t('preview')}
            onFocus={(event) => event.currentTarget.select()}
          />
        )}
        <button type="button" class="button primary" onClick={() => onCopy(selected)}>
          {t('copy')}
        </button>
        <button
          type="button"
          class="button"
          aria-label={t('copyAllLong', all.length)}
          title={t('copyAllLong', all.length)}
          onClick={() => onCopy(all)}
        >
          {t('copyAll', all.length)}
        </button>
      </div>
      <p class="outcome" role="status" data-outcome={outcome.kind}>
        {outcome.kind === 'copied' && <CheckIcon />}
        <OutcomeText outcome={outcome} />
      </p>
    </footer>
  );
}

function OutcomeText({ outcome }: { outcome: CopyOutcome }) {
  const t = useText();
  switch (outcome.kind) {
    case 'copied':
      return outcome.count === 1
        ? t('copiedOne', outcome.text)
        : t('copiedMany', outcome.count, outcome.text);
    case 'nothing-selected':
      return t('nothingSelected');
    case 'refused':
      return t('copyRefused');
    case 'none':
      return null;
  }
}
