import { extensionBrowser as browser } from '../browser.js';
import { translator } from '../i18n/translate.js';
import { writeToClipboard } from './clipboard.js';
import { mountView } from './mount-view.js';
import { requestedTab } from './requested-tab.js';
import type { After } from './tab-reading.js';
import './styles/index.css';

const after: After = (milliseconds, run) => {
  const timer = setTimeout(run, milliseconds);
  return () => clearTimeout(timer);
};

const requested = requestedTab(location.search);

mountView(document, {
  browser,
  writeClipboard: writeToClipboard,
  after,
  t: translator(browser.text),
  tabId: requested ?? (await browser.tabs.active()),
  surface: requested === undefined ? 'popup' : 'window',
});
