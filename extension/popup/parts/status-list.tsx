import { useText } from '../../i18n/text-context.js';
import type { Row } from '../rows.js';
import { StatusRow } from './status-row.js';

interface Props {
  readonly rows: readonly Row[];
  readonly isChecked: (id: number) => boolean;
  readonly onCheck: (id: number, checked: boolean) => void;
  readonly onCopy: (id: number) => void;
}

/** The statuses, one row each. */
export function StatusList({ rows, isChecked, onCheck, onCopy }: Props) {
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
