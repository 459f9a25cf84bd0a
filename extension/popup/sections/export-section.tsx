import { tableFormats } from '../../export/status-table.js';
import { useText } from '../../i18n/text-context.js';
import type { PopupModel } from '../use-popup-model.js';
import { SettingsFilePart } from './settings-file-part.js';
import { TemplatePart } from './template-part.js';

/** Everything that leaves as a text or a file: table, own template, settings file. */
export function ExportSection({ model }: { model: PopupModel }) {
  const t = useText();
  const rows = model.selected.length > 0 ? model.selected : model.rows;
  const scope =
    model.selected.length > 0
      ? t('exportSelected', rows.length)
      : t(model.isComplete ? 'exportAll' : 'exportRead', rows.length);
  return (
    <div class="sheet">
      <p class="intro">{scope}</p>
      <section>
        <h2>{t('exportTable')}</h2>
        <ul class="formats">
          {tableFormats.map((format) => {
            const text = (): string => format.write(rows, model.language);
            return (
              <li key={format.name}>
                <span class="format">{format.name}</span>
                <button
                  type="button"
                  class="button"
                  aria-label={t('toClipboardLong', format.name)}
                  onClick={() => model.copyText(text(), format.name)}
                >
                  {t('toClipboard')}
                </button>
                <button
                  type="button"
                  class="button quiet"
                  aria-label={t('asFileLong', format.name)}
                  onClick={() => {
                    const name = `billbee-status.${format.extension}`;
                    model.services.saveFile(name, format.mediaType, text());
                    model.tell(t('saved', name));
                  }}
                >
                  {t('asFile')}
                </button>
              </li>
            );
          })}
        </ul>
      </section>
      <TemplatePart model={model} rows={rows} />
      <SettingsFilePart model={model} />
    </div>
  );
}
