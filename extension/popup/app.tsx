import { useText } from '../i18n/text-context.js';
import { Header } from './parts/header.js';
import { Picker } from './parts/picker.js';
import { SourceNote } from './parts/source-note.js';
import { Unsupported } from './parts/unsupported.js';
import { Warnings } from './parts/warnings.js';
import { pageRows, type Row, standardRows, type ViewLanguage } from './rows.js';
import type { Reading } from './tab-reading.js';
import { useReading } from './use-reading.js';
import { useSelection } from './use-selection.js';
import type { ViewServices } from './view-services.js';

/** The whole view of one tab; its root says where the ids come from. */
export function App({ services }: { services: ViewServices }) {
  const { browser, tabId, surface } = services;
  const language: ViewLanguage = useText()('language') === 'de' ? 'de' : 'en';
  const selection = useSelection(browser.memory);
  const seen = useReading(services);
  // Rows without the remembered checks would jump under the first click.
  const reading: Reading = selection.ids || seen.source === 'unsupported' ? seen : { source: 'loading' };

  const openWindow = async (): Promise<void> => {
    if (tabId !== undefined) await browser.tabs.openWindow(tabId);
  };

  return (
    <main class="view" data-source={reading.source} aria-busy={reading.source === 'loading'}>
      <Header openWindow={surface === 'popup' && reading.source !== 'unsupported' ? openWindow : undefined} />
      <SourceNote reading={reading} reload={async () => tabId !== undefined && browser.tabs.reload(tabId)} />
      <Warnings
        conflicts={'conflicts' in reading ? reading.conflicts : []}
        truncated={'truncated' in reading && reading.truncated}
      />
      {reading.source === 'unsupported' && (
        <Unsupported
          reason={reading.reason}
          openOrders={browser.tabs.open}
          requestAccess={browser.permission.request}
        />
      )}
      {(reading.source === 'page' || reading.source === 'standard') && (
        <Picker
          rows={rowsOf(reading, language)}
          selection={selection}
          writeClipboard={services.writeClipboard}
        />
      )}
    </main>
  );
}

function rowsOf(reading: Extract<Reading, { source: 'page' | 'standard' }>, language: ViewLanguage): Row[] {
  return reading.source === 'page' ? pageRows(reading.statuses, language) : standardRows(language);
}
