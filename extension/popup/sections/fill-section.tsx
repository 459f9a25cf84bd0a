import { useRef } from 'preact/hooks';
import type { FillResult } from '../../erp-page/fill-form.js';
import { formRoles } from '../../erp-page/status-role.js';
import { useText } from '../../i18n/text-context.js';
import type { MessageKey, Translate } from '../../i18n/translate.js';
import { contentFor, insertTextName } from '../../insert/insert-messages.js';
import { CheckIcon } from '../parts/icons.js';
import { type ErpFormDesk, useErpForm } from '../use-erp-form.js';
import type { ViewServices } from '../view-services.js';

/** On a page with an ERP's form that asks for status ids: what stands in it, what would be, and one click for all. */
export function FillSection({ services }: { services: ViewServices }) {
  const t = useText();
  const desk = useErpForm(services);
  const fillButton = useRef<HTMLButtonElement>(null);
  const { form, texts, done } = desk;
  // What was done stays to be read, also when the page has closed its form after it.
  if (form === 'none' && !done) return null;
  const fields = typeof form === 'string' ? [] : form.fields;
  const canFill = fields.some(({ role }) => texts[role] !== undefined);
  const canUndo = typeof form !== 'string' && form.undoable.length > 0;

  const undo = async (): Promise<void> => {
    await desk.undo();
    // The button goes with the last thing to undo, and must not take the keyboard with it.
    fillButton.current?.focus();
  };

  return (
    <section class="fill" aria-labelledby="fill-title">
      <h2 id="fill-title">{t('fillTitle')}</h2>
      <p class="hint">{t(form === 'unclear' ? 'fillUnclear' : 'fillExplained')}</p>
      {fields.length > 0 && !desk.isChosen && <p class="hint warn">{t('fillProposed')}</p>}
      <dl class="fill-fields">
        {formRoles.map((role) => {
          const field = fields.find((each) => each.role === role);
          return (
            field && (
              <div key={role} data-role={role}>
                <dt>{field.label || insertTextName({ from: role }, t)}</dt>
                <dd>{fieldText(field.holds, texts[role], t)}</dd>
              </div>
            )
          );
        })}
      </dl>
      <div class="buttons">
        {canFill && (
          <button
            ref={fillButton}
            type="button"
            class="button primary"
            data-action="fill-fields"
            onClick={() => void desk.fill()}
          >
            {t('fillDo')}
          </button>
        )}
        {canUndo && (
          <button type="button" class="button" data-action="undo-fill" onClick={() => void undo()}>
            {t('fillUndo')}
          </button>
        )}
      </div>
      <FillOutcome done={done} />
    </section>
  );
}

function FillOutcome({ done }: { done: ErpFormDesk['done'] }) {
  const t = useText();
  const isGood = done?.results?.every(({ outcome }) => outcome === 'written' || outcome === 'kept') === true;
  const kind = isGood ? 'done' : done ? 'hint' : 'none';
  return (
    <p class="outcome" role="status" data-outcome={kind}>
      {isGood && <CheckIcon />}
      {done && outcomeText(done, t)}
    </p>
  );
}

function fieldText(holds: string, text: string | undefined, t: Translate): string {
  const now = contentFor(holds, t);
  if (text === undefined) return t('fillNoIds', now);
  return holds === text ? t('fillSame', now) : t('fillFromTo', now, text);
}

const filled: Readonly<Record<FillResult['outcome'], MessageKey>> = {
  written: 'fillWritten',
  kept: 'fillKept',
  changed: 'fillChanged',
  edited: 'fillEdited',
  missing: 'fillMissing',
  'read-only': 'fillReadOnly',
  'one-number': 'fillOneNumber',
  'too-long': 'fillTooLong',
};

/** One sentence for each field, by the name of its status. */
function outcomeText({ what, results }: NonNullable<ErpFormDesk['done']>, t: Translate): string {
  if (!results) return t('fillFailed');
  const sentences = results.map(({ role, outcome, holds }) => {
    const isRestored = what === 'undo' && outcome === 'written';
    return t(
      isRestored ? 'fillRestored' : filled[outcome],
      insertTextName({ from: role }, t),
      contentFor(holds, t),
    );
  });
  const isWritten = what === 'fill' && results.some(({ outcome }) => outcome === 'written');
  return [...sentences, ...(isWritten ? [t('fillSave')] : [])].join(' ');
}
