import { formatStatusIds } from 'importer-core/statuses';
import { useState } from 'preact/hooks';
import { useText } from '../../i18n/text-context.js';
import type { WriteClipboard } from '../clipboard.js';
import { filterRows, type Row } from '../rows.js';
import { useCopy } from '../use-copy.js';
import type { Selection } from '../use-selection.js';
import { CopyBar } from './copy-bar.js';
import { StatusList } from './status-list.js';
import { Tools } from './tools.js';

interface Props {
  readonly rows: readonly Row[];
  readonly selection: Selection;
  readonly writeClipboard: WriteClipboard;
}

/** Search, select and copy. */
export function Picker({ rows, selection, writeClipboard }: Props) {
  const t = useText();
  const [search, setSearch] = useState('');
  const shown = filterRows(rows, search);
  const isChecked = (id: number): boolean => selection.ids?.has(id) ?? false;
  const ids = rows.map((row) => row.id);
  const selected = ids.filter(isChecked);
  const [outcome, copy] = useCopy(writeClipboard, formatStatusIds(selected));

  return (
    <>
      <Tools
        search={search}
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
          isChecked={isChecked}
          onCheck={(id, checked) => selection.set([id], checked)}
          onCopy={(id) => void copy([id])}
        />
      )}
      <CopyBar selected={selected} all={ids} outcome={outcome} onCopy={(some) => void copy(some)} />
    </>
  );
}
