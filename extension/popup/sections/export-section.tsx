import { tableFormats } from '../../export/status-table.js';
import { useText } from '../../i18n/text-context.js';
import type { Desk } from '../use-desk.js';
import { SettingsFilePart } from './settings-file-part.js';
import { TemplatePart } from './template-part.js';

/** Everything that leaves as a text or a file: table, own template, settings file. */
export function ExportSection({ desk }: { desk: Desk }) {
  const t = useText();
  const rows = desk.selected.length > 0 ? desk.selected : desk.rows;
  const scope = desk.selected.length > 0 ? t('exportSelected', rows.length) : t('exportAll', rows.length);
  return (
    <div class="sheet">
      <p class="intro">{scope}</p>
      <section>
        <h2>{t('exportTable')}</h2>
        <ul class="formats">
          {tableFormats.map((format) => {
            const text = (): string => format.write(rows, desk.language);
            return (
              <li key={format.name}>
                <span class="format">{format.name}</span>
                <button
                  type="button"
                  class="button"
                  aria-label={t('toClipboardLong', format.name)}
                  onClick={() => desk.copyText(text(), format.name)}
                >
                  {t('toClipboard')}
                </button>
                <button
                  type="button"
                  class="button quiet"
                  aria-label={t('asFileLong', format.name)}
                  onClick={() => {
                    const name = `billbee-status.${format.extension}`;
                    desk.services.saveFile(name, format.mediaType, text());
                    desk.tell(t('saved', name));
                  }}
                >
                  {t('asFile')}
                </button>
              </li>
            );
          })}
        </ul>
      </section>
      <TemplatePart desk={desk} rows={rows} />
      <SettingsFilePart desk={desk} />
    </div>
  );
}
