import { extensionBrowser as browser } from '../browser/view-browser.js';
import { saveFile } from '../export/save-file.js';
import { translator } from '../i18n/translate.js';
import { mountView } from './mount-view.js';
import { requestedSection, requestedTab } from './requested-tab.js';
import type { After } from './tab-reading.js';
import { type ViewServices, writeToClipboard } from './view-services.js';

import { visibilityOf } from './visibility.js';
import './styles/index.css';

const after: After = (milliseconds, run) => {
  const timer = setTimeout(run, milliseconds);
  return () => clearTimeout(timer);
};

const visibility = visibilityOf(document);
const requested = requestedTab(location.search);
const isPanel = document.documentElement.dataset['surface'] === 'panel';

let shown: number | undefined;
const show = (tabId: number | undefined): void => {
  shown = tabId;
  const surface: ViewServices['surface'] = isPanel ? 'panel' : requested === undefined ? 'popup' : 'window';
  mountView(document, {
    browser,
    writeClipboard: writeToClipboard,
    saveFile: saveFile(document),
    after,
    visibility,
    t: translator(browser.text),
    tabId,
    surface,
    section: requestedSection(location.hash),
  });
};

show(requested ?? (await browser.tabs.active()));
browser.tabs.onReplaced((before, now) => {
  if (before === shown) show(now);
});
// A panel stays where it is while people change tabs, and reads the tab they see.
if (isPanel) browser.tabs.onActivated(show);
