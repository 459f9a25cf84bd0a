import { useState } from 'preact/hooks';
import { useText } from '../../i18n/text-context.js';
import { StatusRow } from '../parts/status-row.js';
import { Tools } from '../parts/tools.js';
import { filterRows, type Row } from '../rows.js';
import type { PopupModel } from '../use-popup-model.js';

/** Search and select. */
export function StatusesSection({ model }: { model: PopupModel }) {
  const t = useText();
  const [search, setSearch] = useState('');
  const { rows, selection } = model;
  const shown = filterRows(rows, search);
  return (
    <>
      <Tools
        search={search}
        isComplete={model.isComplete}
        onSearch={setSearch}
        onSelectShown={(checked) =>
          selection.set(
            shown.map((row) => row.id),
            checked,
          )
        }
      />
      {shown.length === 0 ? (
        <p class="no-match">{t('nothingMatches', search.trim())}</p>
      ) : (
        <StatusList
          rows={shown}
          isChecked={(id) => selection.ids?.has(id) ?? false}
          onCheck={(id, checked) => selection.set([id], checked)}
          onCopy={(id) => model.copyIds([id])}
        />
      )}
    </>
  );
}

interface Props {
  readonly rows: readonly Row[];
  readonly isChecked: (id: number) => boolean;
  readonly onCheck: (id: number, checked: boolean) => void;
  readonly onCopy: (id: number) => void;
}

/** The statuses, one row each. */
function StatusList({ rows, isChecked, onCheck, onCopy }: Props) {
  const t = useText();
  return (
    <ul class="statuses" aria-label={t('listLabel')}>
      {rows.map((row) => (
        <StatusRow
          key={row.id}
          row={row}
          checked={isChecked(row.id)}
          onCheck={(checked) => onCheck(row.id, checked)}
          onCopy={() => onCopy(row.id)}
        />
      ))}
    </ul>
  );
}
