import { useEffect, useState } from 'preact/hooks';
import type { Shortcut } from '../../browser/browser-port.js';
import { useText } from '../../i18n/text-context.js';
import { badgesKey } from '../../memory/badges.js';
import { supportReport } from '../../report/support-report.js';
import type { Reading } from '../tab-reading.js';
import type { PopupModel } from '../use-popup-model.js';
import { useStored } from '../use-stored.js';

/** What can be set, the shortcuts, and the report for support. */
export function OptionsSection({ model, reading }: { model: PopupModel; reading: Reading }) {
  return (
    <div class="sheet">
      <BadgesPart model={model} />
      <PickPart model={model} />
      <ShortcutsPart model={model} />
      <ReportPart model={model} reading={reading} />
      <AboutPart model={model} />
    </div>
  );
}

function BadgesPart({ model }: { model: PopupModel }) {
  const t = useText();
  const { memory } = model.services.browser;
  const { value } = useStored(memory, badgesKey, () => memory.get(badgesKey));
  return (
    <section>
      <label class="switch">
        <input
          type="checkbox"
          checked={value === true}
          aria-describedby="badges-help"
          onChange={({ currentTarget }) => void memory.set(badgesKey, currentTarget.checked)}
        />
        {t('badges')}
      </label>
      <p class="hint" id="badges-help">
        {t('badgesExplained')}
      </p>
    </section>
  );
}

function PickPart({ model }: { model: PopupModel }) {
  const t = useText();
  return (
    <section>
      <p class="hint">{t('pickExplained')}</p>
      <button type="button" class="button" data-do="pick" onClick={() => void model.pick()}>
        {t('pick')}
      </button>
    </section>
  );
}

function ShortcutsPart({ model }: { model: PopupModel }) {
  const t = useText();
  const { shortcuts } = model.services.browser;
  const [list, setList] = useState<readonly Shortcut[]>([]);
  useEffect(() => {
    const read = (): void => void shortcuts.list().then(setList, () => undefined);
    read();
    // People come back from the browser's own page.
    window.addEventListener('focus', read);
    return () => window.removeEventListener('focus', read);
  }, [shortcuts]);
  return (
    <section>
      <h2>{t('shortcuts')}</h2>
      <dl class="shortcuts">
        {list.map(({ name, description, keys }) => (
          <div key={name}>
            <dt>{name === '_execute_action' ? t('shortcutOpen') : description || t('commandSideView')}</dt>
            <dd>{keys ? <kbd>{keys}</kbd> : t('shortcutNone')}</dd>
          </div>
        ))}
      </dl>
      <button type="button" class="button" onClick={() => void shortcuts.change()}>
        {t('shortcutsChange')}
      </button>
    </section>
  );
}

function ReportPart({ model, reading }: { model: PopupModel; reading: Reading }) {
  const t = useText();
  const versions = model.services.browser.versions();
  const report = supportReport({ reading, versions, language: model.language });
  return (
    <section>
      <h2>{t('report')}</h2>
      <p class="hint">{t('reportExplained')}</p>
      <details>
        <summary>{t('reportShow')}</summary>
        <textarea class="report" readOnly rows={9} lang="en" aria-label={t('report')} value={report} />
      </details>
      <button
        type="button"
        class="button"
        aria-label={t('toClipboardLong', t('report'))}
        onClick={() => model.copyText(report, t('report'))}
      >
        {t('toClipboard')}
      </button>
    </section>
  );
}

function AboutPart({ model }: { model: PopupModel }) {
  const t = useText();
  const { extension } = model.services.browser.versions();
  return (
    <section class="about">
      <p class="hint">{t('aboutPrivacy')}</p>
      <p class="hint">{t('version', extension)}</p>
    </section>
  );
}
