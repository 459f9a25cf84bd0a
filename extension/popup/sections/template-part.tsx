import { useEffect, useState } from 'preact/hooks';
import {
  fillTemplate,
  firstTemplate,
  type Template,
  templateMemory,
  unknownPlaceholders,
} from '../../export/template.js';
import { useText } from '../../i18n/text-context.js';
import type { Row } from '../rows.js';
import type { PopupModel } from '../use-popup-model.js';

/** A text form of the person's own, with a preview. */
export function TemplatePart({ model, rows }: { model: PopupModel; rows: readonly Row[] }) {
  const t = useText();
  const { memory } = model.services.browser;
  const [template, setTemplate] = useState<Template>(firstTemplate);
  useEffect(() => {
    const load = templateMemory(memory).load();
    load.then(setTemplate, () => undefined);
  }, [memory]);
  const change = (next: Partial<Template>): void => {
    const changed = { ...template, ...next };
    setTemplate(changed);
    void templateMemory(memory)
      .save(changed)
      .catch(() => undefined);
  };
  const text = fillTemplate(template, rows, model.language);
  const unknown = unknownPlaceholders(template);
  return (
    <section>
      <h2>{t('template')}</h2>
      <div class="template-line">
        <label>
          <span>{t('templateEach')}</span>
          <input
            type="text"
            value={template.each}
            aria-describedby="template-help"
            spellcheck={false}
            autocomplete="off"
            maxLength={500}
            onInput={({ currentTarget }) => change({ each: currentTarget.value })}
          />
        </label>
        <label class="between">
          <span>{t('templateBetween')}</span>
          <input
            type="text"
            value={template.between}
            spellcheck={false}
            autocomplete="off"
            maxLength={500}
            onInput={({ currentTarget }) => change({ between: currentTarget.value })}
          />
        </label>
      </div>
      <p class="hint" id="template-help">
        {t('templateHelp')}
      </p>
      {unknown.length > 0 && <p class="hint warn">{t('templateUnknown', unknown.join(' '))}</p>}
      <textarea class="template-preview" readOnly rows={3} aria-label={t('templatePreview')} value={text} />
      <button
        type="button"
        class="button"
        aria-label={t('toClipboardLong', t('template'))}
        onClick={() => model.copyText(text, t('template'), rows)}
      >
        {t('toClipboard')}
      </button>
    </section>
  );
}
