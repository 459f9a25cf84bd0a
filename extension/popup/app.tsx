import { useState } from 'preact/hooks';
import { useText } from '../i18n/text-context.js';
import { CopyLine } from './parts/copy-line.js';
import { Header } from './parts/header.js';
import { InsertPart } from './parts/insert-part.js';
import { OutcomeLine } from './parts/outcome-line.js';
import { SourceNote } from './parts/source-note.js';
import { Unsupported } from './parts/unsupported.js';
import { Warnings } from './parts/warnings.js';
import { pageRows, type Row, standardRows, storedRows, type ViewLanguage } from './rows.js';
import { ExportSection } from './sections/export-section.js';
import { FieldsSection } from './sections/fields-section.js';
import { FillSection } from './sections/fill-section.js';
import { OptionsSection } from './sections/options-section.js';
import { type SectionName, SectionTabs } from './sections/sections.js';
import { StatusesSection } from './sections/statuses-section.js';
import type { Reading } from './tab-reading.js';
import { useLastReading, useReading } from './use-last-reading.js';
import { type PopupModel, usePopupModel } from './use-popup-model.js';

import { useSelection } from './use-selection.js';
import type { ViewServices } from './view-services.js';

/** The whole view of one tab; its root says where the ids come from. */
export function App({ services }: { services: ViewServices }) {
  const { browser, tabId, surface } = services;
  const t = useText();
  const language: ViewLanguage = t('language') === 'de' ? 'de' : 'en';
  const [section, setSection] = useState<SectionName>(services.section ?? 'statuses');
  const selection = useSelection(browser.memory);
  const seen = useLastReading(browser.memory, useReading(services));
  // Rows without the remembered checks would jump under the first click.
  const reading: Reading = selection.ids || seen.source === 'unsupported' ? seen : { source: 'loading' };
  const hasRows = /^(?:page|kept|standard)$/.test(reading.source);
  const rows = rowsOf(reading, language);

  const openWindow = async (first?: SectionName): Promise<void> => {
    if (tabId !== undefined) await browser.tabs.openWindow(tabId, first);
    if (surface === 'popup') window.close();
  };
  const model = usePopupModel({ ...services, openWindow }, rows, reading, selection);

  return (
    <main class="view" data-source={reading.source} aria-busy={reading.source === 'loading'}>
      <Header
        openWindow={surface === 'popup' && hasRows ? openWindow : undefined}
        openPanel={surface === 'popup' && browser.sidePanel.exists ? browser.sidePanel.open : undefined}
      />
      <SourceNote
        reading={reading}
        remedies={{
          reload: async () => tabId !== undefined && browser.tabs.reload(tabId),
          wake: async () => tabId !== undefined && browser.tabs.show(tabId),
          openOrders: browser.tabs.open,
          showMe: model.showMe,
          pick: model.pick,
          tellAdministrator: () => model.copyText(t('administratorNote'), t('tellAdministrator')),
        }}
      />
      <Warnings
        conflicts={'conflicts' in reading ? reading.conflicts : []}
        truncated={'truncated' in reading && reading.truncated}
        part={partOf(reading)}
        changes={model.changes}
        acceptChanges={model.acceptChanges}
      />
      {reading.source === 'unsupported' && (
        <>
          {reading.reason === 'other-page' && <FillSection services={services} />}
          <Unsupported
            reason={reading.reason}
            openOrders={browser.tabs.open}
            requestAccess={browser.permission.request}
          />
          {reading.reason === 'other-page' && <InsertPart services={services} />}
        </>
      )}
      {hasRows && (
        <>
          <SectionTabs
            current={section}
            onChange={(next) => {
              setSection(next);
              model.clear();
            }}
          />
          <div
            id="section"
            role="tabpanel"
            class="section"
            data-section={section}
            aria-labelledby={`tab-${section}`}
          >
            <Section name={section} model={model} reading={reading} />
          </div>
          <footer class="copy-bar">
            {section === 'statuses' && <CopyLine model={model} />}
            <OutcomeLine outcome={model.outcome} />
          </footer>
        </>
      )}
    </main>
  );
}

function Section({ name, model, reading }: { name: SectionName; model: PopupModel; reading: Reading }) {
  switch (name) {
    case 'statuses':
      return <StatusesSection model={model} />;
    case 'fields':
      return <FieldsSection model={model} />;
    case 'export':
      return <ExportSection model={model} />;
    case 'options':
      return <OptionsSection model={model} reading={reading} />;
  }
}

/** What is known of a list that was read in part. */
function partOf(reading: Reading): { readonly all: number; readonly count: number } | undefined {
  if (reading.source !== 'page' || reading.declaredLength === undefined) return undefined;
  return { all: reading.declaredLength, count: reading.statuses.length };
}

const noRows: readonly Row[] = [];

function rowsOf(reading: Reading, language: ViewLanguage): readonly Row[] {
  if (reading.source === 'page') return pageRows(reading.statuses, language);
  if (reading.source === 'kept') return storedRows(reading.last.statuses, language);
  return reading.source === 'standard' ? standardRows(language) : noRows;
}
