import type { Bilingual } from 'importer-core/statuses';
import { useText } from '../../i18n/text-context.js';
import type { PopupModel } from '../use-popup-model.js';

/** Loaded when it is needed: checking a settings file takes more code than the rest of the view. */
const settingsFiles = () => import('../../export/settings-file.js');

/** The fields' ids as the settings file that the importer reads, out and in. */
export function SettingsFilePart({ model }: { model: PopupModel }) {
  const t = useText();
  const { services, fields } = model;
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      model.hint(hasMessages(error) ? error.messages[model.language] : t('fileUnreadable'));
    }
  };
  const save = () =>
    attempt(async () => {
      const { settingsFileName, writeSettings } = await settingsFiles();
      services.saveFile(settingsFileName, 'application/json', writeSettings(fields.chosen));
      model.tell(t('saved', settingsFileName));
    });
  const load = (file: File | undefined) =>
    attempt(async () => {
      if (!file) return;
      const { readSettings } = await settingsFiles();
      fields.set(readSettings(await file.text()));
      model.tell(t('settingsLoaded', file.name));
    });
  return (
    <section>
      <h2>{t('settingsFile')}</h2>
      <p class="hint" id="settings-help">
        {t('settingsFileExplained')}
      </p>
      <div class="buttons">
        <button type="button" class="button" onClick={() => void save()}>
          {t('settingsSave')}
        </button>
        {services.surface === 'popup' ? (
          // Choosing a file takes the focus, and with it the popup and the file.
          <button type="button" class="button" onClick={() => services.openWindow?.('export')}>
            {t('settingsLoadInWindow')}
          </button>
        ) : (
          <label class="button file">
            {t('settingsLoad')}
            <input
              type="file"
              accept="application/json,.json"
              aria-describedby="settings-help"
              onChange={({ currentTarget }) => {
                void load(currentTarget.files?.[0]).then(() => {
                  currentTarget.value = '';
                });
              }}
            />
          </label>
        )}
      </div>
    </section>
  );
}

/** A `SettingsFileError`, told by its shape: its class would bring the whole check into the popup. */
function hasMessages(error: unknown): error is { readonly messages: Bilingual } {
  return typeof error === 'object' && error !== null && 'messages' in error;
}
