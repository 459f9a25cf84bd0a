import { render } from 'preact';
import { orderOverviewUrl } from '../browser/billbee-tab.js';
import { extensionBrowser as browser } from '../browser/view-browser.js';
import { TextContext } from '../i18n/text-context.js';
import { translator } from '../i18n/translate.js';
import { Welcome } from './welcome.js';
import '../popup/styles/index.css';
import './welcome.css';

const t = translator(browser.text);
document.documentElement.lang = t('language');
document.title = t('welcomeTitle');
render(
  <TextContext.Provider value={t}>
    <Welcome
      openOrders={() => browser.tabs.open(orderOverviewUrl)}
      shortcuts={browser.shortcuts.list}
      permission={browser.permission}
    />
  </TextContext.Provider>,
  document.body,
);
