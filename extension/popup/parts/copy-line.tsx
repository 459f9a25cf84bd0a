import { formatStatusIds } from 'importer-core/statuses';
import { useText } from '../../i18n/text-context.js';
import { insertTextName } from '../../insert/insert-messages.js';
import { idsOf, roles } from '../../memory/erp-fields.js';
import type { Desk } from '../use-desk.js';

/** The text form of the selection with the copy buttons, and the ERP's fields, each a click away. */
export function CopyLine({ desk }: { desk: Desk }) {
  const t = useText();
  const selected = desk.selected.map(({ id }) => id);
  const all = desk.rows.map(({ id }) => id);
  return (
    <>
      <FieldChips desk={desk} />
      <div class="copy-line">
        <input
          class="preview"
          readOnly
          value={formatStatusIds(selected)}
          placeholder={t('previewEmpty')}
          aria-label={t('preview')}
          title={t('preview')}
          onFocus={(event) => event.currentTarget.select()}
        />
        <button type="button" class="button primary" onClick={() => desk.copyIds(selected)}>
          {t('copy')}
        </button>
        <button
          type="button"
          class="button"
          aria-label={t('copyAllLong', all.length)}
          title={t('copyAllLong', all.length)}
          onClick={() => desk.copyIds(all)}
        >
          {t('copyAll', all.length)}
        </button>
      </div>
    </>
  );
}

/** One button for each field of the ERP that has ids. */
function FieldChips({ desk }: { desk: Desk }) {
  const t = useText();
  const chips = roles.flatMap((role) => {
    const text = formatStatusIds(idsOf(desk.fields.chosen, role));
    return text ? [{ role, text, name: insertTextName({ from: role }, t) }] : [];
  });
  if (chips.length === 0) return null;
  return (
    <ul class="chips" aria-label={t('fieldChips')}>
      {chips.map(({ role, text, name }) => (
        <li key={role}>
          <button
            type="button"
            class="button chip"
            aria-label={t('toClipboardNamed', name, text)}
            title={t('toClipboardNamed', name, text)}
            onClick={() => desk.copyRole(role)}
          >
            {name} <b>{text}</b>
          </button>
        </li>
      ))}
    </ul>
  );
}
