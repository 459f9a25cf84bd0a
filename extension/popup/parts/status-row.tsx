import { useText } from '../../i18n/text-context.js';
import { foundPlaces } from '../found-places.js';
import type { Row } from '../rows.js';
import { CopyIcon } from './icons.js';

interface Props {
  readonly row: Row;
  readonly checked: boolean;
  readonly onCheck: (checked: boolean) => void;
  readonly onCopy: () => void;
}

/** One status: checkbox, id, the page's label, the standard name where it differs, and a copy button. */
export function StatusRow({ row, checked, onCheck, onCopy }: Props) {
  const t = useText();
  const { id, label, labelLanguage, standardName, isEarlier } = row;
  const earlier = `earlier-${id}`;
  const places = foundPlaces(row.foundBy, t);
  const copyOne = t('copyOne', label, id);
  return (
    <li data-status-id={id} data-seen={isEarlier ? 'earlier' : undefined}>
      <label class="status" title={places && t('foundIn', places)}>
        <input
          type="checkbox"
          lang={labelLanguage}
          aria-label={t('checkboxName', label, id)}
          aria-describedby={isEarlier ? earlier : undefined}
          checked={checked}
          onChange={(event) => onCheck(event.currentTarget.checked)}
        />
        <span class="id">{id}</span>
        <span class="names">
          <span class="label" lang={labelLanguage}>
            {label}
          </span>
          {standardName && <span class="standard-name">{standardName}</span>}
          {isEarlier && (
            <span class="seen-earlier" id={earlier}>
              {t('seenEarlier')}
            </span>
          )}
        </span>
      </label>
      <button type="button" class="button icon-button" aria-label={copyOne} title={copyOne} onClick={onCopy}>
        <CopyIcon />
      </button>
    </li>
  );
}
