import { formatStatusIds } from 'importer-core/statuses';
import { useText } from '../../i18n/text-context.js';
import { insertTextName } from '../../insert/insert-messages.js';
import { idsOf, roles } from '../../memory/erp-fields.js';
import type { PopupModel } from '../use-popup-model.js';

/** The text form of the selection with the copy buttons, and the ERP's fields, each a click away. */
export function CopyLine({ model }: { model: PopupModel }) {
  const t = useText();
  const selected = model.selected.map(({ id }) => id);
  const all = model.rows.map(({ id }) => id);
  return (
    <>
      <FieldChips model={model} />
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
        <button type="button" class="button primary" onClick={() => model.copyIds(selected)}>
          {t('copy')}
        </button>
        <button
          type="button"
          class="button"
          aria-label={t(model.isComplete ? 'copyAllLong' : 'copyReadLong', all.length)}
          title={t(model.isComplete ? 'copyAllLong' : 'copyReadLong', all.length)}
          onClick={() => model.copyIds(all)}
        >
          {t(model.isComplete ? 'copyAll' : 'copyRead', all.length)}
        </button>
      </div>
    </>
  );
}

/** One button for each field of the ERP that has ids. */
function FieldChips({ model }: { model: PopupModel }) {
  const t = useText();
  const chips = roles.flatMap((role) => {
    const text = formatStatusIds(idsOf(model.fields.chosen, role));
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
            onClick={() => model.copyRole(role)}
          >
            {name} <b>{text}</b>
          </button>
        </li>
      ))}
    </ul>
  );
}
