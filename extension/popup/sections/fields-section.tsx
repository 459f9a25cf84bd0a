import { formatStatusIds } from 'importer-core/statuses';
import { useText } from '../../i18n/text-context.js';
import type { MessageKey } from '../../i18n/translate.js';
import { insertTextName } from '../../insert/insert-messages.js';
import { idsOf, proposeFields, type Role, roles, withIds } from '../../memory/erp-fields.js';
import { CopyIcon } from '../parts/icons.js';
import type { Row } from '../rows.js';
import type { PopupModel } from '../use-popup-model.js';

const explanations: Readonly<Record<Role, MessageKey>> = {
  open: 'roleOpenExplained',
  inProgress: 'roleInProgressExplained',
  shipped: 'roleShippedExplained',
  cancelled: 'roleCancelledExplained',
};

/** The fields of an ERP's shop interface: which ids go where, each copied with one click. */
export function FieldsSection({ model }: { model: PopupModel }) {
  const t = useText();
  return (
    <div class="sheet">
      <p class="intro">{model.fields.isChosen ? t('fieldsIntro') : t('fieldsProposed')}</p>
      {roles.map((role) => (
        <FieldRow key={role} role={role} model={model} />
      ))}
      <button
        type="button"
        class="button quiet"
        onClick={() => {
          model.fields.set(proposeFields(model.rows));
          model.tell(t('fieldsReset'));
        }}
      >
        {t('fieldsPropose')}
      </button>
    </div>
  );
}

function FieldRow({ role, model }: { role: Role; model: PopupModel }) {
  const t = useText();
  const name = insertTextName({ from: role }, t);
  const ids = idsOf(model.fields.chosen, role);
  const text = formatStatusIds(ids);
  const set = (next: Iterable<number>): void => model.fields.set(withIds(model.fields.chosen, role, next));
  const toClipboard = text ? t('toClipboardNamed', name, text) : t('fieldEmpty', name);
  return (
    <div class="field" data-role={role}>
      <h2 id={`field-${role}`}>{name}</h2>
      <p class="hint" id={`hint-${role}`}>
        {t(explanations[role])}
      </p>
      <div class="field-line">
        {role === 'open' ? (
          <ManyIds ids={ids} rows={model.rows} role={role} onChange={set} />
        ) : (
          <OneId ids={ids} rows={model.rows} role={role} onChange={set} />
        )}
        <code class="field-ids">{text || '–'}</code>
        <button
          type="button"
          class="button icon-button"
          aria-label={toClipboard}
          title={toClipboard}
          onClick={() => model.copyRole(role)}
        >
          <CopyIcon />
        </button>
      </div>
    </div>
  );
}

interface ChoiceProps {
  readonly ids: readonly number[];
  readonly rows: readonly Row[];
  readonly role: Role;
  readonly onChange: (ids: Iterable<number>) => void;
}

/** Ids that were chosen once stay in the list also where today's page does not show them. */
function choices(ids: readonly number[], rows: readonly Row[]): { id: number; label: string }[] {
  const missing = ids.filter((id) => !rows.some((row) => row.id === id)).map((id) => ({ id, label: '?' }));
  return [...rows, ...missing];
}

function OneId({ ids, rows, role, onChange }: ChoiceProps) {
  const t = useText();
  return (
    <select
      aria-labelledby={`field-${role}`}
      aria-describedby={`hint-${role}`}
      value={String(ids[0] ?? '')}
      onChange={({ currentTarget }) => onChange(currentTarget.value ? [Number(currentTarget.value)] : [])}
    >
      <option value="">{t('fieldNone')}</option>
      {choices(ids, rows).map(({ id, label }) => (
        <option key={id} value={String(id)}>
          {t('checkboxName', label, id)}
        </option>
      ))}
    </select>
  );
}

function ManyIds({ ids, rows, role, onChange }: ChoiceProps) {
  const t = useText();
  const all = choices(ids, rows);
  const chosen = all.filter(({ id }) => ids.includes(id)).map(({ label }) => label);
  return (
    <details class="choose">
      <summary aria-describedby={`hint-${role}`}>{chosen.join(', ') || t('fieldNone')}</summary>
      <fieldset aria-labelledby={`field-${role}`}>
        {all.map(({ id, label }) => (
          <label key={id}>
            <input
              type="checkbox"
              checked={ids.includes(id)}
              onChange={({ currentTarget }) =>
                onChange(currentTarget.checked ? [...ids, id] : ids.filter((other) => other !== id))
              }
            />
            {t('checkboxName', label, id)}
          </label>
        ))}
      </fieldset>
    </details>
  );
}
