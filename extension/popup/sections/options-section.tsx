import { useEffect, useState } from 'preact/hooks';
import type { Shortcut } from '../../browser/browser-port.js';
import { useText } from '../../i18n/text-context.js';
import { badgesKey } from '../../memory/badges.js';
import { supportReport } from '../../report/support-report.js';
import type { Reading } from '../tab-reading.js';
import type { Desk } from '../use-desk.js';
import { useKept } from '../use-kept.js';

/** What can be set, the shortcuts, and the report for support. */
export function OptionsSection({ desk, reading }: { desk: Desk; reading: Reading }) {
  return (
    <div class="sheet">
      <BadgesPart desk={desk} />
      <PickPart desk={desk} />
      <ShortcutsPart desk={desk} />
      <ReportPart desk={desk} reading={reading} />
      <AboutPart desk={desk} />
    </div>
  );
}

function BadgesPart({ desk }: { desk: Desk }) {
  const t = useText();
  const { memory } = desk.services.browser;
  const { value } = useKept(memory, badgesKey, () => memory.get(badgesKey));
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

function PickPart({ desk }: { desk: Desk }) {
  const t = useText();
  return (
    <section>
      <p class="hint">{t('pickExplained')}</p>
      <button type="button" class="button" data-do="pick" onClick={() => void desk.pick()}>
        {t('pick')}
      </button>
    </section>
  );
}

function ShortcutsPart({ desk }: { desk: Desk }) {
  const t = useText();
  const { shortcuts } = desk.services.browser;
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

function ReportPart({ desk, reading }: { desk: Desk; reading: Reading }) {
  const t = useText();
  const versions = desk.services.browser.versions();
  const report = supportReport({ reading, versions, language: desk.language });
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
        onClick={() => desk.copyText(report, t('report'))}
      >
        {t('toClipboard')}
      </button>
    </section>
  );
}

function AboutPart({ desk }: { desk: Desk }) {
  const t = useText();
  const { extension } = desk.services.browser.versions();
  return (
    <section class="about">
      <p class="hint">{t('aboutPrivacy')}</p>
      <p class="hint">{t('version', extension)}</p>
    </section>
  );
}
